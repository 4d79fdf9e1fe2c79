import { type KeyboardEvent, type ReactNode, useCallback, useId, useRef, useState } from 'react'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import { useRecordRowHeight, useRowsInSight } from './row-places.ts'
import text from './text.module.css'
import classes from './tree-table.module.css'

/**
 * Rows that open into rows (WAI-ARIA treegrid): arrows move, right opens, left closes or goes up. Only rows in sight are
 * drawn, so that two thousand records open as fast as ten; the totals stay at the foot of what is in sight. Inside CaseFrame's work, which scrolls. The first column is as
 * wide as `first`; figures stand at the right. `letters`: what a letter alone does to the row that has the keys; Space ticks it.
 */
export function TreeTable<Row extends TreeRow>({
  label,
  heads,
  rows,
  draw,
  foot,
  onOpen,
  first = 216,
  letters = {},
  ticked,
  onTick,
}: TreeTableProps<Row>) {
  const body = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<string>()
  const gridId = useId()
  const active = Math.max(
    0,
    rows.findIndex(({ id }) => id === chosen),
  )
  const height = useRecordRowHeight()
  const keyOf = useCallback((index: number) => rows[index]?.id ?? index, [rows])
  const virtual = useRowsInSight(body, {
    count: rows.length,
    getItemKey: keyOf,
    estimateSize: (index) => (rows[index]?.level === 1 ? height + 3 : height),
    scrollPaddingEnd: foot.length * (height + 3),
  })
  const move = (to: number): void => {
    const at = Math.min(rows.length - 1, Math.max(0, to))
    setChosen(rows[at]?.id)
    virtual.scrollToIndex(at, { align: 'auto' })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[active]
    if (row === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    const steps: Readonly<Record<string, () => void>> = {
      ArrowDown: () => move(active + 1),
      ArrowUp: () => move(active - 1),
      PageDown: () => move(active + pageRows),
      PageUp: () => move(active - pageRows),
      Home: () => move(0),
      End: () => move(rows.length - 1),
      ArrowRight: () => (row.isOpen === false ? onOpen(row.id, true) : move(active + 1)),
      ArrowLeft: () => (row.isOpen === true ? onOpen(row.id, false) : move(above(rows, active))),
      Enter: () => row.isOpen !== undefined && onOpen(row.id, !row.isOpen),
    }
    const letter = letters[letterOf(event)]
    const tick = event.key === ' ' ? onTick : undefined
    const step = letter ? () => letter(row) : tick ? () => tick(row) : steps[event.key]
    if (!step || (event.target !== event.currentTarget && event.key === 'Enter')) return
    event.preventDefault()
    setChosen(row.id)
    step()
  }
  return (
    <div
      role="treegrid"
      aria-label={label}
      aria-rowcount={rows.length + 1 + foot.length}
      {...(onTick && { 'aria-multiselectable': true })}
      aria-activedescendant={rows.length === 0 ? undefined : `${gridId}${active}`}
      tabIndex={0}
      className={classes.grid}
      // custom properties, which React's own type of style does not list
      style={{ '--first': `${first}px`, '--figures': heads.length - 2 } as Record<string, string | number>}
      onKeyDown={onKeyDown}
    >
      <div role="row" aria-rowindex={1} className={cx(classes.row, classes.head)}>
        {heads.map((head, at) => (
          <span key={head.key} role="columnheader" className={cx(at > 1 && text.number)}>
            {head.word}
          </span>
        ))}
      </div>
      <div ref={body} role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          if (row === undefined) return null
          const place = { '--at': `${start - virtual.options.scrollMargin}px`, '--deep': row.level - 1 }
          return (
            <div
              key={row.id}
              id={`${gridId}${index}`}
              // a row is as high as its words
              ref={virtual.measureElement}
              data-index={index}
              role="row"
              aria-level={row.level}
              aria-rowindex={index + 2}
              {...(row.isOpen !== undefined && { 'aria-expanded': row.isOpen })}
              {...(onTick && { 'aria-selected': ticked?.has(row.id) ?? false })}
              className={cx(
                classes.row,
                classes.placed,
                row.level === 1 && classes.top,
                row.isStrong && classes.strong,
                index === active && classes.active,
                ticked?.has(row.id) === true && classes.ticked,
              )}
              style={place as Record<string, string | number>} // custom properties again
              onClick={(event) => {
                setChosen(row.id)
                if (event.target instanceof Element && event.target.closest('button')) return
                if (onTick && (event.ctrlKey || event.metaKey)) return onTick(row)
                if (row.isOpen !== undefined) onOpen(row.id, !row.isOpen)
              }}
            >
              <Cells
                row={row}
                cells={draw(row, index === active)}
                heads={heads}
                isTicked={ticked?.has(row.id) ?? false}
              />
            </div>
          )
        })}
      </div>
      {foot.length > 0 && (
        <div role="rowgroup" className={classes.foots}>
          {foot.map((row, at) => (
            <div
              key={row.id}
              role="row"
              aria-level={1}
              aria-rowindex={rows.length + 2 + at}
              className={cx(classes.row, classes.foot, row.isStrong && classes.sum)}
            >
              <Cells row={row} cells={row} heads={heads} />
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

/** A row. `isOpen` undefined: nothing below it. */
export interface TreeRow {
  readonly id: string
  readonly level: number
  readonly isOpen: boolean | undefined
  readonly isStrong: boolean
}

/** What stands in a row, in the order of the heads. */
export interface TreeCells {
  readonly name: string
  readonly why: ReactNode
  readonly figures: readonly ReactNode[]
}

export interface TreeTableProps<Row extends TreeRow> {
  readonly label: string
  readonly heads: readonly { readonly key: string; readonly word: ReactNode }[]
  readonly rows: readonly Row[]
  /** Asked for the rows in sight only: thousands of sums and days need not be written out. */
  readonly draw: (row: Row, isActive: boolean) => TreeCells
  /** Totals under the rows; they stay in sight however many rows are open. */
  readonly foot: readonly (TreeRow & TreeCells)[]
  readonly onOpen: (id: string, isOpen: boolean) => void
  readonly first?: number
  readonly letters?: Readonly<Record<string, (row: Row) => void>>
  /** Rows that are ticked, by their ids; ticking is on where `onTick` is. */
  readonly ticked?: ReadonlySet<string>
  readonly onTick?: ((row: Row) => void) | undefined
}

function Cells({ row, cells, heads, isTicked = false }: CellsProps) {
  const given = cells.figures.findIndex((figure) => figure !== '')
  const empty = given < 0 ? heads.length - 2 : given
  return (
    <>
      <span role="gridcell" className={classes.name}>
        <span className={classes.turn}>
          {isTicked ? (
            <Icon name="check" size={14} />
          ) : (
            row.isOpen !== undefined && <Icon name={row.isOpen ? 'chevron-down' : 'chevron-right'} size={14} />
          )}
        </span>
        <span>{cells.name}</span>
      </span>
      <span
        role="gridcell"
        className={cx(text.second, classes.why)}
        // words may stand where figures would, up to the first one there is
        {...(empty > 0 && { 'aria-colspan': empty + 1, style: { gridColumn: `span ${empty + 1}` } })}
      >
        {cells.why}
      </span>
      {cells.figures.slice(empty).map((figure, at) => (
        <span key={heads[at + empty + 2]?.key ?? at} role="gridcell" className={text.number}>
          {figure}
        </span>
      ))}
    </>
  )
}

interface CellsProps {
  readonly row: TreeRow
  readonly cells: TreeCells
  readonly heads: TreeTableProps<TreeRow>['heads']
  readonly isTicked?: boolean
}

const pageRows = 12

/** The letter of a key as drawn, by its place where the layout is not Latin; '' for any other key. */
function letterOf({ key, code }: KeyboardEvent): string {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase()
  return /^Key[A-Z]$/.test(code) && key.length === 1 ? code.slice(3) : ''
}

/** The row a row is below of. */
function above(rows: readonly TreeRow[], at: number): number {
  const level = rows[at]?.level ?? 1
  for (let index = at - 1; index >= 0; index -= 1) if ((rows[index]?.level ?? 1) < level) return index
  return at
}
