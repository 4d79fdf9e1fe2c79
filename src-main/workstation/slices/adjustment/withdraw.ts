import { defineDeskHandler } from '#main/workstation/desk.ts'
import { waitingAdjustments } from '#shared/domain/adjustment/states.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** Takes back what one asked for, while nobody has decided it. */
export const withdrawCredit = defineDeskHandler('adjustment.withdraw', (desk, { adjustmentId }) => {
  const row = desk.view.get('adjustment', adjustmentId)?.row
  if (!row) return refuse('ADJUSTMENT_UNKNOWN')
  if (!waitingAdjustments.some((state) => state === row.state))
    return refuse('ALREADY_DECIDED', { by: row.decided_name })
  if (row.asked_by !== desk.session()?.userId) return refuse('NOT_YOURS')
  const body = { adjustmentId, customerId: row.customer_id }
  const done = desk.capture({ type: 'adjustment.withdrawCredit', body })
  if (!done.ok) return done
  desk.changed('adjustment', 'dispute', 'interaction', 'desk')
  return ok({})
})
