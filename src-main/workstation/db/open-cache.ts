import { closeSync, fsyncSync, openSync } from 'node:fs'
import type { MirrorTableName } from '#shared/contract/mirror.ts'
import { mirrorTableNames, mirrorTables } from '#shared/contract/mirror.ts'
import type { TableDigest } from '#shared/contract/wire.ts'
import type { Cell, ColumnKind } from '#shared/kernel/table.ts'
import type { Reached } from '#shared/node/crash-points.ts'
import type { SqliteDatabase } from '#shared/node/open-database.ts'
import { openDatabase } from '#shared/node/open-database.ts'
import type { Log } from '../outside.ts'
import { codeOf } from '../storage-problem.ts'
import type { FeedEnd, SyncState } from '../sync/cache-protocol.ts'
import { syncStateSchema } from '../sync/cache-protocol.ts'
import { cacheFile } from './cache-files.ts'
import { mirrorDigest } from './mirror-digest.ts'
import { isDamage } from './open-outbox.ts'
import { cacheIndexesSql, cacheShape, cacheTablesSql, upsertSql } from './cache-tables.ts'
import { followSearch } from './search-changes.ts'
import { createSearchTables, hasSearchTables, mergeSearchTables, openSearchWriter } from './search-tables.ts'

/** A cache file open for writing: prepared statements only, as a first load writes half a million rows. */
export interface CacheFile {
  readonly number: number
  readonly state: () => SyncState
  readonly begin: () => void
  /** Commits, with the search index brought up to date for what was put and removed in the transaction. */
  readonly commit: () => void
  readonly rollback: () => void
  /** Puts rows of a known table; `columns` says what stands where, unknown columns are left out. Throws on a bad row. */
  readonly put: (table: MirrorTableName, columns: readonly string[], rows: readonly (readonly Cell[])[]) => void
  /** Removes rows with what the search has of them; gives how many there were. */
  readonly remove: (table: MirrorTableName, ids: readonly string[]) => number
  readonly count: (table: MirrorTableName) => number
  readonly digest: (table: MirrorTableName) => TableDigest
  readonly setState: (end: FeedEnd, isComplete: boolean) => void
  /** The load is over: on disk whole, then written in WAL with every commit fsynced, as all later pulls want it. */
  readonly settle: (reached: Reached) => void
  /** Makes the indexes and the search index step by step; each step says how many customers of how many. */
  readonly index: () => Iterable<{ readonly done: number; readonly of: number }>
  readonly close: () => void
}

/** Pages kept decrypted for reading: a search over a million customers is twice as fast as with 8 MiB. */
const readKiB = 65_536

const chunk = 5_000
const commitCustomers = 50_000

/** Opens cache file `number` for writing; a new one gets its tables. Throws what SQLite throws. */
export function openCacheForWriting(folder: string, number: number, key: Uint8Array, scope: string): CacheFile {
  const database = openDatabase(cacheFile(folder, number), { key })
  try {
    if (!database.prepare(`select 1 from sqlite_schema where name = 'sync_state'`).get()) create(database, scope)
    const file = fileOf(database, folder, number)
    if (file.state().is_complete === 0) prepareLoad(database)
    return file
  } catch (error) {
    database.close()
    throw error
  }
}

/**
 * Opens cache file `number` for reading only. Undefined when it is damaged or of another version of the program:
 * capturing goes on over the fold alone while its successor is loaded.
 */
export function openCacheForReading(
  folder: string,
  number: number,
  key: Uint8Array,
  log: Log,
  onDamaged: () => void = () => undefined,
): SqliteDatabase | undefined {
  let database: SqliteDatabase | undefined
  try {
    database = openDatabase(cacheFile(folder, number), { key, readonly: true })
    database.pragma(`cache_size = -${readKiB}`)
    if (database.prepare('select shape from sync_state').pluck().get() === cacheShape) return database
    log('cache of another shape', { number })
  } catch (error) {
    log('cache not readable', { number, code: codeOf(error) ?? '' })
    if (isDamage(error)) onDamaged()
  }
  database?.close()
  return undefined
}

/**
 * A file that is still being loaded is worth nothing after a crash and is then loaded again, so nothing of it is logged
 * or fsynced: half the writing, half the encryption.
 */
