import { useState } from 'react'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useSpoken, useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { TextField } from '#renderer/ui/field.tsx'
import { Message } from '#renderer/ui/message.tsx'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import classes from './credit.module.css'

/** Where a class or a limit stops the sale: a supervisor decides otherwise, here or asked from here, with a reason. */
export function CreditOverride({ view }: { readonly view: CaseView }) {
  const { t } = useText()
  const spoken = useSpoken()
  const { may, state, at } = view.override
  if (state === 'asked')
    return (
      <Message
        tone="late"
        icon="hourglass"
        cause={t('override.asked', { at: at ?? 0 })}
        say={spoken.t('override.asked.say')}
        sayLang={spoken.reader.language}
      />
    )
  return (
    <>
      {state === 'refused' && <Message tone="stuck" cause={t('override.refused')} />}
      {may !== 'no' && <AskOverride view={view} mayDecide={may === 'decide'} />}
    </>
  )
}

function AskOverride({ view, mayDecide }: { readonly view: CaseView; readonly mayDecide: boolean }) {
  const { t, refusal } = useText()
  const ask = useDeskCommand('credit.askOverride')
  const [reason, setReason] = useState('')
  const reasonOff = reason.trim() === '' ? t('override.reasonOff') : undefined
  const isLimit = view.decision !== null && !/[DE]/.test(view.decision.class)
  const send = async (): Promise<void> => {
    if (reasonOff !== undefined || ask.isBusy) return
    const answer = await ask.run({ caseId: view.caseId, reason })
    if (answer.ok) setReason('')
  }
  return (
    <section aria-label={t('override.title')} className={classes.override}>
      {isLimit && <p>{t('override.limit')}</p>}
      {ask.refusal && <Message tone="stuck" cause={refusal(ask.refusal)} isUrgent />}
      <div className={classes.income}>
        <TextField
          label={t('override.reason')}
          value={reason}
          onChange={(value) => {
            ask.clear()
            setReason(value)
          }}
          help={t(mayDecide ? 'override.decideHelp' : 'override.reason.help')}
          input={{ maxLength: 300, autoComplete: 'off' }}
        />
        <ActionButton
          label={t(mayDecide ? 'override.decide' : 'override.ask')}
          reasonOff={reasonOff}
          sayAt="hidden"
          onClick={() => void send()}
        />
      </div>
    </section>
  )
}
