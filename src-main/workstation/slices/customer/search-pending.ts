import type { Desk } from '#main/workstation/desk.ts'
import { foldText } from '#shared/kernel/fold-text.ts'
import { matchOf } from './rank-hits.ts'
import type { Found } from './search-index.ts'

/** Customers that pending commands made or changed, whose words as they are now all begin so. */
export function pendingByWords(desk: Desk, words: readonly string[]): readonly Found[] {
  const near = [...desk.view.pendingChanges('customer')].flatMap(([id, row]) => {
    const parts = partsOf(row)
    return words.some((word) => parts.some((part) => part.startsWith(word))) ? [id] : []
  })
  return near.flatMap((id) => {
    const row = desk.view.get('customer', id)?.row
    return row && matchOf(row, words) ? [{ row }] : []
  })
}

/** Customers with figures in a phone number that pending commands set. */
export function pendingByNumber(desk: Desk, figures: string): readonly Found[] {
  const numbers = [
    ...[...desk.view.pendingChanges('customer')].map(([id, row]) => [id, row.contact_number] as const),
    ...[...desk.view.pendingChanges('product')].map(
      ([id, row]) => [row.customer_id ?? desk.view.get('product', id)?.row.customer_id, row.msisdn] as const,
    ),
  ]
  return numbers.flatMap(([id, number]): readonly Found[] => {
    if (id === undefined || typeof number !== 'string' || !number.includes(figures)) return []
    const row = desk.view.get('customer', id)?.row
    return row ? [{ row, matched: 'number', number }] : []
  })
}

type Change = ReturnType<Desk['view']['pendingChanges']> extends ReadonlyMap<string, infer T> ? T : never

/** What a prediction sets never changes, so it is folded once. */
const folded = new WeakMap<object, readonly string[]>()

function partsOf(row: Change): readonly string[] {
  const known = folded.get(row)
  if (known) return known
  const texts = ['given_names', 'family_name', 'town', 'street', 'account_number'].map((name) => row[name as never])
  const parts = foldText(texts.filter((text) => typeof text === 'string').join(' ')).split(' ')
  folded.set(row, parts)
  return parts
}
