import type { MirrorTableName } from '#shared/contract/mirror.ts'

/** How many rows of each table there were, and how many a pull has removed so far, over all of its pages. */
export type Removals = ReadonlyMap<MirrorTableName, { readonly of: number; readonly gone: number }>

/** sync.md, "Pull": a fifth of a table; a handful of rows is never much. */
const believedShare = 0.2
const alwaysBelieved = 20

/**
 * Adds a page's removals of one table, `of` being its rows before them. Throws REMOVES_TOO_MUCH when the pull is not
 * believed without comparing: a feed gone wrong must not empty a desk. What moved to another scope does not count.
 */
export function addRemovals(before: Removals, table: MirrorTableName, gone: number, of: number): Removals {
  const known = before.get(table)
  const sum = { of: known?.of ?? of, gone: (known?.gone ?? 0) + gone }
  if (sum.gone > alwaysBelieved && sum.gone > sum.of * believedShare)
    throw Object.assign(new Error(`the feed removes much of ${table}`), { code: 'REMOVES_TOO_MUCH' })
  return new Map([...before, [table, sum]])
}
