import type { ReactNode } from 'react'
import classes from './empty.module.css'
import { Icon, type IconName } from './icon.tsx'

/** Nothing here yet: says what will come and how (`children` the way on). Fills no more than its lines. */
export function Empty({ icon = 'minus', title, hint, children }: EmptyProps) {
  return (
    <div className={classes.empty}>
      <Icon name={icon} />
      <div>
        <p className={classes.title}>{title}</p>
        {hint !== undefined && <p>{hint}</p>}
        {children !== undefined && <div className={classes.ways}>{children}</div>}
      </div>
    </div>
  )
}

export type EmptyProps = {
  readonly icon?: IconName
  readonly title: string
  readonly hint?: string
  readonly children?: ReactNode
}
