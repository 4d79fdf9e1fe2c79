import { dateInZone } from '#shared/kernel/date.ts'
import { lastAppealDay } from '#shared/domain/dispute/deadlines.ts'
import { closableDisputes, disputeMachine, openDisputes } from '#shared/domain/dispute/states.ts'
import type { Clock, Timers } from '../clock.ts'
import type { CoreStore } from '../db/open-core-database.ts'
import { inUnit } from '../db/unit.ts'
import { mustMove } from '../slices/kit/move.ts'
import type { Unit } from '../sync/handler.ts'
import { policiesOf } from '../sync/market.ts'
import type { Job } from './job.ts'
import { createJob } from './job.ts'

export interface ClosingOptions {
  readonly core: Pick<CoreStore, 'db' | 'dialect' | 'feed'>
  readonly clock: Clock
  readonly timers: Timers
  readonly onProblem?: (error: unknown) => void
}

/** A day is over once: how soon after it is nobody's concern. */
const everyMs = 10 * 60_000
const disputesPerUnit = 200
const dayMs = 86_400_000

/**
 * Closes disputes whose decision can not be appealed any more: the market's days for it are over, and no appeal of it waits.
 * At most 200 in one transaction.
 */
export function createClosing({ core, clock, timers, onProblem }: ClosingOptions): Job {
  const run = async (): Promise<void> => {
    const now = clock.now()
    const scopes = await core.db.selectFrom('policy').select('scope').distinct().execute()
    for (const { scope } of scopes) {
      const policies = await policiesOf(core.db, scope)
      if (!policies) continue
      const { disputes, market } = policies
      const isOver = (decidedAt: number): boolean =>
        lastAppealDay(dateInZone(decidedAt, market.zone), disputes) < dateInZone(now, market.zone)
      const before = now - disputes.appealDays * dayMs
      for (let after = ''; ; ) {
        const ids = await decidedBefore(core, { scope, before, after })
        if (ids.length > 0) await inUnit(core, (unit) => closeAll(unit, ids, isOver))
        if (ids.length < disputesPerUnit) break
        after = ids.at(-1) ?? ''
      }
    }
  }
  return createJob({ run, everyMs, timers, ...(onProblem ? { onProblem } : {}) })
}

/** Decided long enough ago and not appealed by one that waits; those of the last day's hours are looked at again. */
async function decidedBefore(
  { db }: ClosingOptions['core'],
  { scope, before, after }: { readonly scope: string; readonly before: number; readonly after: string },
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('dispute')
    .select('id')
    .where('scope', '=', scope)
    .where('state', 'in', [...closableDisputes])
    .where('decided_at', '<=', before)
    .where('id', '>', after)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('dispute as appeal')
            .select('appeal.id')
            .whereRef('appeal.about_id', '=', 'dispute.id')
            .where('appeal.state', 'in', [...openDisputes]),
        ),
      ),
    )
    .orderBy('id')
    .limit(disputesPerUnit)
    .execute()
  return rows.map(({ id }) => id)
}

async function closeAll(unit: Unit, ids: readonly string[], isOver: (decidedAt: number) => boolean): Promise<void> {
  for (const id of ids) {
    const row = await unit.get('dispute', id)
    if (!row || row.decided_at === null || !isOver(row.decided_at)) continue
    if (!closableDisputes.some((state) => state === row.state)) continue
    await unit.patch('dispute', id, { state: mustMove(disputeMachine, row.state, 'close', undefined) })
  }
}
