import { defineDeskHandler } from '#main/workstation/desk.ts'
import { evidenceMachine } from '#shared/domain/identity/states.ts'
import { mayStep } from '#shared/kernel/machine.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** Decides an additional check: the person may go on, or the document is refused. */
export const decideReferral = defineDeskHandler('identity.decideReferral', (desk, { evidenceId, decision, note }) => {
  const row = desk.view.get('identity_evidence', evidenceId)?.row
  if (!row) return refuse('EVIDENCE_UNKNOWN')
  if (!mayStep(evidenceMachine, row.state, decision, undefined)) return refuse('NOT_REFERRED')
  const body = { evidenceId, customerId: row.customer_id, decision, note: note.trim() }
  const decided = desk.capture({ type: 'identity.decideReferral', body })
  if (!decided.ok) return decided
  desk.changed('identity', 'interaction', 'desk')
  return ok({})
})
