import { defineDeskHandler } from '#main/workstation/desk.ts'
import { reversalOff } from '#main/workstation/sale/reversal-off.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** Takes a credit back, or a charge that no bill holds yet; the customer reads why. */
export const reverseCredit = defineDeskHandler('adjustment.reverse', (desk, { adjustmentId, note }) => {
  const row = desk.view.get('adjustment', adjustmentId)?.row
  if (!row) return refuse('ADJUSTMENT_UNKNOWN')
  if (row.state === 'reversed') return refuse('REVERSED_ALREADY', { by: row.reversed_name })
  const { off, upToMinor } = reversalOff(desk, row)
  if (off !== null) return refuse(off, off === 'ABOVE_AUTHORITY' ? { leftMinor: upToMinor } : {})
  if (note.trim() === '') return refuse('NOTE_MISSING')
  const body = { adjustmentId, customerId: row.customer_id, note }
  const done = desk.capture({ type: 'adjustment.reverseCredit', body })
  if (!done.ok) return done
  desk.changed('adjustment', 'dispute', 'bill', 'interaction', 'desk')
  return ok({})
})
