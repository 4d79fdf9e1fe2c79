import { defineDeskHandler } from '#main/workstation/desk.ts'
import { creditView, disputeView } from '#main/workstation/sale/bill-matters.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** A customer's disputes and credits, newest first. NOT_FOUND for a customer this desk does not know. */
export const ofCustomer = defineDeskHandler('dispute.ofCustomer', (desk, { customerId }) => {
  if (!desk.view.get('customer', customerId)) return refuse('NOT_FOUND')
  return ok({
    disputes: desk.view
      .where('dispute', 'customer_id', customerId)
      .map((seen) => disputeView(desk, seen))
      .toSorted((a, b) => b.row.filed_at - a.row.filed_at),
    credits: desk.view
      .where('adjustment', 'customer_id', customerId)
      .map((seen) => creditView(desk, seen))
      .toSorted((a, b) => b.row.asked_at - a.row.asked_at),
  })
})
