import { memo, type ReactNode, useRef } from 'react'
import { cx } from './cx.ts'
import { Icon, type IconName } from './icon.tsx'
import classes from './life-list.module.css'
import { useRecordRowHeight, useRowsInSight } from './row-places.ts'
import text from './text.module.css'

/**
 * A history as a line of days, newest first. Only the rows in sight are drawn, so that ten years open as fast as a week.
 * A `year` row folds and unfolds what it stands for.
 */
export function LifeList({ label, rows, onYear }: LifeListProps) {
  const list = useRef<HTMLOListElement>(null)
  // a row and its line
  const height = useRecordRowHeight() + 1
  const virtual = useRowsInSight(list, { count: rows.length, estimateSize: () => height })
  const drawn = virtual.getVirtualItems()
  const hasYears = rows.some(({ when }) => when.length > dayLength)
  const above = (drawn[0]?.start ?? 0) - virtual.options.scrollMargin
  return (
    <ol
      ref={list}
      className={cx(classes.life, hasYears && classes.wide)}
      aria-label={label}
      style={{ height: virtual.getTotalSize() }}
    >
      {drawn.map(({ index }, at) => {
        const row = rows[index]
        if (row === undefined) return null
        const place = { '--at': `${above + at * height}px` }
        return (
          <li
            key={row.id}
            aria-setsize={rows.length}
            aria-posinset={index + 1}
            className={cx(classes.row, row.look !== undefined && classes[row.look])}
            // a custom property, which React's own type of style does not list
            style={place as Record<string, string>}
          >
            {row.year === undefined ? <Entry row={row} /> : <Year row={row} onYear={onYear} />}
          </li>
        )
      })}
    </ol>
  )
}

/** Longest day without its year, in letters: `28 juill.` */
const dayLength = 9

export type LifeRow = {
  readonly id: string
  readonly when: string
  readonly icon: IconName
  readonly title: string
  readonly second?: string
  readonly right?: ReactNode
  readonly look?: 'now' | 'mile' | 'desk'
  /** This row stands for a year: open or folded. */
  readonly year?: { readonly number: number; readonly isOpen: boolean }
}

export type LifeListProps = {
  readonly label: string
  readonly rows: readonly LifeRow[]
  readonly onYear: (year: number) => void
}

const Entry = memo(({ row }: { readonly row: LifeRow }) => {
  return (
    <>
      <time className={classes.when}>{row.when}</time>
      <span className={classes.node}>
        <Icon name={row.icon} />
      </span>
      <span className={text.cut} title={row.second === undefined ? row.title : `${row.title}, ${row.second}`}>
        {row.title} {row.second !== undefined && <span className={text.second}>{row.second}</span>}
      </span>
      <span className={text.number}>{row.right}</span>
    </>
  )
})

function Year({ row, onYear }: { readonly row: LifeRow; readonly onYear: (year: number) => void }) {
  const { number = 0, isOpen = false } = row.year ?? {}
  return (
    <button type="button" className={classes.year} aria-expanded={isOpen} onClick={() => onYear(number)}>
      <span className={cx(classes.when, classes.number)}>{row.when}</span>
      <span className={classes.node}>
        <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
      </span>
      <span className={cx(text.cut, text.second)}>{row.title}</span>
    </button>
  )
}
