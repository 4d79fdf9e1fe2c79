import { type KeyboardEvent, useEffect, useRef } from 'react'
import { ActionButton } from './action-button.tsx'
import classes from './choices.module.css'

/**
 * Up to three ways, each a wide button with what follows from it under it. The first is the one we recommend: solid, and
 * focused when it appears. A digit inside chooses by place (2, 3) while no field has the focus.
 */
export function Choices({ label, choices }: ChoicesProps) {
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus({ preventScroll: true }), [])
  const byDigit = (event: KeyboardEvent) => {
    const choice = choices.find((each) => each.keys === event.key)
    if (choice === undefined || choice.reasonOff !== undefined) return
    event.preventDefault()
    choice.onChoose()
  }
  return (
    <div role="group" aria-label={label} className={classes.choices} onKeyDown={byDigit}>
      {choices.map((choice, at) => (
        <section key={choice.id}>
          <ActionButton
            label={choice.label}
            onClick={choice.onChoose}
            kind={at === 0 ? 'primary' : 'other'}
            wide
            {...(choice.keys !== undefined && { keys: choice.keys })}
            reasonOff={choice.reasonOff}
            {...(at === 0 && { ref: first })}
          />
          <ul className={classes.follows}>
            {choice.follows.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

export type WayOn = {
  readonly id: string
  readonly label: string
  readonly keys?: string
  /** What follows, a sentence each. */
  readonly follows: readonly string[]
  readonly onChoose: () => void
  readonly reasonOff?: string | undefined
}

export type ChoicesProps = { readonly label: string; readonly choices: readonly WayOn[] }
