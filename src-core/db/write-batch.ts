import type { Statement } from 'better-sqlite3'
import type { Transaction } from 'kysely'
import { sql } from 'kysely'
import type { SqliteDatabase } from '#shared/node/open-database.ts'
import type { MirrorTableName } from '#shared/contract/mirror.ts'
import { isMirrorTable } from '#shared/contract/mirror.ts'
import type { TableRows } from '../seed/seed-writer.ts'
import { cellsOf, writtenColumns } from '../seed/seed-writer.ts'
import { isCollision } from './failure.ts'
import type { CoreStore } from './open-core-database.ts'
import type { CoreDatabase } from './schema.ts'
import { stamp } from './stamp.ts'
import type { Touched } from './touched.ts'
import { isTouched, nothingTouched, remember, rememberGone } from './touched.ts'

/** Rows for a table and what to do with one that is there: a bug (the transaction fails), let it stand, or set columns anew. */
export interface BatchRows extends TableRows {
  readonly onConflict?: 'ignore' | readonly string[]
}

/** A transaction that reads by Kysely and writes many rows of few tables at its end. */
export interface Batch {
  readonly tx: Transaction<CoreDatabase>
  /** Rows of mirrored tables carry no `change_seq`: they get the counter's, as `inUnit` gives it. */
  readonly put: (rows: BatchRows) => void
  /** Writes rows of a table that does not travel at once: so many of them that keeping them until the end takes memory. */
  readonly putNow: (rows: BatchRows) => Promise<void>
  /** Rows that the core keeps and desks of a scope do not: they move to `keptScope`, and the desks are told. */
  readonly leave: (table: MirrorTableName, scope: string, ids: readonly string[]) => Promise<void>
  /** Removes rows that can be made again; to desks it is the same. */
  readonly drop: (table: MirrorTableName, scope: string, ids: readonly string[]) => Promise<void>
}

/** Where rows of a scope stand that no desk holds any more. */
export function keptScope(scope: string): string {
  return `kept:${scope}`
}

type Store = Pick<CoreStore, 'db' | 'dialect' | 'feed' | 'sqlite'>
const tries = 4
/** PostgreSQL takes at most 65,535 parameters in one statement. */
const parametersAtMost = 30_000

/**
 * Runs work in one transaction. What it put is written when it has ended, rows of mirrored tables last: before them the
 * feed's counter is raised, and nobody else can be waiting to write rows that are new. Collided, it is done again.
 */
export async function inBatch<T>(store: Store, work: (batch: Batch) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      let isMirrored = false
      const value = await store.db.transaction().execute(async (tx) => {
        const put: BatchRows[] = []
        const touched = nothingTouched()
        const done = await work({
          tx,
          put: (rows) => void (rows.rows.length > 0 && put.push(rows)),
          putNow: async (rows) => void (rows.rows.length > 0 && (await write(store, tx, rows))),
          ...leaving(tx, touched),
        })
        const [own, mirrored] = [false, true].map((is) => put.filter(({ table }) => isMirrorTable(table) === is))
        for (const rows of own ?? []) await write(store, tx, rows)
        isMirrored = (mirrored ?? []).length > 0
        if (isMirrored) await writeMirrored(store, tx, mirrored ?? [])
        await stamp(tx, store.dialect, touched)
        isMirrored ||= isTouched(touched)
        return done
      })
      if (isMirrored) store.feed.announce()
      return value
    } catch (error) {
      if (attempt >= tries || !isCollision(error)) throw error
    }
  }
}

const idsAtMost = 500

/** An exit for either: whoever compares a mirror with the core asks for more than a few rows removed at once, not left. */
function leaving(tx: Transaction<CoreDatabase>, touched: Touched): Pick<Batch, 'leave' | 'drop'> {
  const inParts = async (
    ids: readonly string[],
    work: (some: readonly string[]) => Promise<unknown>,
  ): Promise<void> => {
    for (let from = 0; from < ids.length; from += idsAtMost) await work(ids.slice(from, from + idsAtMost))
  }
  return {
    leave: async (table, scope, ids) => {
      await inParts(ids, (some) =>
        sql`update ${sql.table(table)} set scope = ${keptScope(scope)} where id in (${sql.join(some)})`.execute(tx),
      )
      for (const id of ids) {
        remember(touched, table, id)
        rememberGone(touched, { scope, table, id, isExit: true })
      }
    },
    drop: async (table, scope, ids) => {
      await inParts(ids, (some) => sql`delete from ${sql.table(table)} where id in (${sql.join(some)})`.execute(tx))
      for (const id of ids) rememberGone(touched, { scope, table, id, isExit: true })
    },
  }
}

async function writeMirrored(store: Store, tx: Transaction<CoreDatabase>, all: readonly BatchRows[]): Promise<void> {
  const counter = await tx
    .updateTable('feed_counter')
    .set((raise) => ({ value: raise('value', '+', 1) }))
    .where('id', '=', 1)
    .returning('value')
    .executeTakeFirstOrThrow()
  for (const { rows, ...rest } of all)
    await write(store, tx, { ...rest, rows: rows.map((row) => ({ ...row, change_seq: counter.value })) })
}

async function write(store: Store, tx: Transaction<CoreDatabase>, rows: BatchRows): Promise<void> {
  if (store.sqlite) return writeSqlite(store.sqlite, rows)
  const columns = writtenColumns(rows)
  const cells = cellsOf(rows)
  const size = Math.max(1, Math.floor(parametersAtMost / columns.length))
  for (let from = 0; from < rows.rows.length; from += size) {
    const values = rows.rows.slice(from, from + size).map((row) => sql`(${sql.join(cells(row))})`)
    await sql`insert into ${sql.table(rows.table)} (${sql.join(columns.map((name) => sql.ref(name)))})
      values ${sql.join(values)} ${sql.raw(endOf(rows))}`.execute(tx)
  }
}

/** On the connection whose transaction is open: prepared once, by far quicker than through Kysely. */
function writeSqlite(database: SqliteDatabase, rows: BatchRows): void {
  const columns = writtenColumns(rows)
  const names = columns.map((name) => `"${name}"`).join(',')
  const places = columns.map(() => '?').join(',')
  const statement = prepared(database, `insert into "${rows.table}" (${names}) values (${places}) ${endOf(rows)}`)
  const cells = cellsOf(rows)
  for (const row of rows.rows) statement.run(...cells(row))
}

const statements = new WeakMap<SqliteDatabase, Map<string, Statement<unknown[]>>>()

function prepared(database: SqliteDatabase, text: string): Statement<unknown[]> {
  const kept = statements.get(database) ?? new Map<string, Statement<unknown[]>>()
  statements.set(database, kept)
  const statement = kept.get(text) ?? database.prepare(text)
  kept.set(text, statement)
  return statement
}

/** Names are those of our own tables, never anything from outside. */
function endOf({ onConflict }: BatchRows): string {
  if (onConflict === undefined) return ''
  if (onConflict === 'ignore') return 'on conflict do nothing'
  return `on conflict (id) do update set ${onConflict.map((name) => `"${name}" = excluded."${name}"`).join(', ')}`
}
