import * as fc from 'fast-check'
import type { CoreStore } from '#core/db/open-core-database.ts'
import { inUnit } from '#core/db/unit.ts'
import type { Unit } from '#core/sync/handler.ts'
import { policiesOf } from '#core/sync/market.ts'
import { saleDay } from '#core/slices/test-sale.ts'
import { martin, pavel } from '#core/slices/test-money-store.ts'
import { moves } from './moves.ts'
import type { Stage } from './play.ts'
import { openPlay } from './play.ts'

/** How many histories, from which seed, and how long each may be. */
export interface ModelRuns {
  readonly runs: number
  readonly seed: number
  readonly steps: number
  readonly path?: string
}

/**
 * Plays random histories of disputes, appeals, credits, their reversals, charges and approvals on the real handlers: two agents with two desks each, two leads
 * and two supervisors, the clock, payments, and the order in which desks come back. Each is taken back by a savepoint of one
 * transaction that is never committed. Throws with the shortest history that breaks a rule, and how to play it again.
 */
export async function runModel(store: CoreStore, { runs, seed, steps, path }: ModelRuns): Promise<void> {
  const taken = new Error('taken back')
  const run = inUnit(store, async (unit) => {
    const stage = await stageOf(unit)
    await fc.assert(
      fc.asyncProperty(fc.commands([...moves], { maxCommands: steps, size: 'max' }), async (history) => {
        const failed = await unit.attempt(
          (inner) =>
            fc
              .asyncModelRun(() => ({ model: {}, real: openPlay(inner, stage) }), history)
              .then(
                () => undefined,
                (error: unknown) => ({ error }),
              ),
          () => false,
        )
        if (failed) throw failed.error
      }),
      { numRuns: runs, seed, ...(path === undefined ? {} : { path }) },
    )
    throw taken
  })
  await run.catch((error: unknown) => {
    if (error !== taken) throw error
  })
}

async function stageOf({ tx, insert }: Unit): Promise<Stage> {
  const users = await tx.selectFrom('app_user').select(['id', 'name', 'role', 'login', 'scope']).execute()
  const people = Object.fromEntries(users.map(({ login, id, name, role }) => [login, { id, name, role }]))
  const scope = users[0]?.scope ?? ''
  const policies = await policiesOf(tx, scope)
  if (!policies || !people['petr']) throw new Error('no market')
  await insert('staff_kin', { id: 'kin', scope, user_id: people['petr'].id, customer_id: martin })
  const bills = await tx
    .selectFrom('bill')
    .select(['id', 'customer_id', 'bill_date'])
    .where('customer_id', 'in', [pavel, martin])
    .where('kind', '=', 'bill')
    .orderBy('bill_date', 'desc')
    .execute()
  const of = (customerId: string) => bills.filter((bill) => bill.customer_id === customerId)
  return { people, scope, policies, noon: saleDay, bills: [...of(pavel).slice(0, 2), ...of(martin).slice(0, 1)] }
}
