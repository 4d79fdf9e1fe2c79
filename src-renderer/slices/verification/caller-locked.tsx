import { useState } from 'react'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { TextField } from '#renderer/ui/field.tsx'
import { Message } from '#renderer/ui/message.tsx'
import type { CallerView } from '#shared/domain/verification/contract.ts'
import type { CallerOf } from './caller-badge.tsx'
import classes from './caller.module.css'

/** Nobody is asked any more: until when, what to say, and for a supervisor the way to unlock, with a reason. */
export function CallerLocked({ of, view, until }: CallerLockedProps) {
  const { t, refusal } = useText()
  const unlock = useDeskCommand('verification.unlock')
  const [reason, setReason] = useState('')
  return (
    <div className={classes.asking}>
      <Message tone="stuck" cause={t('caller.locked', { until })} say={t('caller.lockedSay')} isUrgent />
      {unlock.refusal && <Message tone="stuck" cause={refusal(unlock.refusal)} isUrgent />}
      {view.mayUnlock && (
        <form
          className={classes.question}
          onSubmit={(event) => {
            event.preventDefault()
            if (reason.trim() !== '' && !unlock.isBusy) void unlock.run({ customerId: of.customerId, reason })
          }}
        >
          <TextField
            label={t('caller.unlockReason')}
            value={reason}
            onChange={setReason}
            input={{ maxLength: 200, autoFocus: true }}
          />
          <ActionButton
            label={t('caller.unlock')}
            submits
            sayAt="hidden"
            reasonOff={reason.trim() === '' ? t('caller.unlockReasonOff') : undefined}
          />
        </form>
      )}
    </div>
  )
}

interface CallerLockedProps {
  readonly of: CallerOf
  readonly view: CallerView
  readonly until: number
}
