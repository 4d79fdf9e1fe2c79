import type { ReactNode } from 'react'
import classes from './record.module.css'

/** What was read: label, value, and a second line (a small StateBadge or a few words). Stands in a RecordGrid. */
export function Record({ label, value, second, lang }: RecordProps) {
  return (
    <div className={classes.record}>
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.value} lang={lang}>
        {value}
      </dd>
      {second !== undefined && <dd className={classes.second}>{second}</dd>}
    </div>
  )
}

/** Records side by side, three in a row unless told otherwise. */
export function RecordGrid({ columns = 3, children }: { readonly columns?: 2 | 3 | 4; readonly children: ReactNode }) {
  return (
    <dl className={classes.grid} style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}>
      {children}
    </dl>
  )
}

export type RecordProps = {
  readonly label: string
  readonly value: ReactNode
  readonly second?: ReactNode
  readonly lang?: string
}
