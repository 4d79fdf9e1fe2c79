import { statSync } from 'node:fs'
import { cacheFile } from '#main/workstation/db/cache-files.ts'
import { openCacheForWriting } from '#main/workstation/db/open-cache.ts'
import type { MirrorRow, MirrorTableName } from '#shared/contract/mirror.ts'
import { mirrorTables } from '#shared/contract/mirror.ts'
import { reachedInProcess } from '#shared/node/crash-points.ts'
import { benchKey } from './search-desk.ts'
import type { BenchCustomer } from './search-people.ts'

/** What the building of a cache file took, in seconds. */
export interface Built {
  readonly rowsSeconds: number
  readonly indexSeconds: number
  readonly fileMiB: number
}

const batch = 10_000

/** Writes cache file 1 as a first load does: rows by the writer's own statements, then indexes and the search index. */
export function buildSearchCache(folder: string, count: number, person: (index: number) => BenchCustomer): Built {
  const cache = openCacheForWriting(folder, 1, benchKey, 'bench')
  const put = <T extends MirrorTableName>(table: T, rows: readonly MirrorRow<T>[]): void => {
    const names = mirrorTables[table].columnNames
    // a row of a mirror table holds cells by column name
    const cells = rows.map((row) => names.map((name) => row[name as keyof typeof row] as string | number | null))
    cache.put(table, names, cells)
  }
  let rowsMs = 0
  for (let from = 0; from < count; from += batch) {
    const some = Array.from({ length: Math.min(batch, count - from) }, (_, index) => person(from + index))
    const began = performance.now() // making them is not measured
    cache.begin()
    put(
      'customer',
      some.map(({ customer }) => customer),
    )
    put(
      'product',
      some.flatMap(({ products }) => products),
    )
    cache.commit()
    rowsMs += performance.now() - began
  }
  const began = performance.now()
  for (const _step of cache.index());
  const indexMs = performance.now() - began
  cache.settle(reachedInProcess)
  cache.setState({ epoch: 'bench', cursor: 1, asOf: 1, businessDate: '2026-11-22', customers: count }, true)
  cache.close()
  return {
    rowsSeconds: rowsMs / 1000,
    indexSeconds: indexMs / 1000,
    fileMiB: statSync(cacheFile(folder, 1)).size / 2 ** 20,
  }
}
