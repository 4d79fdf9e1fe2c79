import type { MirrorTableName } from '#shared/contract/mirror.ts'
import { isMirrorTable, mirrorTables } from '#shared/contract/mirror.ts'
import type { TableDigest } from '#shared/contract/wire.ts'
import type { CacheFile } from '../db/open-cache.ts'

/**
 * Names of the tables that do not hold what the core said it has, at the cursor it said so with. A table whose columns
 * the core of another version knows differently cannot be compared and is passed over. `pause` is awaited between
 * tables, so that orders are heard meanwhile.
 */
export async function differingTables(
  file: Pick<CacheFile, 'digest'>,
  told: readonly TableDigest[],
  pause: () => Promise<void>,
): Promise<readonly MirrorTableName[]> {
  const differing: MirrorTableName[] = []
  for (const theirs of told) {
    const { table, columns } = theirs
    if (!isMirrorTable(table) || columns.join() !== mirrorTables[table].columnNames.join()) continue
    await pause()
    const ours = file.digest(table)
    if (ours.rows !== theirs.rows || ours.high !== theirs.high || ours.low !== theirs.low) differing.push(table)
  }
  return differing
}
