import type { MirrorTableName } from '#shared/contract/mirror.ts'
import { mirrorTables } from '#shared/contract/mirror.ts'
import type { TableDigest } from '#shared/contract/wire.ts'
import type { Cell } from '#shared/kernel/table.ts'
import type { SqliteDatabase } from '#shared/node/open-database.ts'
import { rowHash } from '#shared/node/row-hash.ts'

const half = 2 ** 24

/** Count and sum of the hashes of a mirror table's rows, as the core tells them of its own (`digest` of a pull). */
export function mirrorDigest(database: SqliteDatabase, table: MirrorTableName): TableDigest {
  const columns = [...mirrorTables[table].columnNames]
  const read = database.prepare(`select ${columns.join(', ')} from ${table}`).raw()
  let [rows, high, low] = [0, 0, 0]
  // raw rows of a mirror table hold cells
  for (const row of read.iterate() as IterableIterator<Cell[]>) {
    const hash = rowHash(row)
    rows += 1
    high += Math.floor(hash / half)
    low += hash % half
  }
  return { table, columns, rows, high, low }
}
