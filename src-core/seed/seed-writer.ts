import { isMirrorTable, mirrorTables } from '#shared/contract/mirror.ts'
import type { Cell } from '#shared/kernel/table.ts'
import { rowHash } from '#shared/node/row-hash.ts'
import type { CoreDatabase } from '../db/schema.ts'

/** Rows of one table, all with the same columns. */
export interface TableRows {
  readonly table: keyof CoreDatabase & string
  readonly rows: readonly object[]
}

/** What one transaction of the seed writes. */
export interface SeedPart {
  /** Change sequences it takes from the feed's counter. */
  readonly sequences: number
  /** The rows, given the first of these sequences; made while they are written, so that they never are all in memory. */
  readonly rows: (firstSequence: number) => Iterable<TableRows>
  /** How far the seed is once this is written. */
  readonly record: string
}

/** Where the seed writes: each part one transaction, its progress and its place in the feed in the same one. */
export interface SeedWriter {
  readonly write: (part: SeedPart) => Promise<void>
  /** Begins a load of many parts; what is slow to keep up to date meanwhile waits until `endLoad`. */
  readonly beginLoad: () => void
  /** Puts in place what waited, also from a load that was broken off; call it before the last part. */
  readonly endLoad: () => void
  /** Puts the connection back as it was. */
  readonly close: () => void
}

/** Records of the bureau and the watch list may name one person twice; the first one stands. */
export const firstStands: readonly string[] = ['bureau_record', 'watch_entry']

/** What a row of a table is written with: its own columns and, where it travels on the feed, its hash. */
export function writtenColumns({ table, rows }: TableRows): readonly string[] {
  const columns = Object.keys(rows[0] ?? {})
  return isMirrorTable(table) ? [...columns, 'row_hash'] : columns
}

/** The cells of such rows. Every row of a table is made by one function, which names its columns in one order. */
export function cellsOf({ table, rows }: TableRows): (row: object) => readonly unknown[] {
  if (!isMirrorTable(table)) return Object.values
  const columns = Object.keys(rows[0] ?? {})
  const places = mirrorTables[table].columnNames.map((name) => columns.indexOf(name))
  return (row) => {
    const cells: unknown[] = Object.values(row)
    // a mirrored row holds cells only; its type here has forgotten that
    cells.push(rowHash(places.map((place) => cells[place] as Cell)))
    return cells
  }
}
