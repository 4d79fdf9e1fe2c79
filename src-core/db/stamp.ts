import type { Transaction } from 'kysely'
import { sql } from 'kysely'
import type { MirrorTableName } from '#shared/contract/mirror.ts'
import { raiseAndChain } from './audit-chain.ts'
import type { DialectName } from './open-core-database.ts'
import { rowHashSql } from './row-hash.ts'
import type { CoreDatabase } from './schema.ts'
import type { Gone, Touched } from './touched.ts'
import { isTouched } from './touched.ts'

/**
 * Raises the feed's counter with the audit's entries, then stamps the touched rows with it and with their hash, and writes down what left a
 * scope: after the counter's lock only rows that no other transaction can be waiting to write.
 */
export async function stamp(tx: Transaction<CoreDatabase>, dialect: DialectName, touched: Touched): Promise<void> {
  if (!isTouched(touched)) return
  const value = await raiseAndChain(tx, dialect, touched.audit)
  for (const [table, ids] of touched.rows)
    for (const some of inParts([...ids])) await stampRows(tx, dialect, table, some, value)
  for (const some of inParts([...touched.gone.values()])) await writeGone(tx, some, value)
}

const perStatement = 500

function* inParts<T>(all: readonly T[]): Iterable<readonly T[]> {
  for (let from = 0; from < all.length; from += perStatement) yield all.slice(from, from + perStatement)
}

async function stampRows(
  tx: Transaction<CoreDatabase>,
  dialect: DialectName,
  table: MirrorTableName,
  ids: readonly string[],
  value: number,
): Promise<void> {
  await sql`update ${sql.table(table)} set change_seq = ${value}, row_hash = ${rowHashSql(table, dialect)}
    where id in (${sql.join(ids)})`.execute(tx)
}

/** A row that left a scope before, came back and leaves again is told once, with its last leaving. */
async function writeGone(tx: Transaction<CoreDatabase>, gone: readonly Gone[], value: number): Promise<void> {
  await tx
    .insertInto('feed_gone')
    .values(
      gone.map(({ scope, table, id, isExit }) => ({
        scope,
        table_name: table,
        id,
        is_exit: isExit ? 1 : 0,
        change_seq: value,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['scope', 'table_name', 'id']).doUpdateSet((eb) => ({
        is_exit: eb.ref('excluded.is_exit'),
        change_seq: eb.ref('excluded.change_seq'),
      })),
    )
    .execute()
}
