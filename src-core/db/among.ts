import type { RawBuilder } from 'kysely'
import { PostgresAdapter, sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { CoreDatabase } from './schema.ts'

/**
 * A long list of texts for `where column in`, as one parameter: the statement stays the same whatever its length, so it is
 * prepared once; thousands of parameters are another statement, and another hundred kilobytes, each time.
 */
export function among(
  tx: Pick<Transaction<CoreDatabase>, 'getExecutor'>,
  values: readonly string[],
): RawBuilder<string> {
  const list = JSON.stringify(values)
  // a row for each text: the operand of `in`, typed as one of them
  return tx.getExecutor().adapter instanceof PostgresAdapter
    ? sql`(select jsonb_array_elements_text(${list}::jsonb))`
    : sql`(select value from json_each(${list}))`
}
