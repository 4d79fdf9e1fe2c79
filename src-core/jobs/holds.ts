import { numberMachine } from '#shared/domain/number/number-machine.ts'
import type { Instant } from '#shared/kernel/date.ts'
import type { Clock, Timers } from '../clock.ts'
import type { CoreStore } from '../db/open-core-database.ts'
import { inUnit } from '../db/unit.ts'
import { mayMove, mustMove } from '../slices/kit/move.ts'
import { letGo, numberFacts } from '../slices/number/hold.ts'
import type { Unit } from '../sync/handler.ts'
import type { Job } from './job.ts'
import { createJob } from './job.ts'

export interface HoldsOptions {
  readonly core: Pick<CoreStore, 'db' | 'dialect' | 'feed'>
  readonly clock: Clock
  readonly timers: Timers
  readonly onProblem?: (error: unknown) => void
}

const everyMs = 5_000
const numbersPerUnit = 200

/** Makes numbers free whose reservation has ended; at most 200 in one transaction. */
export function createHolds({ core, clock, timers, onProblem }: HoldsOptions): Job {
  const run = async (): Promise<void> => {
    for (;;) {
      const ended = await endedHolds(core, clock.now())
      if (ended.length > 0) await inUnit(core, (unit) => expire(unit, ended, clock.now()))
      if (ended.length < numbersPerUnit) return
    }
  }
  return createJob({ run, everyMs, timers, ...(onProblem ? { onProblem } : {}) })
}

async function endedHolds(core: HoldsOptions['core'], now: Instant): Promise<readonly string[]> {
  const rows = await core.db
    .selectFrom('phone_number')
    .select('id')
    .where('state', '=', 'reserved')
    .where('held_until', '<=', now)
    .orderBy('id')
    .limit(numbersPerUnit)
    .execute()
  return rows.map((row) => row.id)
}

async function expire(unit: Unit, ids: readonly string[], now: Instant): Promise<void> {
  for (const id of ids) {
    const row = await unit.get('phone_number', id)
    const facts = row && numberFacts(row, now)
    if (!row || !facts || !mayMove(numberMachine, row.state, 'expire', facts)) continue
    const state = mustMove(numberMachine, row.state, 'expire', facts)
    await unit.patch('phone_number', id, letGo(state))
  }
}
