import type { Transaction } from 'kysely'
import { sql } from 'kysely'
import type { MirrorTableName } from '#shared/contract/mirror.ts'
import { mirrorTableNames, mirrorTables } from '#shared/contract/mirror.ts'
import type { TableDigest } from '#shared/contract/wire.ts'
import type { CoreDatabase } from '../db/schema.ts'

/**
 * Count and sum of the rows' hashes of every mirrored table, in the snapshot of a pull: what a desk compares its mirror
 * with. The sum goes in two halves of 24 bits each, so that a million rows stay safe integers. Reads the feed's indexes
 * only.
 */
export async function digestOf(
  tx: Transaction<CoreDatabase>,
  scopeOf: (table: MirrorTableName) => string,
): Promise<readonly TableDigest[]> {
  const digests: TableDigest[] = []
  for (const table of mirrorTableNames) {
    const found = await sql<Omit<TableDigest, 'table' | 'columns'>>`select
        cast(count(*) as bigint) as rows,
        cast(coalesce(sum(row_hash >> 24), 0) as bigint) as high,
        cast(coalesce(sum(row_hash & 16777215), 0) as bigint) as low
      from ${sql.table(table)} where scope = ${scopeOf(table)}`.execute(tx)
    const { rows = 0, high = 0, low = 0 } = found.rows[0] ?? {}
    digests.push({ table, columns: [...mirrorTables[table].columnNames], rows, high, low })
  }
  return digests
}
