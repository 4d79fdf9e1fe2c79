import type { Clock, Timers } from '../clock.ts'
import type { CoreStore } from '../db/open-core-database.ts'
import { inUnit } from '../db/unit.ts'
import { toTeam } from '../slices/interaction/to-team.ts'
import type { Unit } from '../sync/handler.ts'
import type { Job } from './job.ts'
import { createJob } from './job.ts'

export interface DecisionsOptions {
  readonly core: Pick<CoreStore, 'db' | 'dialect' | 'feed'>
  readonly clock: Clock
  readonly timers: Timers
  readonly onProblem?: (error: unknown) => void
}

const everyMs = 5_000
const tasksPerUnit = 200

/** Moves matters that nobody touched for as long as the policy allows to the team; at most 200 in one transaction. */
export function createDecisions({ core, clock, timers, onProblem }: DecisionsOptions): Job {
  const run = async (): Promise<void> => {
    for (;;) {
      const left = await core.db
        .selectFrom('decision_task')
        .select('id')
        .where('state', '=', 'open')
        .where('moves_at', '<=', clock.now())
        .orderBy('moves_at')
        .limit(tasksPerUnit)
        .execute()
      if (left.length > 0)
        await inUnit(core, (unit) =>
          moveAll(
            unit,
            left.map(({ id }) => id),
            clock.now(),
          ),
        )
      if (left.length < tasksPerUnit) return
    }
  }
  return createJob({ run, everyMs, timers, ...(onProblem ? { onProblem } : {}) })
}

async function moveAll(unit: Unit, ids: readonly string[], now: number): Promise<void> {
  for (const id of ids.toSorted()) {
    const task = await unit.get('decision_task', id)
    // whoever touched it since the look has it for another while
    if (task?.state === 'open' && task.moves_at <= now) await toTeam(unit, task, now)
  }
}
