import type { Desk } from '#main/workstation/desk.ts'
import type { TopUp } from '#shared/domain/dispute/contract.ts'
import type { PaymentRow } from '#shared/domain/payment/rows.ts'

/** A pre-paid top-up by its payment; undefined for a payment that tops nothing up, or that this desk does not have. */
export function topUpOf(desk: Pick<Desk, 'view'>, paymentId: string): TopUp | undefined {
  const row = desk.view.get('payment', paymentId)?.row
  return row && row.top_up_minor > 0 ? topUpOfRow(desk, row) : undefined
}

/** All top-ups of a customer, in no order. */
export function topUpsOf(desk: Pick<Desk, 'view'>, customerId: string): readonly TopUp[] {
  return desk.view
    .where('payment', 'customer_id', customerId)
    .flatMap(({ row }) => (row.top_up_minor > 0 ? [topUpOfRow(desk, row)] : []))
}

function topUpOfRow(desk: Pick<Desk, 'view'>, row: PaymentRow): TopUp {
  return {
    ...{ paymentId: row.id, customerId: row.customer_id, at: row.taken_at, by: row.taken_by, method: row.method },
    ...{ reference: row.terminal_reference ?? '', currency: row.currency },
    ...{ paidMinor: row.amount_minor, topUpMinor: row.top_up_minor, leftMinor: leftOf(desk, row) },
  }
}

/** What of it nobody gave back: not by a dispute before, nor with the whole payment when a sale was withdrawn. */
function leftOf({ view }: Pick<Desk, 'view'>, { id, customer_id, agreement_id, top_up_minor }: PaymentRow): number {
  const payments = view.where('payment', 'customer_id', customer_id)
  const isRefunded = payments.some(({ row }) => row.method === 'refund' && row.agreement_id === agreement_id)
  if (isRefunded) return 0
  const disputes = view.where('dispute', 'customer_id', customer_id).filter(({ row }) => row.payment_id === id)
  const ids = new Set(disputes.map(({ row }) => row.id))
  const given = view
    .where('adjustment', 'customer_id', customer_id)
    .filter(({ row }) => row.state === 'applied' && row.dispute_id !== null && ids.has(row.dispute_id))
  return Math.max(0, top_up_minor - given.reduce((sum, { row }) => sum + row.amount_minor, 0))
}
