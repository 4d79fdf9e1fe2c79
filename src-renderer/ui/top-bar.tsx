import type { ReactNode, Ref } from 'react'
import { CountPill, type CountPillProps } from './count-pill.tsx'
import { Icon, type IconName } from './icon.tsx'
import { ariaKeys, Kbd } from './kbd.tsx'
import { Mark } from './mark.tsx'
import classes from './top-bar.module.css'

/** Mark, open work (TabsBar), find (FindButton), and what is mine (TopTool), the last as wide as the context below it. */
export function TopBar({
  tabs,
  find,
  mine,
}: {
  readonly tabs: ReactNode
  readonly find: ReactNode
  readonly mine: ReactNode
}) {
  return (
    <div className={classes.top}>
      <span className={classes.mark}>
        <Mark label="Linedesk" />
      </span>
      {tabs}
      <div className={classes.tools}>
        {find}
        <div className={classes.mine}>{mine}</div>
      </div>
    </div>
  )
}

/** Opens the palette. */
export function FindButton({
  label,
  keys,
  onClick,
}: {
  readonly label: string
  readonly keys: string
  readonly onClick: () => void
}) {
  return (
    <button
      type="button"
      className={`${classes.tool} ${classes.find}`}
      onClick={onClick}
      aria-keyshortcuts={ariaKeys(keys)}
    >
      <Icon name="search" size={14} />
      {label}
      <span className={classes.keys}>
        <Kbd keys={keys} />
      </span>
    </button>
  )
}

/** "Needs you 2", "To send 0", or the person with a chevron (`opens`; give the ref to Mantine's Menu.Target). */
export function TopTool({ label, icon, count, countTone, opens = false, onClick, ref, ...rest }: TopToolProps) {
  return (
    <button type="button" ref={ref ?? null} onClick={onClick} {...rest} className={classes.tool}>
      {icon !== undefined && <Icon name={icon} />}
      {label}
      {count !== undefined && <CountPill value={count} {...(countTone !== undefined && { tone: countTone })} />}
      {opens && <Icon name="chevron-down" size={14} />}
    </button>
  )
}

export type TopToolProps = {
  readonly label: string
  readonly icon?: IconName
  readonly count?: number
  readonly countTone?: NonNullable<CountPillProps['tone']>
  readonly opens?: boolean
  readonly onClick?: () => void
  readonly ref?: Ref<HTMLButtonElement>
}
