import type { SqliteDatabase } from '#shared/node/open-database.ts'
import { openDatabase } from '#shared/node/open-database.ts'
import { outboxMigration010 } from './migrations/010-outbox.ts'

const migrations: readonly { readonly number: number; readonly sql: string }[] = [
  { number: 10, sql: outboxMigration010 },
]

/**
 * Opens outbox.db, encrypted, WAL with synchronous FULL, and brings it to this version's shape. Throws what SQLite
 * throws: SQLITE_NOTADB for a wrong key or a damaged first page, SQLITE_FULL, SQLITE_CANTOPEN.
 */
export function openOutbox(file: string, key: Uint8Array): SqliteDatabase {
  const database = openDatabase(file, { key })
  try {
    migrate(database)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function migrate(database: SqliteDatabase): void {
  const at = Number(database.pragma('user_version', { simple: true }))
  for (const migration of migrations.filter((one) => one.number > at))
    database.transaction(() => {
      database.exec(migration.sql)
      database.pragma(`user_version = ${migration.number}`)
    })()
}
