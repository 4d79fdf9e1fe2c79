import type { Desk } from '#main/workstation/desk.ts'
import { foldText } from '#shared/kernel/fold-text.ts'
import { foundRows } from './customer.repo.ts'
import { matchOf } from './rank-hits.ts'
import type { Found } from './search-index.ts'

/** Customers that pending commands made or changed, whose words as they are now all begin so. */
export function pendingByWords(desk: Desk, words: readonly string[]): readonly Found[] {
  const near = [...desk.view.pendingChanges('customer')].flatMap(([id, row]) => {
    const texts = [row.given_names, row.family_name, row.town, row.street, row.account_number]
    const parts = foldText(texts.filter((text) => typeof text === 'string').join(' ')).split(' ')
    return words.some((word) => parts.some((part) => part.startsWith(word))) ? [id] : []
  })
  return foundRows(desk, near).flatMap((row) => (matchOf(row, words) ? [{ id: row.id }] : []))
}

/** Customers with figures in a phone number that pending commands set. */
export function pendingByNumber(desk: Desk, figures: string): readonly Found[] {
  return [...desk.view.pendingChanges('customer')].flatMap(([id, row]): readonly Found[] => {
    const number = row.contact_number
    return typeof number === 'string' && number.includes(figures) ? [{ id, matched: 'number', number }] : []
  })
}
