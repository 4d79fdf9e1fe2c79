import type { MirrorRow } from '#shared/contract/mirror.ts'
import type { WorkPolicy } from '#shared/domain/catalogue/policies.ts'
import type { NumberFacts } from '#shared/domain/number/number-machine.ts'
import { numberMachine } from '#shared/domain/number/number-machine.ts'
import type { Instant } from '#shared/kernel/date.ts'
import type { Unit } from '#core/sync/handler.ts'
import { mayMove, mustMove } from '../kit/move.ts'

/** How long a number is held for a case, by the market's policy. */
export function numberHoldMs(policies: { readonly work: Pick<WorkPolicy, 'numberHoldMinutes'> }): number {
  return policies.work.numberHoldMinutes * 60_000
}

/** What the number's machine must know of a stored number when a sale asks from a desk. */
export function numberFacts(row: MirrorRow<'phone_number'>, now: Instant, sale?: string, desk?: string): NumberFacts {
  return {
    now,
    ...(sale === undefined ? {} : { sale }),
    ...(desk === undefined ? {} : { desk }),
    ...(row.leased_to === null ? {} : { lease: { desk: row.leased_to, until: row.leased_until ?? 0 } }),
    ...(row.case_id === null ? {} : { reservation: { sale: row.case_id, until: row.held_until ?? 0 } }),
  }
}

/** The state a number has for those who ask now: a hold past its hour has ended, whether or not the job has been by. */
export function stateNow(row: MirrorRow<'phone_number'>, now: Instant): string {
  const facts = numberFacts(row, now)
  const isEnded = row.state === 'reserved' && mayMove(numberMachine, row.state, 'expire', facts)
  return isEnded ? mustMove(numberMachine, row.state, 'expire', facts) : row.state
}

/** Lets go of every number held for a case, but one. Rows are taken in the order of their ids. */
export async function letHoldsGo(unit: Unit, caseId: string, now: Instant, except?: string): Promise<void> {
  const held = await unit.tx
    .selectFrom('phone_number')
    .select('id')
    .where('case_id', '=', caseId)
    .where('state', '=', 'reserved')
    .orderBy('id')
    .execute()
  for (const { id } of held) {
    const row = id === except ? undefined : await unit.get('phone_number', id)
    if (!row || !mayMove(numberMachine, row.state, 'release', numberFacts(row, now, caseId))) continue
    const state = mustMove(numberMachine, row.state, 'release', numberFacts(row, now, caseId))
    await unit.patch('phone_number', id, letGo(state))
  }
}

/** What a number is once its hold has ended: its desk's again, while that has it on lease, or free for all. */
export function letGo(state: string): Partial<Omit<MirrorRow<'phone_number'>, 'id' | 'version'>> {
  const held = { state, case_id: null, held_until: null, held_by: null }
  return state === 'leased' ? held : { ...held, leased_to: null, leased_until: null }
}
