import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useNewId } from '#renderer/app/new-id.ts'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { DialogForm, FieldPair } from '#renderer/ui/dialog-form.tsx'
import { TextField } from '#renderer/ui/field.tsx'
import text from '#renderer/ui/text.module.css'
import type { BillRow } from '#shared/domain/bill/rows.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { parseAmount } from '#shared/kernel/parse-amount.ts'
import classes from './bill.module.css'
import type { Said } from './said.ts'
import { said } from './said.ts'

type Method = 'cash' | 'terminal'
type Target = 'bill' | 'oldest'

/** Money for a bill at the counter: cash with its change, or the card terminal's reference; for this bill first, or the oldest. */
export function TakePayment({ bill, openMinor, caseId, onClose, onSaid }: TakePaymentProps) {
  const { t, key, money, reader, refusal } = useText()
  const take = useDeskCommand('bill.takePayment')
  const paymentId = useNewId()
  const [target, setTarget] = useState<Target>(bill.open_minor > 0 ? 'bill' : 'oldest')
  const [typed, setTyped] = useState(() => money(bill.open_minor > 0 ? bill.open_minor : openMinor))
  const [method, setMethod] = useState<Method>('cash')
  const [tendered, setTendered] = useState('')
  const [reference, setReference] = useState('')
  const amount = parseAmount(typed, reader.currency)
  const amountMinor = amount.ok ? amount.value : 0
  const given = parseAmount(tendered, reader.currency)
  const tooLittle = given.ok && given.value < amountMinor
  const paid =
    method === 'terminal'
      ? reference.trim() !== '' && { method, terminalReference: reference.trim() }
      : given.ok && !tooLittle && { method, tenderedMinor: given.value }
  const isReady = amountMinor > 0 && paid !== false
  const hasOthers = openMinor > bill.open_minor
  const run = async (): Promise<void> => {
    if (!isReady || take.isBusy) return
    const billId = target === 'bill' ? bill.id : null
    const taken = await take.run({ paymentId, customerId: bill.customer_id, caseId, billId, amountMinor, paid })
    if (!taken.ok) return
    const { creditMinor, amountMinor: takenMinor } = taken.value
    const what =
      creditMinor > 0
        ? said('bills.pay.takenCredit', { amountMinor: takenMinor, creditMinor })
        : said('bills.pay.taken', { amountMinor: takenMinor })
    onSaid({ ...what, paymentId })
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('bills.pay.title')}
      closeButtonProps={{ 'aria-label': t('price.working.close') }}
    >
      <DialogForm
        refused={take.refusal && refusal(take.refusal)}
        leave={t('bills.pay.cancel')}
        onLeave={onClose}
        send={t('bills.pay.take', { amountMinor })}
        busy={take.isBusy ? t('case.busy') : undefined}
        reasonOff={isReady ? undefined : t('bills.pay.notReady')}
        onSend={() => void run()}
      >
        {hasOthers && bill.open_minor > 0 && (
          <Choice<Target>
            tall
            label={t('bills.pay.for')}
            value={target}
            options={[
              { value: 'bill', label: t('bills.pay.thisFirst') },
              { value: 'oldest', label: t('bills.pay.oldestFirst') },
            ]}
            onChange={setTarget}
          />
        )}
        <TextField
          label={t('bills.pay.amount')}
          value={typed}
          onChange={setTyped}
          trailing={reader.currency}
          input={{ inputMode: 'decimal', maxLength: 20, autoComplete: 'off', 'data-autofocus': true } as object}
          error={amount.ok ? undefined : key(`wrong.${amount.error.code}`, amount.error.details ?? {})}
        />
        <Choice<Method>
          tall
          label={t('payNow.method')}
          value={method}
          options={(['cash', 'terminal'] as const).map((value) => ({ value, label: key(`payNow.method.${value}`) }))}
          onChange={setMethod}
        />
        {method === 'cash' ? (
          <FieldPair>
            <TextField
              label={t('payNow.tendered')}
              value={tendered}
              onChange={setTendered}
              trailing={reader.currency}
              input={{ inputMode: 'decimal', maxLength: 20, autoComplete: 'off' }}
              error={tooLittle ? t('wrong.TENDERED_TOO_LITTLE') : undefined}
            />
            <div className={classes.change}>
              <span className={text.label}>{t('payNow.change')}</span>
              <output className={text.large}>
                {given.ok && !tooLittle ? money(given.value - amountMinor) : t('price.empty')}
              </output>
            </div>
          </FieldPair>
        ) : (
          <TextField
            label={t('payNow.reference')}
            value={reference}
            onChange={setReference}
            help={t('payNow.reference.help')}
            input={{ maxLength: 40, autoComplete: 'off' }}
          />
        )}
        {amountMinor > openMinor && (
          <p className={text.second}>{t('bills.pay.credit', { amountMinor: amountMinor - openMinor })}</p>
        )}
      </DialogForm>
    </Modal>
  )
}

interface TakePaymentProps {
  readonly bill: BillRow
  /** Of all bills. */
  readonly openMinor: number
  readonly caseId: Id | null
  readonly onClose: () => void
  readonly onSaid: (what: Said) => void
}
