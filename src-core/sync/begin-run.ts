import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { CoreStore } from '../db/open-core-database.ts'

const leastLeap = 2 ** 20

/**
 * Begins a run of a core: the feed's counter leaps over numbers that no change will ever bear, before this run writes
 * anything. Two runs over copies of one database leap differently, so a desk's cursor from the one lies in the other's
 * leap, or beyond its counter: that is how a restored core nobody told of is found out (docs/adr/0006). `random` gives bytes.
 */
export async function beginRun(
  store: Pick<CoreStore, 'db'>,
  random: (size: number) => Uint8Array = randomBytes,
): Promise<void> {
  const leap = leastLeap + (Buffer.from(random(4)).readUInt32BE() >>> 2)
  await store.db.transaction().execute(async (tx) => {
    const { value } = await tx
      .updateTable('feed_counter')
      .set((raise) => ({ value: raise('value', '+', leap) }))
      .where('id', '=', 1)
      .returning('value')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('feed_leap')
      .values({ from_value: value - leap, until_value: value })
      .execute()
  })
}

/** Whether a cursor of this epoch is one the feed never stood at: told by a run whose database this is a copy of. */
export async function isStrangeCursor(store: Pick<CoreStore, 'db'>, counter: number, cursor: number): Promise<boolean> {
  if (cursor > counter) return true
  const leap = await sql`select 1 from feed_leap
    where from_value < ${cursor} and until_value > ${cursor} limit 1`.execute(store.db)
  return leap.rows.length > 0
}
