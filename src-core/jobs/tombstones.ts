import type { Instant } from '#shared/kernel/date.ts'
import type { Clock, Timers } from '../clock.ts'
import type { CoreStore } from '../db/open-core-database.ts'
import type { Job } from './job.ts'
import { createJob } from './job.ts'

export interface TombstonesOptions {
  readonly core: Pick<CoreStore, 'db'>
  readonly clock: Clock
  readonly timers: Timers
  readonly onProblem?: (error: unknown) => void
}

const hourMs = 3_600_000
/** sync.md, "Pull": tombstones are kept 90 days; a desk away for longer loads anew. */
const keptMs = 90 * 24 * hourMs

/**
 * Once an hour marks where the feed's counter stands, and forgets tombstones and exits that a mark of 90 days ago or
 * more has passed. From then on a cursor before the last forgotten one is too old.
 */
export function createTombstones({ core, clock, timers, onProblem }: TombstonesOptions): Job {
  const run = async (): Promise<void> => {
    const now = clock.now()
    await mark(core, now)
    await forget(core, now - keptMs)
  }
  return createJob({ run, everyMs: hourMs, timers, ...(onProblem ? { onProblem } : {}) })
}

async function mark({ db }: TombstonesOptions['core'], now: Instant): Promise<void> {
  const { value } = await db.selectFrom('feed_counter').select('value').executeTakeFirstOrThrow()
  await db
    .insertInto('feed_mark')
    .values({ at: now, value })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function forget({ db }: TombstonesOptions['core'], before: Instant): Promise<void> {
  const passed = await db
    .selectFrom('feed_mark')
    .selectAll()
    .where('at', '<=', before)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!passed) return
  await db.transaction().execute(async (tx) => {
    const last = await tx
      .selectFrom('feed_gone')
      .select((select) => select.fn.max<number | null>('change_seq').as('seq'))
      .where('change_seq', '<=', passed.value)
      .executeTakeFirst()
    if (typeof last?.seq === 'number') {
      await tx
        .updateTable('feed_counter')
        .set({ tombstones_from: last.seq })
        .where('tombstones_from', '<', last.seq)
        .execute()
      await tx.deleteFrom('feed_gone').where('change_seq', '<=', last.seq).execute()
    }
    await tx.deleteFrom('feed_mark').where('at', '<', passed.at).execute()
  })
}
