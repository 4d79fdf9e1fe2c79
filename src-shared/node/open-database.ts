import Database from 'better-sqlite3'
import { isPlanted } from './crash-points.ts'

export type { Database as SqliteDatabase } from 'better-sqlite3'

export interface OpenOptions {
  /** Raw 32-byte key; null leaves the file plain (benchmark yardsticks only). */
  readonly key: Uint8Array | null
  readonly readonly?: boolean
}

/**
 * Opens an SQLite file encrypted with sqlcipher under a raw key, in WAL with `synchronous=FULL`.
 * FULL is set on every connection: this build is compiled with NORMAL for WAL, and NORMAL loses commits at a power cut.
 * Throws SqliteError with code SQLITE_NOTADB when the key does not fit or the first page is damaged.
 */
export function openDatabase(file: string, options: OpenOptions): Database.Database {
  const database = new Database(file, { readonly: options.readonly ?? false })
  try {
    if (options.key) {
      if (options.key.length !== 32) throw new Error('a database key has 32 bytes')
      database.pragma(`cipher='sqlcipher'`)
      database.pragma(`key="x'${Buffer.from(options.key).toString('hex')}'"`)
    }
    if (options.readonly !== true) database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    if (isPlanted('noFsync')) database.pragma('synchronous = OFF')
    database.pragma('busy_timeout = 5000')
    database.pragma('cache_size = -8000')
    database.prepare('select count(*) from sqlite_schema').get()
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/**
 * One transaction whose commit waits for no sync: whole, and in the log before any later commit that is synced. For work
 * of which another file already has a synced copy (docs/adr/0012).
 */
export function commitUnsynced(database: Database.Database, work: () => void): void {
  if (isPlanted('noFsync')) return database.transaction(work)()
  database.pragma('synchronous = NORMAL')
  try {
    database.transaction(work)()
  } finally {
    database.pragma('synchronous = FULL')
  }
}
