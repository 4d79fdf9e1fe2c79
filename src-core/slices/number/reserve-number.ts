import { numberMachine } from '#shared/domain/number/number-machine.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'
import { mayMove, mustMove } from '../kit/move.ts'
import { takenOver } from '../kit/writer.ts'
import { letHoldsGo, numberFacts, numberHoldMs, stateNow } from './hold.ts'
import { numberTaken } from './number-taken.ts'

/** Holds a free number for a case for as long as the policy says; the case's former hold is let go. Asked again, the time begins anew. */
export const reserveNumber = defineHandler('number.reserveNumber', {
  run: async (context, body) => {
    const row = await context.get('phone_number', body.msisdn)
    if (!row || row.scope !== context.scope) return rejected('NUMBER_UNKNOWN', { msisdn: body.msisdn })
    const owner = await context.get('service_case', body.caseId)
    const other = owner && takenOver(owner, context.command.deviceId)
    if (other) return other
    const facts = numberFacts(row, context.now, body.caseId, context.command.deviceId)
    const state = stateNow(row, context.now)
    const isOurs = mayMove(numberMachine, row.state, 'release', facts)
    if (!isOurs && !mayMove(numberMachine, state, 'reserve', facts)) return numberTaken(context, row)
    await letHoldsGo(context, body.caseId, context.now, body.msisdn)
    await context.patch('phone_number', body.msisdn, {
      state: isOurs ? row.state : mustMove(numberMachine, state, 'reserve', facts),
      case_id: body.caseId,
      held_until: context.now + numberHoldMs(context.policies),
      held_by: context.deskName,
    })
    return applied
  },
})
