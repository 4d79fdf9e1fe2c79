import type { SqliteDatabase } from '#shared/node/open-database.ts'
import { openDatabase } from '#shared/node/open-database.ts'
import { codeOf } from '../storage-problem.ts'
import { outboxMigration010 } from './migrations/010-outbox.ts'
import { outboxMigration030 } from './migrations/030-lease.ts'
import { outboxMigration040 } from './migrations/040-draft-owner.ts'

const migrations: readonly { readonly number: number; readonly sql: string }[] = [
  { number: 10, sql: outboxMigration010 },
  { number: 30, sql: outboxMigration030 },
  { number: 40, sql: outboxMigration040 },
]

/**
 * Opens outbox.db, encrypted, WAL with synchronous FULL, and brings it to this version's shape. Throws what SQLite
 * throws: SQLITE_NOTADB for a wrong key or a damaged first page, SQLITE_FULL, SQLITE_CANTOPEN.
 */
export function openOutbox(file: string, key: Uint8Array): SqliteDatabase {
  const database = openDatabase(file, { key })
  try {
    // the service's thread waits meanwhile: long enough for a backup's glance, short enough for a person
    database.pragma('busy_timeout = 2000')
    migrate(database)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/**
 * Whether every page of the file opens and every row stands in its order. Reading a page checks it against the cipher's
 * own code, so this finds a single flipped bit; some milliseconds for each 10,000 commands.
 */
export function isWhole(database: SqliteDatabase): boolean {
  try {
    return database.pragma('quick_check(1)', { simple: true }) === 'ok'
  } catch (error) {
    if (isDamage(error)) return false
    throw error
  }
}

/** Whether an error says that a file is not what was written to it, or not under this key. */
export function isDamage(error: unknown): boolean {
  return /^SQLITE_(NOTADB|CORRUPT)|^SQLITE_IOERR_(SHORT_READ|CORRUPTFS|DATA)$/.test(codeOf(error) ?? '')
}

function migrate(database: SqliteDatabase): void {
  const at = Number(database.pragma('user_version', { simple: true }))
  for (const migration of migrations.filter((one) => one.number > at))
    database.transaction(() => {
      database.exec(migration.sql)
      database.pragma(`user_version = ${migration.number}`)
    })()
}
