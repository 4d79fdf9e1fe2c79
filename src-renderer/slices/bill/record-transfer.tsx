import { Modal } from '@mantine/core'
import { useState } from 'react'
import { useNewId } from '#renderer/app/new-id.ts'
import { useDeskCommand } from '#renderer/app/queries.ts'
import { useText } from '#renderer/app/text.tsx'
import { Choice } from '#renderer/ui/choice.tsx'
import { DialogForm, FieldPair } from '#renderer/ui/dialog-form.tsx'
import { TextField } from '#renderer/ui/field.tsx'
import text from '#renderer/ui/text.module.css'
import { Tick } from '#renderer/ui/tick.tsx'
import type { BillsView } from '#shared/domain/bill/contract.ts'
import type { BillRow } from '#shared/domain/bill/rows.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { parseAmount } from '#shared/kernel/parse-amount.ts'
import { parseDay } from '#shared/kernel/parse-day.ts'
import type { Said } from './said.ts'
import { said } from './said.ts'

/** A transfer read from a bank statement: its sum, reference and day; for the oldest bills, or for those one chooses. */
export function RecordTransfer({ customerId, bills, onClose, onSaid }: RecordTransferProps) {
  const { t, key, money, date, reader, refusal } = useText()
  const enter = useDeskCommand('bill.recordTransfer')
  const paymentId = useNewId()
  const open = bills.bills.filter((bill) => bill.kind === 'bill' && bill.open_minor > 0).toSorted(byDueDay)
  const [isChoosing, setChoosing] = useState(false)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [typed, setTyped] = useState(() => (bills.openMinor > 0 ? money(bills.openMinor) : ''))
  const [reference, setReference] = useState('')
  const [day, setDay] = useState(() => date(reader.today))
  const amount = parseAmount(typed, reader.currency)
  const amountMinor = amount.ok ? amount.value : 0
  const on = parseDay(dayWithYear(day, reader.today))
  const isAhead = on.ok && on.value > reader.today
  const openMinor = isChoosing
    ? open.reduce((sum, bill) => sum + (chosen.includes(bill.id) ? bill.open_minor : 0), 0)
    : bills.openMinor
  const reasonOff =
    amountMinor === 0 || reference.trim() === '' || !on.ok || isAhead
      ? t('bills.transfer.notReady')
      : isChoosing && chosen.length === 0
        ? t('bills.transfer.chooseOne')
        : undefined
  const send = async (): Promise<void> => {
    if (reasonOff !== undefined || !on.ok || enter.isBusy) return
    const billIds = isChoosing ? [...chosen] : []
    const entered = await enter.run({
      ...{ paymentId, customerId, billIds, amountMinor, bankReference: reference.trim(), takenOn: on.value },
    })
    if (!entered.ok) return
    const { creditMinor, amountMinor: enteredMinor } = entered.value
    onSaid(
      creditMinor > 0
        ? said('bills.transfer.enteredCredit', { amountMinor: enteredMinor, creditMinor })
        : said('bills.transfer.entered', { amountMinor: enteredMinor }),
    )
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('bills.transfer.title')}
      closeButtonProps={{ 'aria-label': t('price.working.close') }}
    >
      <DialogForm
        refused={enter.refusal && refusal(enter.refusal)}
        leave={t('bills.pay.cancel')}
        onLeave={onClose}
        send={t('bills.transfer.save', { amountMinor })}
        busy={enter.isBusy ? t('case.busy') : undefined}
        reasonOff={reasonOff}
        onSend={() => void send()}
      >
        <p className={text.second}>{t('bills.transfer.hint')}</p>
        <FieldPair>
          <TextField
            label={t('bills.pay.amount')}
            value={typed}
            onChange={setTyped}
            trailing={reader.currency}
            input={{ inputMode: 'decimal', maxLength: 20, autoComplete: 'off', 'data-autofocus': true } as object}
            error={
              amount.ok || typed === '' ? undefined : key(`wrong.${amount.error.code}`, amount.error.details ?? {})
            }
          />
          <TextField
            label={t('bills.transfer.day')}
            value={day}
            onChange={setDay}
            input={{ maxLength: 20, autoComplete: 'off' }}
            error={isAhead ? t('bills.transfer.ahead') : on.ok ? undefined : t('wrong.DATE_WRONG')}
          />
        </FieldPair>
        <TextField
          label={t('bills.transfer.reference')}
          value={reference}
          onChange={(value) => {
            enter.clear()
            setReference(value)
          }}
          input={{ maxLength: 80, autoComplete: 'off' }}
        />
        {open.length > 1 && (
          <Choice<'oldest' | 'chosen'>
            tall
            label={t('bills.pay.for')}
            value={isChoosing ? 'chosen' : 'oldest'}
            options={[
              { value: 'oldest', label: t('bills.pay.oldestFirst') },
              { value: 'chosen', label: t('bills.transfer.chosen') },
            ]}
            onChange={(wished) => setChoosing(wished === 'chosen')}
          />
        )}
        {isChoosing &&
          open.map((bill) => (
            <Tick
              key={bill.id}
              label={t('bills.transfer.open', { on: bill.bill_date, amountMinor: bill.open_minor })}
              checked={chosen.includes(bill.id)}
              onChange={(isOn) => setChosen(isOn ? [...chosen, bill.id] : chosen.filter((id) => id !== bill.id))}
            />
          ))}
        {amountMinor > openMinor && reasonOff === undefined && (
          <p className={text.second}>{t('bills.pay.credit', { amountMinor: amountMinor - openMinor })}</p>
        )}
      </DialogForm>
    </Modal>
  )
}

interface RecordTransferProps {
  readonly customerId: Id
  readonly bills: BillsView
  readonly onClose: () => void
  readonly onSaid: (what: Said) => void
}

function byDueDay(a: BillRow, b: BillRow): number {
  return a.due_date < b.due_date ? -1 : 1
}

/** A day is written without its year where it is of this one. */
function dayWithYear(typed: string, today: string): string {
  return /\d{4}/.test(typed) ? typed : `${typed} ${today.slice(0, 4)}`
}
