import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { ChosenLine } from '#renderer/app/matter.store.ts'
import { useDesk, useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { TextField } from '#renderer/ui/field.tsx'
import text from '#renderer/ui/text.module.css'
import type { Part } from '#shared/domain/adjustment/rows.ts'
import { creditParts } from '#shared/domain/bill/credit-parts.ts'
import type { BillMatters } from '#shared/domain/dispute/contract.ts'
import { evidenceAtMost } from '#shared/domain/dispute/rows.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { parseAmount } from '#shared/kernel/parse-amount.ts'
import classes from './dispute.module.css'
import type { SaidOfDispute } from './dispute-form.tsx'
import { DisputeForm } from './dispute-form.tsx'

/** A dispute of lines of a bill: how much of each, why, in whose words, what shows it, and what to tell the customer. */
export function FileDispute(props: FileDisputeProps) {
  const { billId, about, onClose } = props
  const { t } = useText()
  const { data } = useDesk('dispute.ofBill', { billId })
  const bill = useDesk('bill.bill', { billId, otherId: null }).data?.bill
  const title = about ? t('dispute.title.appeal', { reference: about.reference }) : undefined
  return (
    <Modal
      opened
      size={600}
      onClose={onClose}
      title={title ?? (bill ? t('dispute.title.file', { on: bill.bill_date }) : t('dispute.row'))}
      closeButtonProps={{ 'aria-label': t('price.working.close') }}
    >
      {data && <Form {...props} of={data} />}
    </Modal>
  )
}

function Form({ of, chosen, caseId, about, onClose, onShow }: FileDisputeProps & { readonly of: BillMatters }) {
  const { t, money, reader, refusal } = useText()
  const file = useDeskCommand('dispute.file')
  const language = useDesk('interaction.customerView', { customerId: of.customerId }).data?.customer.language
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const parts = chosen.map((line): Part | undefined => {
    const amount = parseAmount(typed[line.lineId] ?? money(line.amountMinor), reader.currency)
    const left = leftOf(of, line.lineId)
    return amount.ok && amount.value > 0 && amount.value <= left
      ? { lineId: line.lineId, amountMinor: amount.value }
      : undefined
  })
  const wanted = parts.flatMap((part) => part ?? [])
  const sums = wanted.length === parts.length ? creditParts(of.lines, wanted, of.isTaxIncluded) : undefined
  const claimed = sums?.ok === true ? sums.value.totals.payableMinor : undefined
  const notReady =
    !of.canFile && about === null
      ? t('error.FILING_TOO_LATE', { last: of.lastFilingDay })
      : sums?.ok === false
        ? refusal(sums.error)
        : claimed === undefined
          ? t('dispute.notReady.amount')
          : undefined
  const run = async ({ reason, words, evidence }: SaidOfDispute): Promise<void> => {
    const uses = chosen.flatMap((line) => line.uses).slice(0, evidenceAtMost - evidence.length)
    const filed = await file.run({
      ...{ billId: of.billId, caseId, aboutId: about?.id ?? null, reason, words, lines: wanted },
      evidence: [
        ...uses.map(({ id, text: said }) => ({ kind: 'usage' as const, reference: id, text: said })),
        ...evidence,
      ],
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
      tell={(spoken) => spoken.t('dispute.tell.open', { on: of.answerBy, amountMinor: claimed ?? 0 })}
      isAppeal={about !== null}
      isBusy={file.isBusy}
      refused={file.refusal}
      onSend={run}
      onClose={onClose}
    >
      <ul aria-label={t('dispute.lines')} className={classes.lines}>
        {chosen.map((line, at) => (
          <li key={line.lineId} className={classes.line}>
            <span className={classes.name}>
              {line.name}
              {line.uses.map(({ id, text: said }) => (
                <span key={id} className={classes.use}>
                  {said}
                </span>
              ))}
            </span>
            <span className={classes.amount}>
              <TextField
                hideLabel
                label={t('dispute.line.amount', { name: line.name })}
                value={typed[line.lineId] ?? money(line.amountMinor)}
                onChange={(value) => setTyped({ ...typed, [line.lineId]: value })}
                input={{
                  inputMode: 'decimal',
                  maxLength: 20,
                  autoComplete: 'off',
                  ...(parts[at] ? {} : { error: true }),
                }}
              />
            </span>
            <span className={classes.of}>{t('dispute.line.of', { amountMinor: leftOf(of, line.lineId) })}</span>
          </li>
        ))}
      </ul>
      {!of.isTaxIncluded && claimed !== undefined && (
        <p className={text.second}>{t('dispute.withTax', { amountMinor: claimed })}</p>
      )}
    </DisputeForm>
  )
}

function leftOf({ lines }: BillMatters, lineId: string): number {
  const line = lines.find((one) => one.lineId === lineId)
  return line ? Math.max(0, line.amountMinor - line.creditedMinor) : 0
}

export interface FileDisputeProps {
  readonly billId: string
  readonly caseId: Id | null
  readonly chosen: readonly ChosenLine[]
  /** The decided dispute that is appealed. */
  readonly about: { readonly id: Id; readonly reference: string } | null
  readonly onClose: () => void
  /** Shows a dispute: the one that was filed, or the one that was first. */
  readonly onShow: (disputeId: Id) => void
}
