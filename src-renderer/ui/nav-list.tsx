import { NavLink } from '@mantine/core'
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { Icon, type IconName } from './icon.tsx'
import classes from './nav-list.module.css'

/** The rail of a view: its parts with how many of each. What is empty stays, in its place and quiet. */
export function NavList({ label, parts, current, onOpen, foot }: NavListProps) {
  return (
    <nav className={classes.rail} aria-label={label}>
      <ul>
        {parts.map((part) => (
          <li key={part.id}>
            <NavLink
              component="button"
              type="button"
              onClick={() => onOpen(part.id)}
              className={cx(classes.part, part.id === current && classes.current, part.count === 0 && classes.empty)}
              leftSection={<Icon name={part.icon} className={classes.icon} />}
              rightSection={<span className={classes.count}>{part.count}</span>}
              label={part.name}
              noWrap
              {...(part.id === current && { 'aria-current': 'page' as const })}
            />
          </li>
        ))}
      </ul>
      {foot !== undefined && <div className={classes.foot}>{foot}</div>}
    </nav>
  )
}

export type NavPart = {
  readonly id: string
  readonly name: string
  readonly icon: IconName
  readonly count: number
}

export type NavListProps = {
  readonly label: string
  readonly parts: readonly NavPart[]
  readonly current: string
  readonly onOpen: (id: string) => void
  readonly foot?: ReactNode
}
