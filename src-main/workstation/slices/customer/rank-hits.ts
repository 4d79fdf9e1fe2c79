import type { Desk } from '#main/workstation/desk.ts'
import type { Hit } from '#shared/domain/customer/contract.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'
import type { CustomerRow } from '#shared/domain/customer/rows.ts'
import { foldText } from '#shared/kernel/fold-text.ts'

/** What of a customer the searched words were found in, to be said beside the hit. */
export function matchOf(desk: Desk, row: CustomerRow, words: readonly string[]): Hit['matched'] {
  if (allBegin(foldText(customerName(row)), words)) return 'name'
  if (allBegin(foldText(row.account_number ?? ''), words)) return 'account'
  const figures = words.join('')
  if (/^\d+$/.test(figures)) {
    const lines = desk.view.where('product', 'customer_id', row.id)
    if (lines.some((line) => line.row.iccid?.startsWith(figures))) return 'sim'
    if ([row.contact_number, ...lines.map((line) => line.row.msisdn)].some((number) => number?.includes(figures)))
      return 'number'
  }
  return 'address'
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
export function rank(row: CustomerRow, matched: Hit['matched'], words: readonly string[]): Ranked {
  return { row, matched, name: customerName(row), points: pointsOf(row, words) }
}

/** The better kind of match first, then the closer one, then by name. */
export function compareRanked(a: Ranked, b: Ranked): number {
  return order[a.matched] - order[b.matched] || b.points - a.points || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
}

export interface Ranked {
  readonly row: CustomerRow
  readonly matched: Hit['matched']
  readonly name: string
  readonly points: number
}

/** Letters apart of two words, a swap of neighbours counting one; `limit` + 1 when farther. */
export function distanceOf(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1
  let before: readonly number[] = []
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const line = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const change = one[i - 1] === other[j - 1] ? 0 : 1
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      const best = Math.min((line[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + change)
      line.push(isSwap ? Math.min(best, (before[j - 2] ?? 0) + 1) : best)
    }
    before = last
    last = line
  }
  return Math.min(last[other.length] ?? 0, limit + 1)
}

function pointsOf(row: CustomerRow, words: readonly string[]): number {
  const family = foldText(row.family_name).split(' ')
  const all = [...family, ...foldText(row.given_names).split(' ')]
  const whole = words.filter((word) => all.includes(word)).length
  const isFamilyFirst = family.some((word) => word.startsWith(words[0] ?? ''))
  return whole * 4 + (isFamilyFirst ? 2 : 0) + (row.state === 'active' ? 1 : 0)
}

function allBegin(text: string, words: readonly string[]): boolean {
  const parts = text.split(' ')
  return text !== '' && words.every((word) => parts.some((part) => part.startsWith(word)))
}
