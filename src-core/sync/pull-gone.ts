import type { RawBuilder, Transaction } from 'kysely'
import { sql } from 'kysely'
import type { PullLine } from '#shared/contract/wire.ts'
import type { CoreDatabase, FeedGone } from '../db/schema.ts'

/** The part of the feed that tells what is gone: of a scope, after a cursor. */
export interface GoneRequest {
  readonly scope: string
  readonly cursor: number
}

/** Where what is gone stands in the feed, for the page's end: the change at an offset after the cursor. */
export function goneAt({ scope, cursor }: GoneRequest, offset: number): RawBuilder<{ readonly change_seq: number }> {
  return sql`select change_seq from feed_gone where scope = ${scope} and change_seq > ${cursor}
    order by change_seq limit 1 offset ${sql.lit(offset)}`
}

/** Ids of rows that left the scope after the cursor and up to `until`: at most one line of exits and one of removals. */
export async function goneLines(
  tx: Transaction<CoreDatabase>,
  { scope, cursor }: GoneRequest,
  until: number,
): Promise<readonly PullLine[]> {
  // a desk that has nothing yet misses nothing
  if (cursor === 0) return []
  const rows = await tx
    .selectFrom('feed_gone')
    .select(['table_name', 'id', 'is_exit'])
    .where('scope', '=', scope)
    .where('change_seq', '>', cursor)
    .where('change_seq', '<=', until)
    .orderBy('change_seq')
    .execute()
  const [exits, removed] = [1, 0].map((isExit) => byTable(rows.filter((row) => row.is_exit === isExit)))
  return [...(exits?.length ? [{ exits }] : []), ...(removed?.length ? [{ removed }] : [])]
}

function byTable(rows: readonly Pick<FeedGone, 'table_name' | 'id'>[]): { table: string; ids: string[] }[] {
  const tables = new Map<string, string[]>()
  for (const { table_name: table, id } of rows) {
    const ids = tables.get(table)
    if (ids) ids.push(id)
    else tables.set(table, [id])
  }
  return [...tables].map(([table, ids]) => ({ table, ids }))
}
