import { numberMachine } from '#shared/domain/number/number-machine.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import type { Conflict } from '../kit/answers.ts'
import { mayMove, mustMove } from '../kit/move.ts'
import { letHoldsGo, numberFacts, stateNow } from '../number/hold.ts'
import { numberTaken } from '../number/number-taken.ts'

/**
 * Gives a number to a case for good: held by the case (however late the sale arrives), or free. The case's other holds
 * are let go. The conflict names who has it; nothing was written then.
 */
export async function takeNumber(
  context: HandlerContext,
  caseId: string,
  msisdn: string,
): Promise<Conflict<'NUMBER_TAKEN'> | undefined> {
  const row = await context.get('phone_number', msisdn)
  if (!row || row.scope !== context.scope) return numberTaken(context, unknownNumber(context.scope, msisdn))
  const facts = numberFacts(row, context.now, caseId, context.command.deviceId)
  const isOurs = mayMove(numberMachine, row.state, 'assign', facts)
  if (!isOurs && !mayMove(numberMachine, stateNow(row, context.now), 'reserve', facts)) return numberTaken(context, row)
  const held = isOurs ? row.state : mustMove(numberMachine, stateNow(row, context.now), 'reserve', facts)
  const ours = { ...facts, reservation: { sale: caseId, until: context.now } }
  await letHoldsGo(context, caseId, context.now, msisdn)
  await context.patch('phone_number', msisdn, {
    state: mustMove(numberMachine, held, 'assign', ours),
    case_id: caseId,
    held_until: null,
    held_by: context.deskName,
    leased_to: null,
    leased_until: null,
  })
  return undefined
}

/** A number that is not of this market is, to the sale, one that someone else has. */
function unknownNumber(scope: string, msisdn: string) {
  return {
    id: msisdn,
    scope,
    version: 0,
    state: 'ported',
    case_id: null,
    held_until: null,
    held_by: null,
    leased_to: null,
    leased_until: null,
  } as const
}
