import { Kysely, PostgresDialect, SqliteDialect } from 'kysely'
import type { Pool, types } from 'pg'
import type { SqliteDatabase } from '#shared/node/open-database.ts'
import { openDatabase } from '#shared/node/open-database.ts'
import { addSha256 } from './audit-chain.ts'
import type { DiskLine } from './disk-line.ts'
import { createDiskLine } from './disk-line.ts'
import { createFeedSignal } from './feed-signal.ts'
import type { FeedSignal } from './feed-signal.ts'
import type { Neighbours } from './neighbours.ts'
import { createNeighbours } from './neighbours.ts'
import type { CoreDatabase } from './schema.ts'
import { addRowHash } from './row-hash.ts'
import { sqliteConnection } from './sqlite-connection.ts'

export type DialectName = 'sqlite' | 'postgres'

/** The core's open database. */
export interface CoreStore {
  readonly db: Kysely<CoreDatabase>
  /** For long reads: a second, read-only connection on SQLite, so that a pull never holds up a command. */
  readonly reader: Kysely<CoreDatabase>
  readonly dialect: DialectName
  /** The writing connection itself on SQLite, for the seed's prepared statements; null on PostgreSQL. */
  readonly sqlite: SqliteDatabase | null
  readonly feed: FeedSignal
  /** Lets commits share a sync on SQLite; PostgreSQL does that by itself. */
  readonly disk: DiskLine
  /** Other core processes on the same PostgreSQL; null on SQLite, which has one writer. */
  readonly neighbours: Neighbours | null
  readonly close: () => Promise<void>
}

export interface OpenCoreOptions {
  /** Raw 32-byte key of an SQLite file; null leaves it plain. PostgreSQL takes none. */
  readonly key: Uint8Array | null
  /** Connections to PostgreSQL at most. */
  readonly poolSize?: number
}

/**
 * Opens `sqlite:FILE` or `postgres://...`. Throws what the driver throws when the file or server cannot be opened
 * (SQLITE_NOTADB: wrong key), and an Error on an address of another kind.
 */
export async function openCoreDatabase(address: string, options: OpenCoreOptions): Promise<CoreStore> {
  if (address.startsWith('sqlite:')) return openSqlite(address.slice('sqlite:'.length), options.key)
  if (/^postgres(ql)?:\/\//.test(address)) return openPostgres(address, options.poolSize ?? 12)
  throw new Error('the address of a database is sqlite:FILE or postgres://...')
}

function openSqlite(file: string, key: Uint8Array | null): CoreStore {
  const writer = openDatabase(file, { key })
  addRowHash(writer)
  addSha256(writer)
  // a busy page is written to the file once for many commits; 16 MiB of log at most
  writer.pragma('wal_autocheckpoint = 4000')
  const disk = createDiskLine(writer, file)
  const db = kyselyOn(writer, true)
  // opened on first use, after the migrations: a read-only connection cannot create the file's schema
  const reader = new Kysely<CoreDatabase>({
    dialect: new SqliteDialect({
      database: () => Promise.resolve(sqliteConnection(openDatabase(file, { key, readonly: true }), false)),
    }),
  })
  return {
    db,
    reader,
    dialect: 'sqlite',
    sqlite: writer,
    feed: createFeedSignal(),
    disk,
    neighbours: null,
    close: async () => {
      disk.close()
      await reader.destroy()
      await db.destroy()
      if (writer.open) writer.close()
    },
  }
}

function kyselyOn(database: SqliteDatabase, isWriter: boolean): Kysely<CoreDatabase> {
  return new Kysely<CoreDatabase>({ dialect: new SqliteDialect({ database: sqliteConnection(database, isWriter) }) })
}

async function openPostgres(address: string, poolSize: number): Promise<CoreStore> {
  // loaded only where it is used: the embedded core starts faster without it
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({
    connectionString: address,
    max: poolSize,
    types: { getTypeParser: parserBeside(pg.types) },
  })
  // a server that goes away must not end the process: the next query says so
  pool.on('error', () => undefined)
  // and neither must one that goes away in the middle of a transaction, between two of its queries
  pool.on('connect', (client) => void client.on('error', () => undefined))
  const first = await pool.connect()
  first.release()
  const db = new Kysely<CoreDatabase>({ dialect: new PostgresDialect({ pool }) })
  const neighbours = createNeighbours(pool, () => new pg.Client({ connectionString: address }))
  return {
    db,
    reader: db,
    dialect: 'postgres',
    sqlite: null,
    feed: createFeedSignal(neighbours.tell),
    disk: { begin: () => undefined, reached: () => Promise.resolve(), close: () => undefined },
    neighbours,
    close: () => closePool(db, pool),
  }
}

async function closePool(db: Kysely<CoreDatabase>, pool: Pool): Promise<void> {
  await db.destroy()
  if (!pool.ended) await pool.end()
}

const int8 = 20

/** PostgreSQL's bigint as a number (every amount, moment and sequence of ours is a safe integer); all else as pg has it. */
function parserBeside(others: typeof types): typeof types.getTypeParser {
  return (oid: number, format?: 'text' | 'binary') => {
    if (oid === int8 && format !== 'binary') return (text: string) => safeInteger(text)
    return format === 'binary' ? others.getTypeParser(oid, 'binary') : others.getTypeParser(oid, 'text')
  }
}

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error('an integer from the database is not safe')
  return value
}
