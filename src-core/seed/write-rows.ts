import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { SqliteDatabase } from '#shared/node/open-database.ts'
import type { CoreDatabase } from '../db/schema.ts'

/** Rows of one table, all with the same columns. */
export interface TableRows {
  readonly table: keyof CoreDatabase & string
  readonly rows: readonly object[]
}

/** What one transaction of the seed writes. */
export interface SeedPart {
  /** Change sequences it takes from the feed's counter. */
  readonly sequences: number
  /** The rows, given the first of these sequences; made while they are written, so that they never are all in memory. */
  readonly rows: (firstSequence: number) => Iterable<TableRows>
  /** How far the seed is once this is written. */
  readonly record: string
}

/** Where the seed writes: each part one transaction, its progress and its place in the feed in the same one. */
export interface SeedWriter {
  readonly write: (part: SeedPart) => Promise<void>
  /** Puts the connection back as it was. */
  readonly close: () => void
}

export interface SeedTarget {
  readonly db: Kysely<CoreDatabase>
  /** The writing connection itself on SQLite; null sends rows through Kysely. */
  readonly sqlite?: SqliteDatabase | null
}

/** Records of the bureau and the watch list may name one person twice; the first one stands. */
const firstStands: readonly string[] = ['bureau_record', 'watch_entry']

/**
 * On SQLite prepared statements in large transactions, with a page cache that holds the indexes while it lasts; on
 * PostgreSQL inserts of many rows. Memory is what one call brings.
 */
export function createSeedWriter(target: SeedTarget): SeedWriter {
  return target.sqlite ? sqliteWriter(target.sqlite) : kyselyWriter(target.db)
}

/** While the seed runs: pages kept, and pages written before they are copied home; each copy encrypts a page again. */
const whileSeeding = { cache_size: -327_680, wal_autocheckpoint: 16_384 } as const

function sqliteWriter(database: SqliteDatabase): SeedWriter {
  const before = Object.keys(whileSeeding).map((name) => [name, database.pragma(name, { simple: true })] as const)
  for (const [name, value] of Object.entries(whileSeeding)) database.pragma(`${name} = ${value}`)
  const inserts = new Map<string, (rows: TableRows['rows']) => void>()
  const insertOf = ({ table, rows }: TableRows): ((rows: TableRows['rows']) => void) => {
    const kept = inserts.get(table)
    if (kept) return kept
    const columns = Object.keys(rows[0] ?? {})
    const ignore = firstStands.includes(table) ? 'or ignore' : ''
    const statement = database.prepare(
      `insert ${ignore} into ${table} (${columns.map((name) => `"${name}"`).join(',')}) values (${columns.map(() => '?').join(',')})`,
    )
    // every row of a table is made by one function, which names its columns in one order
    const insert = (all: TableRows['rows']): void => {
      for (const row of all) statement.run(Object.values(row))
    }
    inserts.set(table, insert)
    return insert
  }
  const raise = database.prepare('update feed_counter set value = value + ? where id = 1 returning value').pluck()
  const keep = database.prepare(`insert into setting (name, value) values ('seed', ?)
    on conflict (name) do update set value = excluded.value`)
  const write = database.transaction((part: SeedPart) => {
    const last = Number(raise.get(part.sequences))
    for (const batch of part.rows(last - part.sequences + 1)) if (batch.rows.length > 0) insertOf(batch)(batch.rows)
    keep.run(part.record)
  })
  return {
    write: (part) => Promise.resolve(write.immediate(part)),
    close: () => {
      for (const [name, value] of before) database.pragma(`${name} = ${String(value)}`)
    },
  }
}

/** PostgreSQL takes at most 65,535 parameters in one statement. */
const parametersAtMost = 30_000

function kyselyWriter(db: Kysely<CoreDatabase>): SeedWriter {
  return {
    close: () => undefined,
    write: (part) =>
      db.transaction().execute(async (tx) => {
        const { value: last } = await tx
          .updateTable('feed_counter')
          .set((raise) => ({ value: raise('value', '+', part.sequences) }))
          .where('id', '=', 1)
          .returning('value')
          .executeTakeFirstOrThrow()
        for (const { table, rows } of part.rows(last - part.sequences + 1)) {
          const columns = Object.keys(rows[0] ?? {})
          const size = Math.max(1, Math.floor(parametersAtMost / Math.max(1, columns.length)))
          for (let from = 0; from < rows.length; from += size) {
            const values = rows.slice(from, from + size).map((row) => sql`(${sql.join(Object.values(row))})`)
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
