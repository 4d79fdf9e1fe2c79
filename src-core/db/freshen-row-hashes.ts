import { sql } from 'kysely'
import { mirrorTableNames, mirrorTables } from '#shared/contract/mirror.ts'
import type { CoreStore } from './open-core-database.ts'
import { rowHashSql } from './row-hash.ts'

const name = 'row_hash_columns'

/**
 * Counts the hashes of all rows anew where the columns they were counted over are not this program's: a migration that
 * adds a column to a mirrored table needs nothing else. Rows keep their place in the feed.
 */
export async function freshenRowHashes(store: CoreStore): Promise<void> {
  const wanted = JSON.stringify(mirrorTableNames.map((table) => [table, mirrorTables[table].columnNames]))
  const kept = await store.db.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst()
  if (kept?.value === wanted) return
  await store.db.transaction().execute(async (tx) => {
    for (const table of mirrorTableNames)
      await sql`update ${sql.table(table)} set row_hash = ${rowHashSql(table, store.dialect)}`.execute(tx)
    await tx
      .insertInto('setting')
      .values({ name, value: wanted })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: wanted }))
      .execute()
  })
}
