import { NavLink } from '@mantine/core'
import type { KeyboardEvent, ReactNode } from 'react'
import { cx } from './cx.ts'
import { Icon, type IconName } from './icon.tsx'
import { ariaKeys } from './kbd.tsx'
import classes from './step-list.module.css'
import text from './text.module.css'
import { type Tone, toneText } from './tone.ts'

/**
 * The rail: steps with their state, a summary line each, and a foot. Arrow keys move, Enter or Space opens; a locked step
 * keeps its place in the tab order, does not open, and its summary is the reason.
 */
export function StepList({ label, steps, current, onOpen, foot }: StepListProps) {
  return (
    <nav className={classes.rail} aria-label={label}>
      <ol onKeyDown={moveFocus}>
        {steps.map((step) => (
          <li key={step.id}>
            <StepLink step={step} isCurrent={step.id === current} onOpen={onOpen} />
          </li>
        ))}
      </ol>
      {foot !== undefined && <div className={classes.foot}>{foot}</div>}
    </nav>
  )
}

export type StepState = 'confirmed' | 'desk' | 'open' | 'wrong' | 'waits' | 'locked' | 'needsYou'

export type Step = {
  readonly id: string
  readonly name: string
  /** Second line: what is there, what is missing, or why it is locked. */
  readonly summary: string
  readonly state: StepState
  /** Spoken after the name: "Confirmed". The icon says it to the eye. */
  readonly stateWord?: string
  readonly keys?: string
}

export type StepListProps = {
  readonly label: string
  readonly steps: readonly Step[]
  readonly current: string
  readonly onOpen: (id: string) => void
  readonly foot?: ReactNode
}

const looks: Readonly<Record<StepState, { readonly icon: IconName; readonly tone: Tone }>> = {
  confirmed: { icon: 'confirmed', tone: 'ok' },
  desk: { icon: 'desk', tone: 'desk' },
  open: { icon: 'open', tone: 'accent' },
  wrong: { icon: 'stuck', tone: 'stuck' },
  waits: { icon: 'waits', tone: 'neutral' },
  locked: { icon: 'lock', tone: 'neutral' },
  needsYou: { icon: 'user-exclamation', tone: 'accent' },
}

function StepLink({ step, isCurrent, onOpen }: { step: Step; isCurrent: boolean; onOpen: (id: string) => void }) {
  const look = looks[step.state]
  const isAhead = step.state === 'waits' || step.state === 'locked'
  const isLocked = step.state === 'locked'
  return (
    <NavLink
      component="button"
      type="button"
      onClick={() => !isLocked && onOpen(step.id)}
      className={cx(classes.step, isAhead && classes.ahead, isCurrent && classes.current)}
      leftSection={<Icon name={look.icon} className={toneText(look.tone)} />}
      label={
        <>
          {step.name}
          {step.stateWord !== undefined && <span className={text.hidden}>, {step.stateWord}</span>}
        </>
      }
      description={step.summary}
      noWrap
      {...(isCurrent && { 'aria-current': 'step' as const })}
      {...(isLocked && { 'aria-disabled': true })}
      {...(step.keys !== undefined && { 'aria-keyshortcuts': ariaKeys(step.keys) })}
    />
  )
}

const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const move = moves[event.key]
  if (move === undefined || event.altKey || event.ctrlKey || event.metaKey) return
  const links = [...event.currentTarget.querySelectorAll('button')]
  const at = links.findIndex((link) => link === event.target)
  event.preventDefault()
  links[move(at, links.length - 1)]?.focus()
}
