import { Modal, Radio, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { ChosenLine } from '#renderer/app/matter.store.ts'
import { useDesk, useDeskCommand } from '#renderer/app/queries.ts'
import { textIn, useText } from '#renderer/app/text.tsx'
import { DialogForm, FieldPair } from '#renderer/ui/dialog-form.tsx'
import { TextField } from '#renderer/ui/field.tsx'
import { Quote } from '#renderer/ui/quote.tsx'
import text from '#renderer/ui/text.module.css'
import type { Part } from '#shared/domain/adjustment/rows.ts'
import { creditParts } from '#shared/domain/bill/credit-parts.ts'
import { nameIn, namesOf } from '#shared/domain/catalogue/names.ts'
import type { BillMatters } from '#shared/domain/dispute/contract.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { parseAmount } from '#shared/kernel/parse-amount.ts'
import classes from './dispute.module.css'
import { EvidenceField } from './evidence-field.tsx'
import { useEvidenceFiles } from './use-evidence-files.ts'

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
  const own = useText()
  const { t, money, reader, refusal } = own
  const file = useDeskCommand('dispute.file')
  const language = useDesk('interaction.customerView', { customerId: of.customerId }).data?.customer.language
  const spoken = textIn(own, language)
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [reason, setReason] = useState('')
  const [words, setWords] = useState('')
  const [shown, setShown] = useState('')
  const [recording, setRecording] = useState('')
  const files = useEvidenceFiles()
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
  const off =
    !of.canFile && about === null
      ? t('error.FILING_TOO_LATE', { last: of.lastFilingDay })
      : sums?.ok === false
        ? refusal(sums.error)
        : claimed === undefined
          ? t('dispute.notReady.amount')
          : reason === ''
            ? t('dispute.notReady.reason')
            : undefined
  const run = async (): Promise<void> => {
    if (off !== undefined || file.isBusy) return
    const kept = await files.keep()
    if (!kept.ok) return
    const uses = chosen.flatMap((line) => line.uses).slice(0, 20 - 2 - kept.value.length)
    const filed = await file.run({
      ...{ billId: of.billId, caseId, aboutId: about?.id ?? null, reason, words, lines: wanted },
      evidence: [
        ...uses.map(({ id, text: said }) => ({ kind: 'usage' as const, reference: id, text: said })),
        ...(shown.trim() === '' ? [] : [{ kind: 'note' as const, reference: '', text: shown.trim() }]),
        ...(recording.trim() === '' ? [] : [{ kind: 'recording' as const, reference: recording.trim(), text: '' }]),
        ...kept.value,
      ],
    })
    if (filed.ok) onShow(filed.value.disputeId)
    else if (filed.error.code === 'LINE_DISPUTED') onShow(String(filed.error.details?.['disputeId']))
  }
  return (
    <DialogForm
      refused={file.refusal && refusal(file.refusal)}
      leave={t('bills.pay.cancel')}
      onLeave={onClose}
      send={t(about ? 'dispute.appeal' : 'dispute.file', { amountMinor: claimed ?? 0 })}
      busy={file.isBusy ? t('case.busy') : undefined}
      reasonOff={off}
      onSend={() => void run()}
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
      <Radio.Group label={t('dispute.reason')} value={reason} onChange={setReason}>
        <div className={classes.reasons}>
          {of.disputeReasons.map(({ code, name }, at) => (
            <Radio
              key={code}
              value={code}
              label={nameIn(namesOf(name), reader.language)}
              {...(at === 0 && { 'data-autofocus': true })}
            />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={t('dispute.words')}
        lang={language}
        value={words}
        autosize
        minRows={2}
        maxRows={4}
        maxLength={2000}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          void run()
        }}
      />
      <FieldPair>
        <TextField
          label={t('dispute.evidence.note')}
          value={shown}
          onChange={setShown}
          input={{ maxLength: 500, autoComplete: 'off' }}
        />
        <TextField
          label={t('dispute.evidence.recording')}
          value={recording}
          onChange={setRecording}
          input={{ maxLength: 120, autoComplete: 'off' }}
        />
      </FieldPair>
      <EvidenceField files={files} />
      <div>
        <span className={text.label}>{t('dispute.tell')}</span>
        <p>
          <Quote
            text={spoken.t('dispute.tell.open', { on: of.answerBy, amountMinor: claimed ?? 0 })}
            lang={spoken.reader.language}
          />
        </p>
      </div>
    </DialogForm>
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