function prepareLoad(database: SqliteDatabase): void {
  database.pragma('journal_mode = memory')
  database.pragma('synchronous = off')
  database.pragma('temp_store = memory')
  database.pragma('cache_size = -65536')
}

function settle(database: SqliteDatabase, path: string, reached: Reached): void {
  // into WAL first: that writes the first page, which must be among what is synced (found by tools/power-loss)
  database.pragma('journal_mode = wal')
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  reached('swap.fileSynced')
  database.pragma('synchronous = full')
  database.pragma('temp_store = default')
  database.pragma('cache_size = -8000')
}

function create(database: SqliteDatabase, scope: string): void {
  database.transaction(() => {
    database.exec(cacheTablesSql())
    database.prepare(`insert into sync_state values (1, ?, ?, '', 0, 0, 0, '', 0)`).run(cacheShape, scope)
  })()
}

function fileOf(database: SqliteDatabase, folder: string, number: number): CacheFile {
  const [begin, commit, rollback] = ['begin immediate', 'commit', 'rollback'].map((sql) => database.prepare(sql))
  const state = database.prepare('select * from sync_state')
  const update = database.prepare(
    `update sync_state set epoch = ?, cursor = ?, is_complete = max(is_complete, ?), as_of = ?, business_date = ?, customers = ?`,
  )
  const upserts = perTable((table) => database.prepare<Cell[]>(upsertSql(table)))
  const deletes = perTable((table) => database.prepare<[string]>(`delete from ${table} where id = ?`))
  const counts = perTable((table) => database.prepare(`select count(*) from ${table}`).pluck())
  let search = hasSearchTables(database) ? followSearch(database) : undefined

  return {
    number,
    state: () => syncStateSchema.parse(state.get()),
    begin: () => void begin?.run(),
    commit: () => {
      search?.settle()
      commit?.run()
    },
    rollback: () => {
      search?.forget()
      if (database.inTransaction) rollback?.run()
    },
    put: (table, columns, rows) => {
      const places = Object.entries(mirrorTables[table].columns).map(([name, kind]) => ({
        place: columns.indexOf(name),
        absent: absentCells[kind],
      }))
      const upsert = upserts[table]
      search?.put(table, columns, rows)
      // a core of this very version sends just what the statement takes
      if (columns.join() === mirrorTables[table].columnNames.join()) for (const row of rows) upsert.run(...row)
      else
        for (const row of rows)
          upsert.run(...places.map(({ place, absent }) => (place < 0 ? absent : (row[place] ?? null))))
    },
    remove: (table, ids) => {
      search?.remove(table, ids)
      return ids.reduce((removed, id) => removed + deletes[table].run(id).changes, 0)
    },
    count: (table) => Number(counts[table].get()),
    digest: (table) => mirrorDigest(database, table),
    setState: (end, isComplete) => {
      update.run(end.epoch, end.cursor, isComplete ? 1 : 0, end.asOf, end.businessDate, end.customers)
    },
    settle: (reached) => settle(database, cacheFile(folder, number), reached),
    index: function* () {
      yield* indexAll(database)
      search = followSearch(database)
    },
    close: () => database.close(),
  }
}

function* indexAll(database: SqliteDatabase): Iterable<{ readonly done: number; readonly of: number }> {
  const last = Number(database.prepare('select coalesce(max(rowid), 0) from customer').pluck().get())
  for (const sql of cacheIndexesSql()) {
    database.exec(sql)
    yield { done: 0, of: last }
  }
  createSearchTables(database)
  const writer = openSearchWriter(database)
  for (let from = 0; from < last; from += chunk) {
    if (!database.inTransaction) database.exec('begin')
    writer.addRange(from, from + chunk)
    if ((from + chunk) % commitCustomers === 0 || from + chunk >= last) database.exec('commit')
    yield { done: Math.min(from + chunk, last), of: last }
  }
  for (const _step of mergeSearchTables(database)) yield { done: last, of: last }
}

/** What stands in a column that a core of another version does not send. */
const absentCells: Readonly<Record<ColumnKind, Cell>> = { text: '', 'text?': null, int: 0, 'int?': null }

function perTable<S>(make: (table: MirrorTableName) => S): Readonly<Record<MirrorTableName, S>> {
  // one statement for each table of the list that names them all
  return Object.fromEntries(mirrorTableNames.map((table) => [table, make(table)])) as Record<MirrorTableName, S>
}
