import { defineDeskHandler } from '#main/workstation/desk.ts'
import { isAskedBack, waitingAdjustments } from '#shared/domain/adjustment/states.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** Answers what was asked back about a credit: it waits for a decision again. */
export const answerCredit = defineDeskHandler('adjustment.answer', (desk, { adjustmentId, request, note }) => {
  const row = desk.view.get('adjustment', adjustmentId)?.row
  if (!row) return refuse('ADJUSTMENT_UNKNOWN')
  if (row.state === 'withdrawn') return refuse('REQUEST_WITHDRAWN')
  if (!waitingAdjustments.some((state) => state === row.state))
    return refuse('ALREADY_DECIDED', { by: row.decided_name })
  if (row.request !== request || !isAskedBack(row)) return refuse('ANSWERED_ALREADY')
  const body = { adjustmentId, customerId: row.customer_id, request, note }
  const done = desk.capture({ type: 'adjustment.answer', body })
  if (!done.ok) return done
  desk.changed('adjustment', 'decision', 'dispute', 'interaction', 'desk')
  return ok({})
})
