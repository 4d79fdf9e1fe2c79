import type { Desk } from '#main/workstation/desk.ts'
import type { FoundRow } from './customer.repo.ts'
import { foundColumns } from './customer.repo.ts'
import type { Found } from './search-index.ts'

/** Figures from which a number is looked for: fewer are beginnings of far too many. */
const fewest = 5

/**
 * Companies whose register or tax number begins so, as typed with spaces and dots or without; those only this desk knows
 * too. A tax number is found without its country's letters.
 */
export function foundByBusinessNumber(desk: Desk, text: string, limit: number): readonly Found[] {
  const start = text.replace(/[\s.\-/]/g, '').toUpperCase()
  if (!/^(?=(?:.*\d){5})[A-Z0-9]{5,16}$/.test(start) || start.length < fewest) return []
  const country = desk.policies()?.market.country ?? ''
  const starts = [start, `${country}${start}`]
  const pending = desk.view
    .pendingRows('company')
    .filter(({ row }) => starts.some((one) => row.register_number.startsWith(one) || row.vat_number?.startsWith(one)))
    .flatMap(({ row }) => desk.view.get('customer', row.id)?.row ?? [])
  return [...pending, ...onRecord(desk, starts, limit)].map((row) => ({ row, matched: 'register' }))
}

const columns = foundColumns.map((name) => `c.${name}`).join(', ')

/** By the indexes of both columns; `[` follows `Z` and every figure. */
function onRecord(desk: Desk, starts: readonly string[], limit: number): readonly FoundRow[] {
  return ['register_number', 'vat_number'].flatMap((column) =>
    starts.flatMap((start) =>
      desk.view.sql<FoundRow>(
        `select ${columns} from company k join customer c on c.id = k.id
          where k.${column} >= ? and k.${column} < ? order by k.${column} limit ?`,
        start,
        `${start}[`,
        limit,
      ),
    ),
  )
}
