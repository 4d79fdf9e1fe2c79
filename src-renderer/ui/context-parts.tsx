import type { ReactNode } from 'react'
import classes from './context-parts.module.css'
import { cx } from './cx.ts'
import { Icon, type IconName } from './icon.tsx'
import { type Tone, toneText } from './tone.ts'

/** Who it is about: name, one line (a label and a number), badges. Always first in the context. */
export function ContextName({ name, label, value, action, children }: ContextNameProps) {
  return (
    <section>
      <h2 className={classes.name}>{name}</h2>
      <div className={classes.line}>
        {label !== undefined && <span className={classes.second}>{label}</span>}
        {value}
        {action !== undefined && action !== null && <span className={classes.action}>{action}</span>}
      </div>
      {children !== undefined && <div className={classes.badges}>{children}</div>}
    </section>
  )
}

/** A named part of the context: Alerts, Services, Balance, Last contacts, Script. */
export function ContextSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3 className={classes.title}>{title}</h3>
      {children}
    </section>
  )
}

/** Rows of a section. `tone` colours icon, and for an alert the text; `second` stands at the right. */
export function ContextList({ items }: { readonly items: readonly ContextItem[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li
          key={item.id}
          className={cx(classes.item, item.isAlert === true && cx(classes.alert, toneText(item.tone ?? 'neutral')))}
        >
          <Icon name={item.icon} />
          <span className={item.isAlert === true ? classes.wrapped : classes.cut}>{item.text}</span>
          {item.second !== undefined && (
            <span
              className={cx(
                classes.right,
                item.tone === undefined ? classes.quiet : cx(classes.strong, toneText(item.tone)),
              )}
            >
              {item.second}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Contacts: when, by what way, about what. */
export function ContextDated({ items }: { readonly items: readonly ContextDatedItem[] }) {
  return (
    <ul className={classes.datedList}>
      {items.map((item) => (
        <li key={item.id} className={cx(classes.item, classes.dated)}>
          <time>{item.when}</time>
          <Icon name={item.icon} />
          <span>{item.text}</span>
        </li>
      ))}
    </ul>
  )
}

export type ContextNameProps = {
  readonly name: string
  readonly label?: string
  readonly value?: ReactNode
  /** At the right of the line: what can be done about it. */
  readonly action?: ReactNode
  readonly children?: ReactNode
}

export type ContextItem = {
  readonly id: string
  readonly icon: IconName
  readonly text: ReactNode
  readonly second?: string
  readonly tone?: Tone
  readonly isAlert?: boolean
}

export type ContextDatedItem = {
  readonly id: string
  readonly when: string
  readonly icon: IconName
  readonly text: string
}
