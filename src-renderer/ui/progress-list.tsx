import { Progress } from '@mantine/core'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import classes from './progress-list.module.css'
import { lookOfState, type State, toneText } from './tone.ts'

/** What starts: one line each with what, how many and seconds; the one at work has a 2 px bar (`done` 0 to 1). */
export function ProgressList({ label, items }: ProgressListProps) {
  return (
    <ol className={classes.list} aria-label={label}>
      {items.map((item) => {
        const look = lookOfState[item.state]
        return (
          <li key={item.id} className={cx(classes.item, item.state === 'waits' && classes.waits)}>
            <Icon name={look.icon} className={toneText(look.tone)} />
            <span className={cx(item.state === 'open' && classes.now)}>{item.name}</span>
            <span className={cx(item.state === 'confirmed' && classes.second)}>{item.second}</span>
            <span className={classes.time}>{item.time}</span>
            {item.done !== undefined && (
              <Progress value={item.done * 100} aria-label={item.name} className={classes.bar} />
            )}
          </li>
        )
      })}
    </ol>
  )
}

export type ProgressItem = {
  readonly id: string
  readonly name: string
  readonly second?: string
  readonly time?: string
  readonly state: State
  readonly done?: number
}

export type ProgressListProps = { readonly label: string; readonly items: readonly ProgressItem[] }
