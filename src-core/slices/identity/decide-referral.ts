import { evidenceMachine } from '#shared/domain/identity/states.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'
import { move } from '../kit/move.ts'

/** A person of the back office decides an additional check, once. The note stays in the ledger. */
export const decideReferral = defineHandler('identity.decideReferral', {
  run: async (context, body) => {
    const row = await context.get('identity_evidence', body.evidenceId)
    if (!row || row.customer_id !== body.customerId || row.scope !== context.scope) return rejected('EVIDENCE_UNKNOWN')
    const moved = move(evidenceMachine, row.state, body.decision, undefined)
    if (!moved.ok) return rejected('NOT_REFERRED')
    await context.patch('identity_evidence', body.evidenceId, { state: moved.value })
    return applied
  },
})
