import type { SqliteDatabase as KyselySqlite, SqliteStatement } from 'kysely'
import type { SqliteDatabase } from '#shared/node/open-database.ts'

const keptStatements = 300
/** A list of thousands of parameters is another text nearly each time, and a prepared one takes some hundred kilobytes. */
const keptTextAtMost = 4_000
/** A long text with fewer of them is the same each time. */
const fewParameters = 16

/**
 * An open SQLite file as Kysely wants it, with prepared statements kept (Kysely prepares at every query) and, for the
 * writing connection, every transaction begun IMMEDIATE: a second writer waits at the start instead of failing later.
 */
export function sqliteConnection(database: SqliteDatabase, isWriter: boolean): KyselySqlite {
  const statements = new Map<string, SqliteStatement>()
  return {
    close: () => {
      statements.clear()
      database.close()
    },
    prepare: (text) => {
      if (isWriter && text === 'begin') return prepared('begin immediate')
      // a full disk ends the transaction by itself; a second rollback would hide the first error
      if (text === 'rollback' && !database.inTransaction) return prepared('select 1')
      return prepared(text)
    },
  }

  function prepared(text: string): SqliteStatement {
    const kept = statements.get(text)
    if (kept) return kept
    const statement = database.prepare(text)
    if (statements.size >= keptStatements) statements.clear()
    // better-sqlite3 takes parameters as one array just as Kysely gives them; only its generic typing differs
    const made = statement as unknown as SqliteStatement
    if (isSameEachTime(text) && !/^\s*(create|drop|alter|pragma)/i.test(text)) statements.set(text, made)
    return made
  }
}

function isSameEachTime(text: string): boolean {
  return text.length <= keptTextAtMost || text.split('?', fewParameters + 1).length <= fewParameters
}
