import { Tabs } from '@mantine/core'
import type { KeyboardEvent, MouseEvent } from 'react'
import { cx } from './cx.ts'
import { Icon, type IconName } from './icon.tsx'
import classes from './tabs-bar.module.css'

/**
 * Open work in the top bar: Home and the cases. Arrow keys move, Delete closes the focused tab (WAI-ARIA tabs pattern), the
 * cross does it for the pointer. A tab without `canClose` (Home) has no cross.
 */
export function TabsBar({ label, tabs, current, onOpen, onClose }: TabsBarProps) {
  const close = (event: MouseEvent | KeyboardEvent, id: string) => {
    event.stopPropagation()
    onClose?.(id)
  }
  return (
    <Tabs
      value={current}
      onChange={(id) => id !== null && onOpen(id)}
      activateTabWithKeyboard={false}
      className={cx(classes.bar)}
    >
      <Tabs.List aria-label={label} className={cx(classes.list)}>
        {tabs.map((tab) => (
          <Tabs.Tab
            key={tab.id}
            value={tab.id}
            className={cx(classes.tab)}
            title={tab.title}
            onKeyDown={(event) => event.key === 'Delete' && tab.canClose === true && close(event, tab.id)}
          >
            <span className={classes.inner}>
              {tab.icon === 'home' ? (
                <Icon name="home" />
              ) : (
                <Icon name={tab.icon} size={14} className={classes.small} />
              )}
              <span className={classes.title}>{tab.title}</span>
              {tab.canClose === true && tab.id === current && (
                <span className={classes.close} onClick={(event) => close(event, tab.id)} title={tab.closeWord}>
                  <Icon name="x" size={14} className={classes.small} />
                </span>
              )}
            </span>
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  )
}

export type OpenTab = {
  readonly id: string
  readonly icon: IconName
  readonly title: string
  readonly canClose?: boolean
  readonly closeWord?: string
}

export type TabsBarProps = {
  readonly label: string
  readonly tabs: readonly OpenTab[]
  readonly current: string
  readonly onOpen: (id: string) => void
  readonly onClose?: (id: string) => void
}
