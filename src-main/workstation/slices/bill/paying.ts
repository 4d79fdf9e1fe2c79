import type { Desk } from '#main/workstation/desk.ts'
import { heldOf } from '#main/workstation/sale/bill-matters.ts'
import { mayWithoutCore } from '#main/workstation/sale/may-without-core.ts'
import type { BillAccountRow } from '#shared/domain/bill/account-rows.ts'
import type { BillPaymentRow } from '#shared/domain/bill/payment-rows.ts'
import type { OpenItem } from '#shared/domain/billing/allocate.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { currencySchema } from '#shared/kernel/money.ts'
import { billsOf } from './view-of-bill.ts'

/**
 * Bills of a payer with something left to pay, as money is shared out over them: those that it is told for take all of it,
 * the others what is not disputed.
 */
export function openItemsOf(
  desk: Pick<Desk, 'view'>,
  customerId: string,
  told: readonly string[],
): readonly OpenItem[] {
  const open = billsOf(desk, customerId).filter((bill) => bill.kind === 'bill' && bill.open_minor > 0)
  const held = heldOf(desk, open, customerId)
  return open.map(({ id: billId, due_date: dueOn, open_minor: openMinor }) => {
    const item = { billId, dueOn, openMinor }
    return told.includes(billId) ? item : { ...item, takesMinor: openMinor - (held.get(billId) ?? 0) }
  })
}

type Facts = Pick<BillPaymentRow, 'customer_id' | 'way' | 'reference' | 'amount_minor'>

/**
 * The account that money is taken for. PAYMENT_TWICE when this desk knows the same slip or statement line already (the core
 * looks at all of them: docs/adr/0047); LEASE_ENDED when money may not be taken without the core any more.
 */
export function accountToPay(
  desk: Desk,
  facts: Facts,
): Result<BillAccountRow, Refusal<'ACCOUNT_UNKNOWN' | 'PAYMENT_TWICE' | 'LEASE_ENDED'>> {
  const account = desk.view.get('bill_account', facts.customer_id)?.row
  if (!account) return refuse('ACCOUNT_UNKNOWN')
  if (facts.reference !== '' && isKnown(desk, facts)) return refuse('PAYMENT_TWICE', { reference: facts.reference })
  const may = mayWithoutCore(desk)
  return may.ok ? ok(account) : may
}

/** What a command of money says of the account it is for, beside what is paid. */
export function ofAccount(account: BillAccountRow) {
  return {
    currency: currencySchema.parse(account.currency),
    account: { openMinor: account.open_minor, creditMinor: account.credit_minor },
  }
}

function isKnown(desk: Desk, facts: Facts): boolean {
  return desk.view
    .where('bill_payment', 'customer_id', facts.customer_id)
    .some(
      ({ row }) =>
        row.way === facts.way && row.reference === facts.reference && row.amount_minor === facts.amount_minor,
    )
}

/** What a payment says of itself: how many bills take of it, and what none takes. */
export function takenBy({ paymentId, amountMinor, allocations }: Taken) {
  const onBills = allocations.reduce((sum, one) => sum + one.amountMinor, 0)
  return { paymentId, amountMinor, bills: allocations.length, creditMinor: amountMinor - onBills }
}

interface Taken {
  readonly paymentId: string
  readonly amountMinor: number
  readonly allocations: readonly { readonly amountMinor: number }[]
}
