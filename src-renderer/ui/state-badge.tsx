import { cx } from './cx.ts'
import { Icon, type IconName } from './icon.tsx'
import classes from './state-badge.module.css'
import { lookOfState, type State, toneText } from './tone.ts'

/** A state by icon and word. `icon` replaces the usual one (an hourglass for "Waits for Petr"); `small` inside second lines. */
export function StateBadge({ state, word, icon, small = false }: StateBadgeProps) {
  const look = lookOfState[state]
  return (
    <span
      className={cx(classes.state, toneText(look.tone), state === 'waits' && classes.waits, small && classes.small)}
    >
      <Icon name={icon ?? look.icon} size={small ? 14 : 16} />
      {word}
    </span>
  )
}

export type StateBadgeProps = {
  readonly state: State
  readonly word: string
  readonly icon?: IconName
  readonly small?: boolean
}
