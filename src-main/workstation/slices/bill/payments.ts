import type { Desk } from '#main/workstation/desk.ts'
import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok } from '#shared/kernel/result.ts'
import { numberOf } from './view-of-bill.ts'

/** Money that came in for a payer's bills, the newest first, as far as this desk holds it, unsent payments among it. */
export const payments = defineDeskHandler('bill.payments', (desk, { customerId }) =>
  ok({
    payments: desk.view
      .where('bill_payment', 'customer_id', customerId)
      .map(({ row, mark }) => ({ row, bills: [...paidBy(desk, row.id)], isPending: mark.state === 'desk' }))
      // one taken here has no day of business until the core has answered
      .toSorted((a, b) => before(b.row.taken_on, a.row.taken_on) || b.row.taken_at - a.row.taken_at),
  }),
)

/** What each bill took of a payment. */
export function paidBy(desk: Pick<Desk, 'view'>, paymentId: string) {
  return desk.view
    .where('payment_allocation', 'source_id', paymentId)
    .map(({ row }) => ({ number: numberOf(desk, row.bill_id) ?? '', amountMinor: row.amount_minor }))
    .toSorted((a, b) => (a.number < b.number ? -1 : 1))
}

function before(a: string, b: string): number {
  if (a === b) return 0
  return a === '' || (b !== '' && a > b) ? 1 : -1
}
