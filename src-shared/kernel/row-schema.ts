import { z } from 'zod'
import type { Columns, RowOf, Table } from './table.ts'

const kinds = {
  text: z.string(),
  'text?': z.string().nullable(),
  int: z.number(),
  'int?': z.number().nullable(),
} as const

/** A zod schema for the rows of a table, from its columns. */
export function rowSchemaOf<C extends Columns>(table: Table<C>): z.ZodType<RowOf<C>> {
  const shape = Object.fromEntries(Object.entries(table.columns).map(([name, kind]) => [name, kinds[kind]]))
  // the shape is built from the very columns RowOf reads
  return z.object(shape) as unknown as z.ZodType<RowOf<C>>
}
