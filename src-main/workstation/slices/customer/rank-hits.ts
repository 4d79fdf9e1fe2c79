import type { Hit } from '#shared/domain/customer/contract.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'
import { foldText } from '#shared/kernel/fold-text.ts'
import type { FoundRow } from './customer.repo.ts'

/** A customer's words, folded once: what is matched and what is ranked by. */
export interface RowWords {
  readonly family: readonly string[]
  readonly given: readonly string[]
}

export function wordsOf(row: FoundRow): RowWords {
  return { family: foldText(row.family_name).split(' '), given: foldText(row.given_names).split(' ') }
}

/** What of a customer all the words begin, to be said beside the hit; undefined when they do not, as seen now. */
export function matchOf(
  row: FoundRow,
  words: readonly string[],
  { family, given }: RowWords = wordsOf(row),
): Hit['matched'] | undefined {
  const name = [...family, ...given]
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
  register: 0,
  name: 1,
  address: 2,
  similar: 3,
}

/** A found customer with all that its place in the list depends on, worked out once; undefined when it does not match. */
export function rank(row: FoundRow, known: Hit['matched'] | undefined, words: readonly string[]): Ranked | undefined {
  const own = wordsOf(row)
  const matched = known ?? matchOf(row, words, own)
  return matched && { row, matched, name: customerName(row), points: pointsOf(row, own, words) }
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

function pointsOf(row: FoundRow, { family, given }: RowWords, words: readonly string[]): number {
  const whole = words.filter((word) => family.includes(word) || given.includes(word) || row.account_number === word)
  const isFamilyFirst = family.some((word) => word.startsWith(words[0] ?? ''))
  return whole.length * 4 + (isFamilyFirst ? 2 : 0) + (row.state === 'active' ? 1 : 0)
}

function allBegin(parts: readonly string[], words: readonly string[]): boolean {
  return words.every((word) => parts.some((part) => part.startsWith(word)))
}
