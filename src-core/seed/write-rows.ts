import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { SqliteDatabase } from '#shared/node/open-database.ts'
import type { CoreDatabase } from '../db/schema.ts'
import type { SeedWriter } from './seed-writer.ts'
import { cellsOf, firstStands, writtenColumns } from './seed-writer.ts'
import { sqliteWriter } from './write-rows-sqlite.ts'

export interface SeedTarget {
  readonly db: Kysely<CoreDatabase>
  /** The writing connection itself on SQLite; null sends rows through Kysely. */
  readonly sqlite?: SqliteDatabase | null
}

/** On SQLite prepared statements in large transactions, on PostgreSQL inserts of many rows. Memory is what one call brings. */
export function createSeedWriter(target: SeedTarget): SeedWriter {
  return target.sqlite ? sqliteWriter(target.sqlite) : kyselyWriter(target.db)
}

/** PostgreSQL takes at most 65,535 parameters in one statement. */
const parametersAtMost = 30_000

function kyselyWriter(db: Kysely<CoreDatabase>): SeedWriter {
  return {
    beginLoad: () => undefined,
    endLoad: () => undefined,
    close: () => undefined,
    write: (part) =>
      db.transaction().execute(async (tx) => {
        const { value: last } = await tx
          .updateTable('feed_counter')
          .set((raise) => ({ value: raise('value', '+', part.sequences) }))
          .where('id', '=', 1)
          .returning('value')
          .executeTakeFirstOrThrow()
        for (const batch of part.rows(last - part.sequences + 1)) {
          const { table, rows } = batch
          const columns = writtenColumns(batch)
          const cells = cellsOf(batch)
          const size = Math.max(1, Math.floor(parametersAtMost / Math.max(1, columns.length)))
          for (let from = 0; from < rows.length; from += size) {
            const values = rows.slice(from, from + size).map((row) => sql`(${sql.join(cells(row))})`)
            const end = firstStands.includes(table) ? sql`on conflict do nothing` : sql``
            await sql`insert into ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))})
              values ${sql.join(values)} ${end}`.execute(tx)
          }
        }
        await tx
          .insertInto('setting')
          .values({ name: 'seed', value: part.record })
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: part.record }))
          .execute()
      }),
  }
}
