import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useNewId } from '#renderer/app/new-id.ts'
import { useDesk, useDeskCommand } from '#renderer/app/queries.ts'
import { textIn, useText } from '#renderer/app/text.tsx'
import { DialogForm } from '#renderer/ui/dialog-form.tsx'
import { SelectField, TextField } from '#renderer/ui/field.tsx'
import { Message } from '#renderer/ui/message.tsx'
import { Quote } from '#renderer/ui/quote.tsx'
import text from '#renderer/ui/text.module.css'
import { chargeMinor } from '#shared/domain/adjustment/charge.ts'
import type { ChargeRoom } from '#shared/domain/adjustment/contract.ts'
import { nameIn, namesOf } from '#shared/domain/catalogue/names.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { parseAmount } from '#shared/kernel/parse-amount.ts'
import { LeftOfAuthority } from './left-of-authority.tsx'

/** A sum that stands on the customer's next bill: how much, why, who may, and what to tell the customer. */
export function GiveCharge(props: GiveChargeProps) {
  const { customerId, billId, onClose } = props
  const { t, refusal } = useText()
  const [reason, setReason] = useState('')
  const asked = useDesk('adjustment.chargeRoom', { customerId, billId, reason }, { keeps: true })
  return (
    <Modal
      opened
      size={520}
      onClose={onClose}
      title={t('charge.title')}
      closeButtonProps={{ 'aria-label': t('price.working.close') }}
    >
      {asked.refusal && <Message tone="neutral" cause={refusal(asked.refusal)} />}
      {asked.data && <Form {...props} room={asked.data} reason={reason} onReason={setReason} />}
    </Modal>
  )
}

interface FormProps extends GiveChargeProps {
  readonly room: ChargeRoom
  readonly reason: string
  readonly onReason: (reason: string) => void
}

function Form({ room, reason, onReason, customerId, billId, caseId, onClose, onCharged }: FormProps) {
  const own = useText()
  const { t, key, reader, refusal } = own
  const give = useDeskCommand('adjustment.giveCharge')
  const adjustmentId = useNewId()
  const language = useDesk('interaction.customerView', { customerId }).data?.customer.language
  const spoken = textIn(own, language)
  const [typed, setTyped] = useState('')
  const [note, setNote] = useState('')
  const amount = parseAmount(typed, reader.currency)
  const askedMinor = amount.ok ? amount.value : 0
  const tax = { category: 'S', basisPoints: room.basisPoints } as const
  const amountMinor = askedMinor < 1 ? 0 : chargeMinor(askedMinor, tax, room.isTaxIncluded)
  const off =
    room.never !== null
      ? t(`error.${room.never}`)
      : askedMinor < 1
        ? t('goodwill.notReady')
        : amountMinor > room.leftMinor
          ? t('error.ABOVE_AUTHORITY', { leftMinor: room.leftMinor })
          : reason === ''
            ? t('dispute.notReady.reason')
            : undefined
  const told = { amountMinor, on: room.nextBillOn }
  const run = async (): Promise<void> => {
    if (off !== undefined || give.isBusy) return
    const given = await give.run({
      ...{ adjustmentId, customerId, billId, lineId: null, caseId, reason, askedMinor, note: note.trim() },
    })
    if (given.ok) onCharged(given.value.adjustmentId)
  }
  const isAbove = room.never !== null || amountMinor > room.leftMinor
  return (
    <DialogForm
      refused={give.refusal && refusal(give.refusal)}
      leave={t('bills.pay.cancel')}
      onLeave={onClose}
      send={t('charge.give', { amountMinor })}
      busy={give.isBusy ? t('case.busy') : undefined}
      reasonOff={off}
      isReasonSaid={isAbove}
      onSend={() => void run()}
    >
      <TextField
        label={t('goodwill.amount')}
        value={typed}
        onChange={setTyped}
        trailing={reader.currency}
        help={room.isTaxIncluded || amountMinor === 0 ? undefined : t('dispute.withTax', { amountMinor })}
        // a data attribute, which React's type of a custom component does not list
        input={{ inputMode: 'decimal', maxLength: 20, autoComplete: 'off', 'data-autofocus': true } as object}
        error={amount.ok || typed === '' ? undefined : key(`wrong.${amount.error.code}`, amount.error.details ?? {})}
      />
      <SelectField
        label={t('goodwill.reason')}
        value={reason === '' ? null : reason}
        options={room.reasons.map(({ code, name }) => ({ value: code, label: nameIn(namesOf(name), reader.language) }))}
        onChange={onReason}
      />
      <TextField
        label={t('goodwill.note')}
        value={note}
        onChange={setNote}
        input={{ maxLength: 500, autoComplete: 'off' }}
      />
      <LeftOfAuthority room={room} />
      {isAbove && <p className={text.second}>{off}</p>}
      <p className={text.second}>{t('charge.what', told)}</p>
      {amountMinor > 0 && !isAbove && (
        <div>
          <span className={text.label}>{t('dispute.tell')}</span>
          <p>
            <Quote text={spoken.t('charge.tell', told)} lang={spoken.reader.language} />
          </p>
        </div>
      )}
    </DialogForm>
  )
}

interface GiveChargeProps {
  readonly customerId: Id
  /** The bill it comes from, where it comes from one. */
  readonly billId: string | null
  readonly caseId: Id | null
  readonly onClose: () => void
  readonly onCharged: (adjustmentId: Id) => void
}
