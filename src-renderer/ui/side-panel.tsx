import type { ReactNode } from 'react'
import { IconButton } from './icon-button.tsx'
import classes from './side-panel.module.css'

/** A panel over the context, beside the work: nothing behind it moves, and the work goes on under the keys. */
export function SidePanel({ title, second, closeWord, closeKeys, onClose, foot, children }: SidePanelProps) {
  return (
    <aside className={classes.panel} aria-label={title} data-side-panel>
      <header className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        <span className={classes.second}>{second ?? ''}</span>
        <IconButton label={closeWord} icon="x" onClick={onClose} keys={closeKeys} />
      </header>
      <div className={classes.body}>{children}</div>
      <footer className={classes.foot}>{foot}</footer>
    </aside>
  )
}

export interface SidePanelProps {
  readonly title: string
  readonly second?: string
  readonly closeWord: string
  readonly closeKeys: string
  readonly onClose: () => void
  readonly foot: ReactNode
  readonly children: ReactNode
}
