import type { Migration } from 'kysely/migration'
import { sql } from 'kysely'
import type { DialectName } from './open-core-database.ts'

/** A migration from statements in PostgreSQL's words; on SQLite bigint is integer, bytea is blob, and tables are STRICT. */
export function migrationOf(statements: readonly string[], dialect: DialectName): Migration {
  return {
    up: async (db) => {
      for (const statement of statements)
        await sql.raw(dialect === 'sqlite' ? inSqlite(statement) : statement).execute(db)
    },
  }
}

function inSqlite(statement: string): string {
  const typed = statement.replace(/\bbigint\b/g, 'integer').replace(/\bbytea\b/g, 'blob')
  return typed.startsWith('create table') ? `${typed} strict` : typed
}
