import { hash } from 'node:crypto'
import type { Cell } from '#shared/kernel/table.ts'

/** What stands between the cells of a row, and for a cell that holds nothing, before it is hashed. */
export const cellEnd = '\u001f'
export const emptyCell = '\u001e'

/**
 * 48 bits of a row's cells in the order of its table's columns: the first six bytes of SHA-256 over them as text. The
 * core keeps it with each mirrored row and the desk counts it over its mirror; PostgreSQL counts the same in SQL
 * (`rowHashSql`).
 */
export function rowHash(cells: readonly Cell[]): number {
  let text = ''
  for (const cell of cells) text += (cell === null ? emptyCell : String(cell)) + cellEnd
  return Number.parseInt(hash('sha256', text, 'hex').slice(0, 12), 16)
}
