import type { Desk } from '#main/workstation/desk.ts'
import { mayWithoutCore } from '#main/workstation/sale/may-without-core.ts'
import type { BillAccountRow } from '#shared/domain/bill/account-rows.ts'
import type { BillPaymentRow } from '#shared/domain/bill/payment-rows.ts'
import type { OpenItem } from '#shared/domain/billing/allocate.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { currencySchema } from '#shared/kernel/money.ts'
import { billsOf } from './view-of-bill.ts'

/** Bills of a payer with something left to pay, as money is shared out over them. */
export function openItemsOf(desk: Pick<Desk, 'view'>, customerId: string): readonly OpenItem[] {
  return billsOf(desk, customerId)
    .filter(({ kind, open_minor: openMinor }) => kind === 'bill' && openMinor > 0)
    .map((row) => ({ billId: row.id, dueOn: row.due_date, openMinor: row.open_minor }))
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
