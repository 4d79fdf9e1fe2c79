import type { MirrorRow } from '#shared/contract/mirror.ts'
import type { Choice } from '#shared/contract/wire.ts'
import { beautyOf } from '#shared/domain/number/number-pattern.ts'
import type { Instant } from '#shared/kernel/date.ts'
import type { HandlerContext, Unit } from '#core/sync/handler.ts'
import type { Conflict } from '../kit/answers.ts'
import { conflict } from '../kit/answers.ts'
import { numberHoldMs } from './hold.ts'

/** Numbers looked at for a similar one: the pool of a market may be large. */
const poolLimit = 5_000

/** The conflict of a number gone meanwhile: who has it since when, two free ones most like it, others, or the end. */
export async function numberTaken(
  context: HandlerContext,
  row: MirrorRow<'phone_number'>,
): Promise<Conflict<'NUMBER_TAKEN'>> {
  const free = await similarFreeNumbers(context, context.scope, row.id, 2)
  const choices: readonly Choice[] = [
    ...free.map((value): Choice => ({ kind: 'useNumber', value })),
    { kind: 'showNumbers', value: '' },
    { kind: 'withdraw', value: '' },
  ]
  const snapshot = { msisdn: row.id, heldBy: row.held_by ?? '', takenAt: await takenAt(context, row) }
  return conflict('NUMBER_TAKEN', snapshot, choices)
}

/** Free numbers of the same kind with the most figures in the same places, the more easily remembered first. */
async function similarFreeNumbers(
  unit: Unit,
  scope: string,
  msisdn: string,
  count: number,
): Promise<readonly string[]> {
  const pool = await unit.tx
    .selectFrom('phone_number')
    .select('id')
    .where('scope', '=', scope)
    .where('state', '=', 'free')
    .orderBy('id')
    .limit(poolLimit)
    .execute()
  return pool
    .map(({ id }) => ({ id, likeness: likenessOf(id, msisdn), beauty: beautyOf(id.slice(3)) }))
    .sort((a, b) => b.likeness - a.likeness || b.beauty - a.beauty || (a.id < b.id ? -1 : 1))
    .slice(0, count)
    .map(({ id }) => id)
}

/** Places in which two numbers have the same figure. */
function likenessOf(one: string, other: string): number {
  return [...one].filter((figure, place) => figure === other[place]).length
}

/** When it was taken, where the sale that holds it is known; a number of long ago is simply in use. */
async function takenAt(context: HandlerContext, row: MirrorRow<'phone_number'>): Promise<Instant | null> {
  if (row.held_until !== null) return row.held_until - numberHoldMs(context.policies)
  if (row.case_id === null) return null
  const order = await context.tx
    .selectFrom('product_order')
    .select('submitted_at')
    .where('case_id', '=', row.case_id)
    .orderBy('submitted_at', 'desc')
    .executeTakeFirst()
  return order?.submitted_at ?? null
}
