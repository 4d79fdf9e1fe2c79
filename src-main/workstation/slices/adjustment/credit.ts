import { defineDeskHandler } from '#main/workstation/desk.ts'
import { creditView } from '#main/workstation/sale/bill-matters.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** One credit. NOT_FOUND where this desk has none of that id. */
export const credit = defineDeskHandler('adjustment.credit', (desk, { adjustmentId }) => {
  const seen = desk.view.get('adjustment', adjustmentId)
  return seen ? ok(creditView(desk, seen)) : refuse('NOT_FOUND')
})
