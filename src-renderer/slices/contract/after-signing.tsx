import { useState } from 'react'
import { useActionsNow } from '#renderer/app/hot-keys.ts'
import { useDesk, useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { ActionButton } from '#renderer/ui/action-button.tsx'
import { TextField } from '#renderer/ui/field.tsx'
import { Message } from '#renderer/ui/message.tsx'
import type { AgreementRow } from '#shared/domain/contract/rows.ts'
import { levelOfAct } from '#shared/domain/verification/levels.ts'
import classes from './sign.module.css'

/** What follows a contract accepted at a distance: the document seen on delivery, and the days in which it can be left. */
export function AfterSigning({ agreement, today }: { readonly agreement: AgreementRow; readonly today: string }) {
  const { t } = useText()
  if (agreement.state === 'withdrawn')
    return (
      <div className={classes.after}>
        <Message tone="neutral" icon="lock" cause={t('sign.withdrawn')} />
      </div>
    )
  return (
    <div className={classes.after}>
      {agreement.document_check !== '' && <DocumentOnDelivery agreement={agreement} />}
      {agreement.withdraw_until !== null && (
        <Withdrawal agreement={agreement} until={agreement.withdraw_until} today={today} />
      )}
    </div>
  )
}

function DocumentOnDelivery({ agreement }: { readonly agreement: AgreementRow }) {
  const { t, key, refusal: sentenceOf } = useText()
  const record = useDeskCommand('contract.recordDocumentCheck')
  const check = agreement.document_check
  const run = (outcome: 'checked' | 'differs'): void => void record.run({ agreementId: agreement.id, outcome })
  return (
    <div className={classes.block}>
      <p className={check === 'differs' ? classes.wrong : undefined} role="status">
        {record.refusal
          ? sentenceOf(record.refusal)
          : key(`sign.document.${check}`, { at: agreement.document_checked_at })}
      </p>
      {check !== 'checked' && (
        <div className={classes.ways}>
          <ActionButton small label={t('sign.document.check')} onClick={() => run('checked')} />
          {check === 'onDelivery' && (
            <ActionButton small label={t('sign.document.differ')} onClick={() => run('differs')} />
          )}
        </div>
      )}
    </div>
  )
}

function Withdrawal({ agreement, until, today }: WithdrawalProps) {
  const { t, refusal: sentenceOf } = useText()
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const withdraw = useDeskCommand('contract.withdrawAgreement')
  const { customer_id: customerId, case_id: caseId } = agreement
  const caller = useDesk('verification.caller', { customerId, caseId }, { isOff: !isAsking }).data
  const runAction = useActionsNow()
  const level = levelOfAct.withdraw
  const reasonOff = caller === undefined || caller.level >= level ? undefined : t('sign.withdraw.needsLevel', { level })
  if (today > until) return <p className={classes.says}>{t('sign.withdraw.over', { until })}</p>
  if (!isAsking)
    return (
      <div className={classes.block}>
        <p className={classes.says}>{t('sign.withdraw.until', { until })}</p>
        <div className={classes.ways}>
          <ActionButton small label={t('sign.withdraw')} onClick={() => setAsking(true)} />
        </div>
      </div>
    )
  if (reasonOff !== undefined)
    return (
      <Message tone="late" cause={reasonOff}>
        <ActionButton label={t('caller.verify')} onClick={() => runAction('verify')} />
        <ActionButton label={t('sign.withdraw.no')} onClick={() => setAsking(false)} />
      </Message>
    )
  return (
    <Message tone="stuck" isUrgent cause={withdraw.refusal ? sentenceOf(withdraw.refusal) : t('sign.withdraw.follows')}>
      <TextField
        label={t('sign.withdraw.reason')}
        value={reason}
        onChange={setReason}
        input={{ maxLength: 200, autoComplete: 'off' }}
      />
      <ActionButton label={t('sign.withdraw.no')} onClick={() => setAsking(false)} autoFocus />
      <ActionButton
        label={t('sign.withdraw.yes')}
        onClick={() => void withdraw.run({ agreementId: agreement.id, reason })}
        {...(withdraw.isBusy && { busy: t('sign.withdraw.yes') })}
      />
    </Message>
  )
}

interface WithdrawalProps {
  readonly agreement: AgreementRow
  readonly until: string
  readonly today: string
}
