import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** Decides an additional check: the person may go on, or the document is refused. */
export const decideReferral = defineDeskHandler('identity.decideReferral', (desk, { evidenceId, decision, note }) => {
  const row = desk.view.get('identity_evidence', evidenceId)?.row
  if (!row) return refuse('EVIDENCE_UNKNOWN')
  if (row.state !== 'referred') return refuse('NOT_REFERRED')
  const body = { evidenceId, customerId: row.customer_id, decision, note: note.trim() }
  const decided = desk.capture({ type: 'identity.decideReferral', body })
  if (!decided.ok) return decided
  desk.changed('identity', 'interaction', 'desk')
  return ok({})
})
