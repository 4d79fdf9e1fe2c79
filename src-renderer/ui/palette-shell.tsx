import { createSpotlight, Spotlight } from '@mantine/spotlight'
import { type ReactNode, useEffect } from 'react'
import { Icon, type IconName } from './icon.tsx'
import { Kbd } from './kbd.tsx'
import classes from './palette-shell.module.css'

/** The palette's store, and `palette.open()`, `.close()`, `.toggle()` for whoever opens it. One palette in the window. */
export const [paletteStore, palette] = createSpotlight()

/**
 * The palette: find or do. 640 wide, 96 from the top, groups of rows, keys at the foot. What is not allowed stays in the
 * list with its reason and a lock, and does nothing. Filtering is its owner's; Ctrl K (or `shortcut`) opens it.
 */
export function PaletteShell(props: PaletteShellProps) {
  return (
    <Spotlight.Root
      query={props.query}
      onQueryChange={props.onQueryChange}
      shortcut={props.shortcut ?? 'mod + K'}
      tagsToIgnore={[]}
      size={640}
      yOffset={96}
      radius="lg"
      shadow="none"
      transitionProps={{ transition: 'fade', duration: 140 }}
      overlayProps={{ blur: 0 }}
      clearQueryOnClose
      store={paletteStore}
      {...(props.forceOpened === true && { forceOpened: true })}
      classNames={{ content: classes.palette, inner: classes.inner, body: classes.body }}
      attributes={{ content: { 'aria-label': props.label } }}
    >
      <div className={classes.search}>
        <Spotlight.Search
          aria-label={props.label}
          placeholder={props.placeholder}
          leftSection={<Icon name="search" />}
          leftSectionWidth={45}
          classNames={{ input: classes.input, section: classes.section }}
        />
        <span className={classes.found} role="status">
          {props.found}
        </span>
      </div>
      <Spotlight.ActionsList className={classes.list}>
        {props.groups.map((group) => (
          <Spotlight.ActionsGroup key={group.label} label={group.label} className={classes.group}>
            {group.items.map((item) => (
              <PaletteRow key={item.id} item={item} />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {props.groups.length === 0 && <Spotlight.Empty className={classes.empty}>{props.empty}</Spotlight.Empty>}
      </Spotlight.ActionsList>
      <SelectFirst rows={props.groups.flatMap((group) => group.items)} />
      <Spotlight.Footer className={classes.foot}>
        {props.foot.map((hint) => (
          <span key={hint.word} className={classes.hint}>
            {hint.keys.map((key) => (
              <Kbd key={key} keys={key} />
            ))}
            {hint.word}
          </span>
        ))}
      </Spotlight.Footer>
    </Spotlight.Root>
  )
}

export type PaletteItem = {
  readonly id: string
  readonly icon: IconName
  /** With the found part in `<b>`. */
  readonly label: ReactNode
  /** Small text at the right: a sum, a state, who is asked. */
  readonly second?: string
  readonly keys?: string
  readonly reasonOff?: string
  readonly onRun: () => void
}

export type PaletteGroup = { readonly label: string; readonly items: readonly PaletteItem[] }

export type PaletteShellProps = {
  readonly label: string
  readonly placeholder: string
  readonly query: string
  readonly onQueryChange: (query: string) => void
  /** "8 found". */
  readonly found: string
  readonly groups: readonly PaletteGroup[]
  readonly empty: string
  readonly foot: readonly { readonly keys: readonly string[]; readonly word: string }[]
  readonly shortcut?: string | null
  readonly forceOpened?: boolean
}

/**
 * The first row that can be done is chosen whenever the rows change, so that Enter does what is seen and never nothing
 * while something else was found. Stands after the list it chooses in.
 */
function SelectFirst({ rows }: { readonly rows: readonly PaletteItem[] }) {
  const ids = rows.map(({ id }) => id).join()
  const first = Math.max(
    rows.findIndex(({ reasonOff }) => reasonOff === undefined),
    0,
  )
  useEffect(() => {
    const list = document.getElementById(paletteStore.getState().listId)
    list?.querySelector('[data-selected]')?.removeAttribute('data-selected')
    list?.querySelectorAll('[data-action]')[first]?.setAttribute('data-selected', 'true')
    paletteStore.updateState((state) => ({ ...state, selected: ids === '' ? -1 : first }))
  }, [ids, first])
  return null
}

function PaletteRow({ item }: { readonly item: PaletteItem }) {
  const isOff = item.reasonOff !== undefined
  return (
    <Spotlight.Action
      onClick={() => !isOff && item.onRun()}
      closeSpotlightOnTrigger={!isOff}
      className={`${classes.row} ${isOff ? classes.off : ''}`}
      {...(isOff && { 'aria-disabled': true })}
    >
      <Icon name={isOff ? 'lock' : item.icon} />
      <span className={classes.label}>{item.label}</span>
      <span className={classes.second}>{item.reasonOff ?? item.second}</span>
      <span className={classes.keys}>{item.keys !== undefined && <Kbd keys={item.keys} />}</span>
    </Spotlight.Action>
  )
}
