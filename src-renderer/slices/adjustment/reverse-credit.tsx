import type { ReactNode } from 'react'
import { useState } from 'react'
import { useDesk, useDeskCommand } from '#renderer/app/queries.ts'
import { textIn, useText } from '#renderer/app/text.tsx'
import { DialogForm } from '#renderer/ui/dialog-form.tsx'
import { TextField } from '#renderer/ui/field.tsx'
import { Quote } from '#renderer/ui/quote.tsx'
import text from '#renderer/ui/text.module.css'
import type { CreditView } from '#shared/domain/adjustment/contract.ts'

/** Taking a credit, or a charge that no bill holds yet, back: why, which the customer reads, and what it does. */
export function ReverseCredit({ view, onKeep, children }: ReverseCreditProps) {
  const own = useText()
  const { t, refusal } = own
  const reverse = useDeskCommand('adjustment.reverse')
  const { row, language } = view
  const nextBillOn = useDesk('bill.bills', { customerId: row.customer_id }).data?.nextBillOn
  const [note, setNote] = useState('')
  const spoken = textIn(own, language)
  const isEmpty = note.trim() === ''
  const isCharge = row.kind === 'charge'
  const told = { amountMinor: row.amount_minor, on: nextBillOn ?? '' }
  const run = async (): Promise<void> => {
    if (isEmpty || reverse.isBusy) return
    const done = await reverse.run({ adjustmentId: row.id, note: note.trim() })
    if (done.ok) onKeep()
  }
  return (
    <DialogForm
      refused={reverse.refusal && refusal(reverse.refusal)}
      leave={t('reverse.keep')}
      onLeave={onKeep}
      send={t(isCharge ? 'reverse.charge' : 'reverse.credit', told)}
      busy={reverse.isBusy ? t('case.busy') : undefined}
      reasonOff={isEmpty ? t('reverse.notReady') : undefined}
      onSend={() => void run()}
    >
      {children}
      <TextField
        label={t('reverse.note')}
        value={note}
        onChange={setNote}
        help={t('reverse.noteHelp')}
        input={{ maxLength: 500, autoComplete: 'off', autoFocus: true }}
      />
      {nextBillOn !== undefined && <p>{t(isCharge ? 'reverse.whatCharge' : 'reverse.whatCredit', told)}</p>}
      <div>
        <span className={text.label}>{t('dispute.tell')}</span>
        <p>
          <Quote
            text={spoken.t(isCharge ? 'charge.tell.reversed' : 'goodwill.tell.reversed', told)}
            lang={spoken.reader.language}
          />
        </p>
      </div>
    </DialogForm>
  )
}

interface ReverseCreditProps {
  readonly view: CreditView
  readonly onKeep: () => void
  /** What it is about. */
  readonly children: ReactNode
}
