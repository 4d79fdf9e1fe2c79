import type { Allocation, AllocationRefusal } from '#shared/domain/billing/allocate.ts'
import { allocate } from '#shared/domain/billing/allocate.ts'
import type { MoneyWay } from '#shared/domain/billing/ledger.ts'
import type { BillPaymentRow } from '#shared/domain/bill/payment-rows.ts'
import { billMachine, settlingEvent } from '#shared/domain/bill/states.ts'
import { collectableAmount } from '#shared/domain/dispute/collectable.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { Unit } from '#core/sync/handler.ts'
import { mustMove } from '../kit/move.ts'
import { glRows } from './bill-rows.ts'
import { keepAccount } from './keep-account.ts'
import { openClaims } from './keep-hold.ts'

/** Money that came in. `told`: which bills it is for, null oldest due first without what is disputed. `id` makes it count once. */
export interface PaymentFacts {
  readonly id: string
  readonly customerId: string
  readonly way: MoneyWay
  readonly reference: string
  readonly amountMinor: number
  readonly currency: string
  readonly takenOn: IsoDate
  readonly told: readonly Allocation[] | null
  /** Who took it, where and when; null: it came from outside. */
  readonly counter?: CounterFacts | null
}

type CounterFacts = Pick<
  BillPaymentRow,
  'taken_at' | 'taken_by' | 'desk_name' | 'tendered_minor' | 'shift_id' | 'receipt'
>

export type PaymentRefusal = AllocationRefusal | 'ACCOUNT_UNKNOWN' | 'PAYMENT_CURRENCY' | 'PAYMENT_AMOUNT'

/**
 * Books a payment of bills: the ledger, the bills it settles, and what is too much as the customer's credit. The same
 * payment again changes nothing. Refused for no payer, another currency, nothing at all, and an allocation that does not fit.
 */
export async function bookPayment(unit: Unit, payment: PaymentFacts): Promise<Result<true, Refusal<PaymentRefusal>>> {
  const { tx } = unit
  const { id, customerId, amountMinor, takenOn } = payment
  const account = await tx.selectFrom('billing_account').selectAll().where('id', '=', customerId).executeTakeFirst()
  if (!account) return refuse('ACCOUNT_UNKNOWN')
  const known = await tx.selectFrom('bill_payment').select('id').where('id', '=', id).executeTakeFirst()
  if (known) return ok(true)
  if (payment.currency !== account.currency) return refuse('PAYMENT_CURRENCY', { currency: account.currency })
  if (!Number.isSafeInteger(amountMinor) || amountMinor <= 0) return refuse('PAYMENT_AMOUNT')
  const open = await tx
    .selectFrom('bill')
    .select(['id', 'due_date', 'open_minor'])
    .where('customer_id', '=', customerId)
    .where('open_minor', '>', 0)
    .execute()
  const claims = await openClaims(unit, customerId)
  const items = open.map((bill) => ({
    ...{ billId: bill.id, dueOn: bill.due_date, openMinor: bill.open_minor },
    takesMinor: collectableAmount(bill.open_minor, claims.get(bill.id) ?? []),
  }))
  const shared = allocate(amountMinor, items, payment.told)
  if (!shared.ok) return shared
  const { allocations, creditMinor } = shared.value
  await unit.insert('bill_payment', {
    id,
    scope: account.scope,
    customer_id: customerId,
    way: payment.way,
    reference: payment.reference,
    amount_minor: amountMinor,
    credit_minor: creditMinor,
    currency: payment.currency,
    taken_on: takenOn,
    ...(payment.counter ?? fromOutside),
  })
  for (const { billId, amountMinor: part } of allocations) await settle(unit, id, billId, part)
  const of = { scope: account.scope, customer_id: customerId, currency: payment.currency }
  const allocatedMinor = amountMinor - creditMinor
  const rows = glRows(of, id, takenOn, { kind: 'payment', way: payment.way, allocatedMinor, creditMinor })
  await tx
    .insertInto('gl_entry')
    .values([...rows])
    .execute()
  await keepAccount(unit, customerId, takenOn)
  return ok(true)
}

const fromOutside = {
  taken_at: 0,
  taken_by: '',
  desk_name: '',
  tendered_minor: null,
  shift_id: null,
  receipt: '',
} as const

/** Takes a part off what a bill has open, and moves its state. */
export async function settle(unit: Unit, sourceId: string, billId: string, amountMinor: number): Promise<void> {
  const bill = await unit.get('bill', billId)
  if (!bill) throw new Error('a bill that was open is gone')
  const openMinor = bill.open_minor - amountMinor
  const facts = { openMinor, isTouched: true }
  const state = mustMove(billMachine, bill.state, settlingEvent(facts), facts)
  await unit.patch('bill', billId, { open_minor: openMinor, state })
  const of = { scope: bill.scope, source_id: sourceId, bill_id: billId, amount_minor: amountMinor }
  await unit.insert('payment_allocation', { id: `${sourceId}/${billId}`, ...of })
}
