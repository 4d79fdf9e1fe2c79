import type { StepPanelProps } from '#renderer/app/case-step.ts'
import { StepText } from '#renderer/app/step-text.tsx'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { wayOf } from '#shared/domain/contract/acceptance.ts'
import { messageChannels } from '#shared/domain/message/templates.ts'
import { OneTimeCode } from './one-time-code.tsx'
import { ScriptToRead } from './script-to-read.tsx'
import classes from './sign.module.css'

/** A contract accepted at a distance: the summary first, then the customer's code, or what is read aloud. */
export function PhoneAcceptance(props: StepPanelProps<'sign'>) {
  const { t } = useText()
  const { view } = props
  const { withdrawUntil } = view.signing
  return (
    <div className={classes.phone}>
      <SendSummary {...props} />
      {wayOf(view.channel, props.fields.way) === 'code' ? <OneTimeCode {...props} /> : <ReadAloud {...props} />}
      {withdrawUntil !== null && <p className={classes.says}>{t('sign.withdraw.until', { until: withdrawUntil })}</p>}
    </div>
  )
}

/** Which summary the customer has: of what stands here now, or none. */
function SendSummary({ view, fields, change, save }: StepPanelProps<'sign'>) {
  const { t, key, refusal: sentenceOf } = useText()
  const send = useDeskCommand('contract.sendSummary')
  const { summaryAt } = view.signing
  const isOnDesk = view.messages.some(({ row, isPending }) => isPending && row.queued_at === summaryAt)
  const run = (): void => {
    save()
    void send.run({ caseId: view.caseId })
  }
  const stands =
    summaryAt === null
      ? t('sign.summary.none')
      : t(isOnDesk ? 'sign.summary.queued' : 'sign.summary.sent', { at: summaryAt })
  return (
    <div className={classes.block}>
      <div className={classes.ways}>
        <Choice
          tall
          label={t('sign.sendBy')}
          value={fields.sendBy}
          onChange={(sendBy) => change({ sendBy })}
          options={messageChannels.map((value) => ({ value, label: key(`sign.sendBy.${value}`) }))}
        />
        <ActionButton
          label={t('sign.sendSummary')}
          onClick={run}
          {...(send.isBusy && { busy: t('sign.sendSummary') })}
        />
      </div>
      <p className={send.refusal ? classes.wrong : classes.says} role="status">
        {send.refusal ? sentenceOf(send.refusal) : stands}
      </p>
    </div>
  )
}

function ReadAloud(props: StepPanelProps<'sign'>) {
  const { t } = useText()
  return (
    <div className={classes.block}>
      <ScriptToRead view={props.view} />
      <StepText step="sign" of={props} field="recording" label={t('sign.recording')} help={t('sign.recording.help')} />
    </div>
  )
}
