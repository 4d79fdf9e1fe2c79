import { type FormEvent, useState } from 'react'
import type { StepPanelProps } from '#renderer/app/case-step.ts'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { TextField } from '#renderer/ui/field.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Message } from '#renderer/ui/message.tsx'
import type { CaseView } from '#shared/domain/interaction/contract.ts'
import type { Sentence } from '#shared/kernel/sentence.ts'
import { say } from '#shared/kernel/sentence.ts'
import classes from './sign.module.css'

/** The code the core sends: asked for, typed as the customer reads it out, and tried by the core. It is never shown here. */
export function OneTimeCode({ view, change, save, isOnline }: StepPanelProps<'sign'>) {
  const text = useText()
  const { t, refusal: sentenceOf } = text
  const [figures, setFigures] = useState('')
  const send = useDeskCommand('contract.sendCode')
  const attempt = useDeskCommand('contract.tryCode')
  const { code, summaryAt, isChecking } = view.signing
  if (code?.state === 'confirmed') return <Message tone="neutral" icon="check" cause={text.say(codeSentence(view))} />
  if (!isOnline)
    return (
      <Message tone="neutral" icon="lock" cause={t('sign.code.offline')}>
        <LinkButton label={t('sign.readAloud')} onClick={() => change({ way: 'script' })} />
      </Message>
    )
  const run = (): void => {
    save()
    attempt.clear()
    setFigures('')
    void send.run({ caseId: view.caseId })
  }
  const tryIt = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const tried = await attempt.run({ caseId: view.caseId, figures })
    if (tried.ok) setFigures('')
  }
  const mayTry = code?.state === 'sent'
  const refused = attempt.refusal ?? send.refusal
  const isWrong = refused !== undefined || (mayTry && !isChecking && code.decided_at !== null)
  return (
    <div className={classes.block}>
      <div className={classes.ways}>
        <ActionButton
          label={t(code === null ? 'sign.sendCode' : 'sign.newCode')}
          onClick={run}
          reasonOff={summaryAt === null ? t('sign.code.afterSummary') : undefined}
          {...(send.isBusy && { busy: t('sign.sendCode') })}
        />
      </div>
      <p className={isWrong ? classes.wrong : classes.says} role={isWrong ? 'alert' : 'status'}>
        {refused ? sentenceOf(refused) : text.say(codeSentence(view))}
      </p>
      {mayTry && (
        <form className={classes.try} onSubmit={(event) => void tryIt(event)}>
          <TextField
            label={t('sign.code')}
            value={figures}
            onChange={setFigures}
            input={{ name: 'code', inputMode: 'numeric', autoComplete: 'off', maxLength: 12 }}
          />
          <ActionButton
            label={t('sign.tryCode')}
            submits
            {...((attempt.isBusy || isChecking) && { busy: t('sign.tryCode') })}
          />
        </form>
      )}
    </div>
  )
}

/** Where the code stands, as the core wrote it. */
function codeSentence({ signing: { code, isChecking } }: CaseView): Sentence {
  if (code === null) return say('sign.code.none')
  if (isChecking) return say('sign.code.checking')
  const { recipient, until, decided_at: at, tries_left: count } = code
  if (code.state === 'confirmed') return say('sign.code.confirmed', { recipient, at: at ?? until })
  if (code.state === 'sent')
    return at === null ? say('sign.code.sent', { recipient, until }) : say('sign.code.wrong', { count })
  return say(`sign.code.${code.state}`)
}
