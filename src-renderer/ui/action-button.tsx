import { Button } from '@mantine/core'
import { type MouseEvent, type Ref, useId } from 'react'
import classes from './action-button.module.css'
import { cx } from './cx.ts'
import { Icon, type IconName } from './icon.tsx'
import { ariaKeys, Kbd } from './kbd.tsx'
import text from './text.module.css'

/**
 * A button that says why it is off. Off (`reasonOff`) or at work (`busy`) it stays in the tab order, does nothing, and is
 * described by the reason, which stands below it, to its left (`sayAt="left"`, the action bar), or is only spoken.
 * `note` is a sentence in the same place for a button that is on.
 */
export function ActionButton(props: ActionButtonProps) {
  const { label, kind = 'other', keys, icon, reasonOff, note, noteTone = 'second', sayAt = 'below', busy } = props
  const sayId = useId()
  const isOff = reasonOff !== undefined || busy !== undefined
  const said = reasonOff ?? note
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (isOff) event.preventDefault()
    else props.onClick?.(event)
  }
  const button = (
    <Button
      ref={props.ref ?? null}
      type={props.submits === true ? 'submit' : 'button'}
      onClick={press}
      data-kind={kind}
      className={cx(
        classes.button,
        classes[kind],
        props.small === true && classes.small,
        props.wide === true && classes.wide,
        isOff && classes.off,
      )}
      {...(isOff && { 'aria-disabled': true })}
      {...(busy !== undefined && { 'aria-busy': true })}
      {...(said !== undefined && { 'aria-describedby': sayId })}
      {...(keys !== undefined && { 'aria-keyshortcuts': ariaKeys(keys) })}
      {...(props.pressed !== undefined && { 'aria-pressed': props.pressed })}
      {...(props.autoFocus === true && { 'data-autofocus': true })}
    >
      {icon !== undefined && <Icon name={icon} />}
      {busy ?? label}
      {keys !== undefined && <Kbd keys={keys} onAccent={kind === 'primary' && !isOff} />}
    </Button>
  )
  if (said === undefined) return button
  const say = (
    <span
      id={sayId}
      className={
        sayAt === 'hidden'
          ? text.hidden
          : cx(classes.say, noteTone === 'stuck' && reasonOff === undefined && classes.stuck)
      }
    >
      {said}
    </span>
  )
  return (
    <span className={cx(classes.pair, classes[sayAt])}>
      {sayAt === 'left' && say}
      {button}
      {sayAt !== 'left' && say}
    </span>
  )
}

export type ActionButtonProps = {
  /** Names the result: "Approve in part, 150.00". */
  readonly label: string
  readonly onClick?: (event: MouseEvent<HTMLButtonElement>) => void
  /** primary is the one solid thing of a screen; quiet is text only. */
  readonly kind?: 'primary' | 'other' | 'quiet'
  /** As drawn: "Ctrl Enter". Shown and announced, not listened to: the app's hot keys do that. */
  readonly keys?: string
  readonly icon?: IconName
  readonly reasonOff?: string | undefined
  readonly note?: string | undefined
  readonly noteTone?: 'second' | 'stuck'
  readonly sayAt?: 'below' | 'left' | 'hidden'
  /** Words that replace the label while it works: "Printing the slip". */
  readonly busy?: string | undefined
  readonly small?: boolean
  readonly wide?: boolean
  readonly submits?: boolean
  readonly pressed?: boolean
  readonly autoFocus?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}
