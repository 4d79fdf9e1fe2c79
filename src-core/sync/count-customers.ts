import type { Transaction } from 'kysely'
import type { Instant } from '#shared/kernel/date.ts'
import type { CoreStore } from '../db/open-core-database.ts'
import type { CoreDatabase } from '../db/schema.ts'

interface Counted {
  readonly count: number
  readonly at: Instant
}

/** Counting a million rows at each pull would cost more than the pull: the number serves a progress bar only. */
const countedForMs = 60_000
const counted = new WeakMap<CoreStore, Map<string, Counted>>()

/** Customers of a scope, at most a minute old. */
export async function customersOf(
  store: CoreStore,
  tx: Transaction<CoreDatabase>,
  scope: string,
  now: Instant,
): Promise<number> {
  const kept = counted.get(store) ?? new Map<string, Counted>()
  counted.set(store, kept)
  const last = kept.get(scope)
  if (last && now - last.at < countedForMs) return last.count
  const row = await tx
    .selectFrom('customer')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('scope', '=', scope)
    .executeTakeFirstOrThrow()
  kept.set(scope, { count: row.count, at: now })
  return row.count
}
