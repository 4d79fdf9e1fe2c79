import { caseMachine } from '#shared/domain/interaction/states.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { hasLivingAgreement } from '../contract/living-agreement.ts'
import { applied, rejected } from '../kit/answers.ts'
import { move } from '../kit/move.ts'
import { takenOver } from '../kit/writer.ts'
import { letHoldsGo } from '../number/hold.ts'

/** Closes a case. One with a contract in it is withdrawn, never given up; given up, its held numbers are free again. */
export const closeCase = defineHandler('interaction.closeCase', {
  run: async (context, body) => {
    const row = await context.get('service_case', body.caseId)
    if (!row || row.scope !== context.scope) return rejected('CASE_UNKNOWN')
    const other = takenOver(row, context.command.deviceId)
    if (other) return other
    const moved = move(caseMachine, row.state, body.outcome === 'finish' ? 'finish' : 'abandon', undefined)
    if (!moved.ok) return rejected('CASE_CLOSED')
    if (body.outcome === 'abandon' && (await hasLivingAgreement(context, 'case_id', body.caseId)))
      return rejected('CASE_SIGNED')
    await letHoldsGo(context, body.caseId, context.now)
    await context.patch('service_case', body.caseId, { state: moved.value, updated_at: context.command.capturedAt })
    return applied
  },
})
