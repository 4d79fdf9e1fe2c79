import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useDesk, useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { Empty } from '#renderer/ui/empty.tsx'
import { TextField } from '#renderer/ui/field.tsx'
import type { TopUpMatters } from '#shared/domain/dispute/contract.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { parseAmount } from '#shared/kernel/parse-amount.ts'
import classes from './dispute.module.css'
import type { SaidOfDispute } from './dispute-form.tsx'
import { DisputeForm } from './dispute-form.tsx'
import { topUpWay } from './dispute-words.ts'

/** A dispute of a pre-paid top-up: how much of it, and what every dispute is asked for. */
export function FileTopUp(props: FileTopUpProps) {
  const { paymentId, about, onClose } = props
  const { t, refusal } = useText()
  const asked = useDesk('dispute.ofTopUp', { paymentId })
  const title = about ? t('dispute.title.appeal', { reference: about.reference }) : undefined
  return (
    <Modal
      opened
      size={600}
      onClose={onClose}
      title={title ?? (asked.data ? t('dispute.title.topUp', { at: asked.data.at }) : t('dispute.row'))}
      closeButtonProps={{ 'aria-label': t('price.working.close') }}
    >
      {asked.refusal && <Empty icon="alert" title={refusal(asked.refusal)} />}
      {asked.data && <Form {...props} of={asked.data} />}
    </Modal>
  )
}

function Form(props: FileTopUpProps & { readonly of: TopUpMatters }) {
  const { of, paymentId, caseId, about, claimedMinor, onClose, onShow } = props
  const text = useText()
  const { t, money, reader } = text
  const file = useDeskCommand('dispute.fileTopUp')
  const language = useDesk('interaction.customerView', { customerId: of.customerId }).data?.customer.language
  const [typed, setTyped] = useState(() => money(Math.min(claimedMinor ?? of.leftMinor, of.leftMinor)))
  const amount = parseAmount(typed, reader.currency)
  const claimed = amount.ok && amount.value > 0 && amount.value <= of.leftMinor ? amount.value : undefined
  const notReady =
    !of.canFile && about === null
      ? t('dispute.topUp.tooLate', { last: of.lastFilingDay })
      : claimed === undefined
        ? t('dispute.topUp.notReady')
        : undefined
  const run = async (said: SaidOfDispute): Promise<void> => {
    if (claimed === undefined) return
    const aboutId = about?.id ?? null
    const filed = await file.run({
      ...said,
      evidence: [...said.evidence],
      paymentId,
      caseId,
      aboutId,
      claimedMinor: claimed,
    })
    if (filed.ok) onShow(filed.value.disputeId)
    else if (filed.error.code === 'LINE_DISPUTED') onShow(String(filed.error.details?.['disputeId']))
  }
  return (
    <DisputeForm
      reasons={of.disputeReasons}
      language={language}
      claimedMinor={claimed}
      notReady={notReady}
      tell={(spoken) => spoken.t('dispute.topUp.tell.open', { on: of.answerBy, amountMinor: claimed ?? 0 })}
      isAppeal={about !== null}
      isBusy={file.isBusy}
      refused={file.refusal}
      onSend={run}
      onClose={onClose}
    >
      <ul aria-label={t('dispute.lines')} className={classes.lines}>
        <li className={classes.line}>
          <span className={classes.name}>
            {t('dispute.topUp.line', { at: of.at })}
            <span className={classes.use}>{t('decision.topUp.by', { way: topUpWay(of, text), name: of.by })}</span>
          </span>
          <span className={classes.amount}>
            <TextField
              hideLabel
              label={t('dispute.topUp.amount')}
              value={typed}
              onChange={setTyped}
              input={{
                inputMode: 'decimal',
                maxLength: 20,
                autoComplete: 'off',
                ...(claimed === undefined && { error: true }),
              }}
            />
          </span>
          <span className={classes.of}>{t('dispute.line.of', { amountMinor: of.leftMinor })}</span>
        </li>
      </ul>
    </DisputeForm>
  )
}

export interface FileTopUpProps {
  readonly paymentId: Id
  readonly caseId: Id | null
  /** What is written in at first; all that is left where nothing is said. */
  readonly claimedMinor: number | null
  /** The decided dispute that is appealed. */
  readonly about: { readonly id: Id; readonly reference: string } | null
  readonly onClose: () => void
  /** Shows a dispute: the one that was filed, or the one that was first. */
  readonly onShow: (disputeId: Id) => void
}
