import type { SqliteDatabase } from '#shared/node/open-database.ts'
import { failureCode } from '../db/failure.ts'
import type { SeedPart, SeedWriter, TableRows } from './seed-writer.ts'
import { cellsOf, firstStands, writtenColumns } from './seed-writer.ts'
import { createLoad } from './sqlite-load.ts'

/** While the seed runs: pages kept, and sorting leaves nothing on a plain disk. */
const whileSeeding = { cache_size: -65_536, temp_store: 2 } as const

/** Prepared statements in large transactions, on the writing connection itself. */
export function sqliteWriter(database: SqliteDatabase): SeedWriter {
  const before = Object.keys(whileSeeding).map((name) => [name, database.pragma(name, { simple: true })] as const)
  for (const [name, value] of Object.entries(whileSeeding)) database.pragma(`${name} = ${value}`)
  setJournal(database, 'truncate')
  const load = createLoad(database)
  const inserts = new Map<string, (rows: TableRows['rows']) => void>()
  const insertOf = (batch: TableRows): ((rows: TableRows['rows']) => void) => {
    const { table } = batch
    const kept = inserts.get(table)
    if (kept) return kept
    const columns = writtenColumns(batch)
    const cells = cellsOf(batch)
    const ignore = firstStands.includes(table) ? 'or ignore' : ''
    const names = columns.map((name) => `"${name}"`).join(',')
    const places = columns.map(() => '?').join(',')
    const statement = database.prepare(`insert ${ignore} into ${load.placeOf(table)} (${names}) values (${places})`)
    const insert = (all: TableRows['rows']): void => {
      for (const row of all) statement.run(...cells(row))
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
    beginLoad: () => {
      inserts.clear()
      load.begin()
    },
    endLoad: () => {
      inserts.clear()
      load.end()
    },
    close: () => {
      setJournal(database, 'wal')
      for (const [name, value] of before) database.pragma(`${name} = ${String(value)}`)
    },
  }
}

/**
 * Without the log a new page is encrypted and written once, not three times; a part is still all or nothing. While
 * another program has the file open it stays as it is, and the next one who opens it sets the log anyway.
 */
function setJournal(database: SqliteDatabase, mode: 'truncate' | 'wal'): void {
  try {
    database.pragma(`journal_mode = ${mode}`)
  } catch (error) {
    if (failureCode(error) !== 'SQLITE_BUSY') throw error
  }
}
