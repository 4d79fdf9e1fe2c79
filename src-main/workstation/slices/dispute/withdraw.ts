import type { Desk } from '#main/workstation/desk.ts'
import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { DisputeRow } from '#shared/domain/dispute/rows.ts'
import { isOpenDispute } from '#shared/domain/dispute/states.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { filesOf } from './file.ts'

/** The customer takes a dispute back, while nobody has decided it: what it held out may be collected again. */
export const withdrawDispute = defineDeskHandler('dispute.withdraw', (desk, { disputeId, note }) => {
  const open = openDispute(desk, disputeId)
  if (!open.ok) return open
  const body = { disputeId, customerId: open.value.customer_id, note }
  const done = desk.capture({ type: 'dispute.withdrawDispute', body })
  if (!done.ok) return done
  desk.changed('dispute', 'bill', 'interaction', 'desk')
  return ok({})
})

/** What the customer adds, or answers when they were asked: the clock goes on. */
export const addWords = defineDeskHandler('dispute.addWords', (desk, { disputeId, words, evidence }) => {
  const open = openDispute(desk, disputeId)
  if (!open.ok) return open
  const blobs = filesOf(desk, evidence)
  if (!blobs.ok) return blobs
  const body = { disputeId, customerId: open.value.customer_id, words, evidence }
  const done = desk.capture({ type: 'dispute.addWords', body, blobs: blobs.value })
  if (!done.ok) return done
  desk.changed('dispute', 'interaction', 'desk')
  return ok({})
})

function openDispute(
  desk: Desk,
  disputeId: Id,
): Result<DisputeRow, Refusal<'DISPUTE_UNKNOWN' | 'REQUEST_WITHDRAWN' | 'ALREADY_DECIDED'>> {
  const row = desk.view.get('dispute', disputeId)?.row
  if (!row) return refuse('DISPUTE_UNKNOWN')
  if (row.state === 'withdrawn') return refuse('REQUEST_WITHDRAWN')
  return isOpenDispute(row.state) ? ok(row) : refuse('ALREADY_DECIDED', { by: row.decided_name })
}
