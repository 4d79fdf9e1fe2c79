import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import type { MirrorTableName } from '#shared/contract/mirror.ts'
import { mirrorTables } from '#shared/contract/mirror.ts'
import type { Cell } from '#shared/kernel/table.ts'
import type { SqliteDatabase } from '#shared/node/open-database.ts'
import { cellEnd, emptyCell, rowHash } from '#shared/node/row-hash.ts'
import type { DialectName } from './open-core-database.ts'

/** The hash of a mirrored row as it stands, in SQL: our own function on SQLite, PostgreSQL's SHA-256 there. */
export function rowHashSql(table: MirrorTableName, dialect: DialectName): RawBuilder<number> {
  const columns = mirrorTables[table].columnNames.map((name) => sql.ref(name))
  if (dialect === 'sqlite') return sql`row_hash(${sql.join(columns)})`
  const cells = columns.map((column) => sql`coalesce(${column}::text, ${sql.lit(emptyCell)}) || ${sql.lit(cellEnd)}`)
  const text = sql.join(cells, sql` || `)
  return sql`('x' || left(encode(sha256(convert_to(${text}, 'UTF8')), 'hex'), 12))::bit(48)::bigint`
}

/** Teaches a writing connection to SQLite the function. */
export function addRowHash(database: SqliteDatabase): void {
  // mirrored columns are text and whole numbers (table.ts)
  database.function('row_hash', { deterministic: true, varargs: true }, (...cells) => rowHash(cells as Cell[]))
}
