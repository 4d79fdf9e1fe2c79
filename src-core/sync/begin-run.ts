import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { CoreStore } from '../db/open-core-database.ts'
import type { CoreDatabase } from '../db/schema.ts'

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
  return cursor > counter || (await leapOver(store.db, cursor)) !== undefined
}

/** The first number after the leap that a place of the feed lies in; undefined where it lies in none. */
export async function leapOver(db: Kysely<CoreDatabase>, place: number): Promise<number | undefined> {
  const leap = await db
    .selectFrom('feed_leap')
    .select('until_value')
    .where('from_value', '<', place)
    .where('until_value', '>', place)
    .executeTakeFirst()
  return leap?.until_value
}
