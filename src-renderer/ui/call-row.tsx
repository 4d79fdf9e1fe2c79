import type { ReactNode } from 'react'
import classes from './call-row.module.css'
import { cx } from './cx.ts'
import { Icon, type IconName } from './icon.tsx'
import { type Tone, toneText } from './tone.ts'

/** The row of the telephone (44): its state with a timer, the number, who and why, and what can be done at the right. */
export function CallRow({ label, icon, state, tone, isRinging = false, number, children, actions }: CallRowProps) {
  return (
    <section className={cx(classes.call, isRinging && classes.ring)} aria-label={label}>
      <span className={cx(classes.state, tone === undefined ? classes.quiet : toneText(tone))}>
        <Icon name={icon} />
        {state}
      </span>
      {number !== undefined && <span className={classes.number}>{number}</span>}
      {children}
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </section>
  )
}

/** A line between who it is and what it is about. */
export function CallRule() {
  return <span className={classes.rule} />
}

/** One of those who may be calling; the chosen one is taken with the call. */
export function CallCandidate({ name, how, isChosen, onChoose }: CallCandidateProps) {
  return (
    <button type="button" role="radio" aria-checked={isChosen} className={classes.candidate} onClick={onChoose}>
      <span className={cx(classes.dot, isChosen && classes.on)} />
      <span className={classes.name}>{name}</span>
      <span className={classes.second}>, {how}</span>
    </button>
  )
}

export type CallRowProps = {
  readonly label: string
  readonly icon: IconName
  readonly state: string
  readonly tone?: Tone
  readonly isRinging?: boolean
  readonly number?: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

export type CallCandidateProps = {
  readonly name: string
  readonly how: string
  readonly isChosen: boolean
  readonly onChoose: () => void
}

/** One of a closed list in the row, by the system's own select: small, and a letter finds a line. Enter closes the row. */
export function CallChoice<Value extends string>({ label, value, options, onChange, onEnter }: CallChoiceProps<Value>) {
  return (
    <label className={classes.choice}>
      {label}
      <select
        value={value}
        onChange={(event) => {
          const found = options.find((option) => option.value === event.currentTarget.value)
          if (found) onChange(found.value)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          onEnter()
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}

/** A day and a time in the row, typed as people write them. */
export function CallMoment({ day, time, onEnter }: CallMomentProps) {
  return (
    <>
      {[day, time].map((part, at) => (
        <label key={part.label} className={classes.choice}>
          {part.label}
          <input
            className={at === 0 ? classes.day : classes.time}
            value={part.value}
            maxLength={20}
            autoComplete="off"
            onChange={(event) => part.onChange(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              onEnter()
            }}
          />
        </label>
      ))}
    </>
  )
}

export type CallChoiceProps<Value extends string> = {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
  readonly onEnter: () => void
}

export type CallMomentProps = {
  readonly day: MomentPart
  readonly time: MomentPart
  readonly onEnter: () => void
}

type MomentPart = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}
