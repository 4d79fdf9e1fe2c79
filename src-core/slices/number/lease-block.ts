import type { WorkPolicy } from '#shared/domain/catalogue/policies.ts'
import { numberMachine } from '#shared/domain/number/number-machine.ts'
import { beautyOf } from '#shared/domain/number/number-pattern.ts'
import { simMachine } from '#shared/domain/number/sim-machine.ts'
import type { Instant } from '#shared/kernel/date.ts'
import type { Unit } from '#core/sync/handler.ts'
import { mayMove, mustMove } from '../kit/move.ts'
import { numberFacts } from './hold.ts'

const dayMs = 86_400_000

/** A desk that is there, and how much of the market's free numbers and cards one desk may hold. */
export interface BlockFacts {
  readonly deviceId: string
  readonly scope: string
  readonly work: WorkPolicy
  /** Most a block may hold now, so that enough stays for all and every desk gets some. */
  readonly share: { readonly numbers: number; readonly sims: number }
  readonly now: Instant
}

/** Numbers of a market looked at for a block. */
const poolLimit = 5_000

/**
 * Fills a desk's block of phone numbers up to what the policy gives it. The plain ones: a number people wish for stays in
 * the common pool. Gives how many came. Rows are locked one by one; another core's choice is left to it.
 */
export async function leaseNumbers(unit: Unit, facts: BlockFacts): Promise<number> {
  const { deviceId, scope, work, now } = facts
  const wanted = Math.min(work.numberBlock, facts.share.numbers) - (await held(unit, 'phone_number', deviceId))
  if (wanted <= 0) return 0
  const pool = await unit.tx
    .selectFrom('phone_number')
    .select('id')
    .where('scope', '=', scope)
    .where('state', '=', 'free')
    .orderBy('id')
    .limit(poolLimit)
    .execute()
  const plain = pool
    .map(({ id }) => ({ id, beauty: beautyOf(id.slice(3)) }))
    .sort((a, b) => a.beauty - b.beauty || (a.id < b.id ? -1 : 1))
    .slice(0, wanted)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  const lease = { leased_to: deviceId, leased_until: now + work.blockKeptDays * dayMs }
  for (const { id } of plain) {
    const row = await unit.get('phone_number', id)
    const known = row && numberFacts(row, now)
    if (!row || !known || !mayMove(numberMachine, row.state, 'lease', known)) continue
    await unit.patch('phone_number', id, { state: mustMove(numberMachine, row.state, 'lease', known), ...lease })
  }
  return plain.length
}

/** Fills a desk's drawer of SIM cards of one kind up to what the policy gives it; gives how many came. */
export async function leaseSims(unit: Unit, facts: BlockFacts): Promise<number> {
  const { deviceId, scope, work, now } = facts
  const wanted = Math.min(work.simBlock, facts.share.sims) - (await held(unit, 'sim_card', deviceId))
  if (wanted <= 0) return 0
  const stock = await unit.tx
    .selectFrom('sim_card')
    .select('id')
    .where('scope', '=', scope)
    .where('state', '=', 'inStock')
    .where('kind', '=', 'card')
    .orderBy('id')
    .limit(wanted)
    .execute()
  const lease = { leased_to: deviceId, leased_until: now + work.blockKeptDays * dayMs }
  for (const { id } of stock) {
    const row = await unit.get('sim_card', id)
    if (!row || !mayMove(simMachine, row.state, 'lease', { now })) continue
    await unit.patch('sim_card', id, { state: mustMove(simMachine, row.state, 'lease', { now }), ...lease })
  }
  return stock.length
}

/** A desk that is still there keeps its block: the lease goes on, written once a day at most. */
export async function renewBlock(unit: Unit, facts: Pick<BlockFacts, 'deviceId' | 'work' | 'now'>): Promise<void> {
  const until = facts.now + facts.work.blockKeptDays * dayMs
  for (const table of ['phone_number', 'sim_card'] as const) {
    const old = await unit.tx
      .selectFrom(table)
      .select('id')
      .where('leased_to', '=', facts.deviceId)
      .where('leased_until', '<', until - dayMs)
      .orderBy('id')
      .execute()
    for (const { id } of old) if (await unit.get(table, id)) await unit.patch(table, id, { leased_until: until })
  }
}

/**
 * Gives leases back: their time is over, or their desk is revoked. What nobody holds for a customer is free again, or in
 * stock.
 */
export async function endLeases(
  unit: Unit,
  ids: { readonly numbers: readonly string[]; readonly sims: readonly string[] },
  now: Instant,
): Promise<void> {
  const free = { leased_to: null, leased_until: null }
  for (const id of ids.numbers) {
    const row = await unit.get('phone_number', id)
    if (row?.state !== 'leased') continue
    const known = numberFacts(row, now, undefined, row.leased_to ?? '')
    const event = mayMove(numberMachine, row.state, 'expire', known) ? 'expire' : 'giveBack'
    await unit.patch('phone_number', id, { state: mustMove(numberMachine, row.state, event, known), ...free })
  }
  for (const id of ids.sims) {
    const row = await unit.get('sim_card', id)
    if (row?.state !== 'leased') continue
    const desk = row.leased_to ?? ''
    const known = { now, desk, lease: { desk, until: row.leased_until ?? 0 } }
    const event = mayMove(simMachine, row.state, 'expire', known) ? 'expire' : 'giveBack'
    await unit.patch('sim_card', id, { state: mustMove(simMachine, row.state, event, known), ...free })
  }
}

async function held(unit: Unit, table: 'phone_number' | 'sim_card', deviceId: string): Promise<number> {
  const row = await unit.tx
    .selectFrom(table)
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('leased_to', '=', deviceId)
    .where('state', '=', 'leased')
    .executeTakeFirstOrThrow()
  return Number(row.count)
}
