import type { ReactNode } from 'react'
import { CountPill } from './count-pill.tsx'
import classes from './section-head.module.css'

/** Head of a list: its name, how many, and at the right whatever belongs to the whole list. `calls` makes the number a pill. */
export function SectionHead({ title, count, calls = false, children }: SectionHeadProps) {
  return (
    <div className={classes.head}>
      <h2 className={classes.title}>{title}</h2>
      {count !== undefined && (calls ? <CountPill value={count} /> : <span className={classes.count}>{count}</span>)}
      {children !== undefined && <div className={classes.right}>{children}</div>}
    </div>
  )
}

export type SectionHeadProps = {
  readonly title: string
  readonly count?: number
  readonly calls?: boolean
  readonly children?: ReactNode
}
