import type { ReactNode } from 'react'
import { ActionButton } from './action-button.tsx'
import classes from './dialog-form.module.css'
import { Message } from './message.tsx'
import { useKeptFocus } from './use-kept-focus.ts'

/**
 * A small form: what was refused, the fields, then why it cannot be sent yet, the way out, and the main button, which
 * Enter presses too.
 */
export function DialogForm(props: DialogFormProps) {
  const {
    refused,
    leave,
    onLeave,
    send,
    busy,
    reasonOff,
    isReasonSaid = false,
    hasNoLeave = false,
    onSend,
    children,
  } = props
  const kept = useKeptFocus<HTMLFormElement>()
  return (
    <form
      {...kept}
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
    >
      {refused !== undefined && <Message tone="stuck" cause={refused} isUrgent />}
      {children}
      <div className={classes.end}>
        {reasonOff !== undefined && !isReasonSaid && (
          <span aria-hidden className={classes.reason}>
            {reasonOff}
          </span>
        )}
        {!hasNoLeave && <ActionButton label={leave} onClick={onLeave} />}
        <ActionButton
          kind="primary"
          label={send}
          keys="Enter"
          submits
          sayAt="hidden"
          reasonOff={reasonOff}
          {...(busy !== undefined && { busy })}
        />
      </div>
    </form>
  )
}

export interface DialogFormProps {
  /** The sentence of a refusal. */
  readonly refused: string | undefined
  readonly leave: string
  readonly onLeave: () => void
  readonly send: string
  /** While it is being sent. */
  readonly busy?: string | undefined
  readonly reasonOff?: string | undefined
  /** The reason stands above already. */
  readonly isReasonSaid?: boolean
  /** Nothing to leave: the button only closes. */
  readonly hasNoLeave?: boolean
  readonly onSend: () => void
  readonly children: ReactNode
}

/** Two fields beside each other. */
export function FieldPair({ children }: { readonly children: ReactNode }) {
  return <div className={classes.two}>{children}</div>
}
