import type { Hit } from '#shared/domain/customer/contract.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'
import { foldText } from '#shared/kernel/fold-text.ts'
import type { FoundRow } from './customer.repo.ts'

/** What of a customer all the words begin, to be said beside the hit; undefined when they do not, as seen now. */
export function matchOf(row: FoundRow, words: readonly string[]): Hit['matched'] | undefined {
  const name = foldText(customerName(row)).split(' ')
  if (allBegin(name, words)) return 'name'
  const account = foldText(row.account_number ?? '').split(' ')
  if (allBegin(account, words)) return 'account'
  const place = foldText(`${row.town ?? ''} ${row.street ?? ''}`).split(' ')
  return allBegin([...name, ...account, ...place], words) ? 'address' : undefined
}

const order: Readonly<Record<Hit['matched'], number>> = {
  number: 0,
  account: 0,
  sim: 0,
  document: 0,
  name: 1,
  address: 2,
  similar: 3,
}

/** A found customer with all that its place in the list depends on, worked out once. */
export function rank(row: FoundRow, matched: Hit['matched'], words: readonly string[]): Ranked {
  return { row, matched, name: customerName(row), points: pointsOf(row, words) }
}

/** The better kind of match first, then the closer one, then by name. */
export function compareRanked(a: Ranked, b: Ranked): number {
  return order[a.matched] - order[b.matched] || b.points - a.points || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
}

export interface Ranked {
  readonly row: FoundRow
  readonly matched: Hit['matched']
  readonly name: string
  readonly points: number
}

function pointsOf(row: FoundRow, words: readonly string[]): number {
  const family = foldText(row.family_name).split(' ')
  const all = [...family, ...foldText(row.given_names).split(' ')]
  const whole = words.filter((word) => all.includes(word)).length
  const isFamilyFirst = family.some((word) => word.startsWith(words[0] ?? ''))
  return whole * 4 + (isFamilyFirst ? 2 : 0) + (row.state === 'active' ? 1 : 0)
}

function allBegin(parts: readonly string[], words: readonly string[]): boolean {
  return words.every((word) => parts.some((part) => part.startsWith(word)))
}
