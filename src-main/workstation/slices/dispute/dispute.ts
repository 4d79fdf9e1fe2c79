import { defineDeskHandler } from '#main/workstation/desk.ts'
import { disputeView } from '#main/workstation/sale/bill-matters.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** One dispute. NOT_FOUND where this desk has none of that id. */
export const dispute = defineDeskHandler('dispute.dispute', (desk, { disputeId }) => {
  const seen = desk.view.get('dispute', disputeId)
  return seen ? ok(disputeView(desk, seen)) : refuse('NOT_FOUND')
})
