import type { Desk } from '#main/workstation/desk.ts'
import type { Hit } from '#shared/domain/customer/contract.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { lettersApart } from './letters-apart.ts'

/** A customer an index gave. `matched` says by what when the index knows; else the row itself has to be looked at. */
export interface Found {
  readonly id: Id
  readonly matched?: Hit['matched']
  /** The phone number that was looked for. */
  readonly number?: string
}

/** Customers whose indexed words begin with all the given ones; words are folded letters and figures only. */
export function foundByWords(desk: Desk, words: readonly string[], limit: number): readonly Found[] {
  if (words.length === 0) return []
  // each word is letters and figures (foldText): quoted, it can be no operator of FTS5
  const match = words.map((word) => `"${word}"*`).join(' ')
  return desk.view.sql<Found>('select customer_id as id from customer_search where text match ? limit ?', match, limit)
}

/** Customers with a card whose number begins so. */
export function foundBySim(desk: Desk, figures: string, limit: number): readonly Found[] {
  return desk.view
    .sql<Found>(
      'select customer_id as id from product where iccid >= ? and iccid < ? limit ?',
      figures,
      `${figures}:`,
      limit,
    )
    .map(({ id }) => ({ id, matched: 'sim' }))
}

/** Rows read where a typing error is thought of: enough for a name's first two letters, little enough to stay quick. */
const similarCap = 1_500

/** Customers one of whose words is a letter (two in long words) from each searched word of four letters or more. */
export function foundSimilar(desk: Desk, words: readonly string[]): readonly Found[] {
  const long = words.filter((word) => word.length >= 4)
  const [first] = long
  if (first === undefined) return []
  const starts = [first.slice(0, 2), `${first.charAt(1)}${first.charAt(0)}`, first.charAt(0)].map(
    (start) => `"${start}"*`,
  )
  const rows = desk.view.sql<{ readonly id: Id; readonly text: string }>(
    'select customer_id as id, text from customer_search where text match ? limit ?',
    starts.join(' OR '),
    similarCap,
  )
  const isNear = (text: string): boolean =>
    long.every((word) => {
      const limit = word.length >= 7 ? 2 : 1
      return text.split(' ').some((part) => lettersApart(word, part, limit) <= limit)
    })
  return rows.filter(({ text }) => isNear(text)).map(({ id }) => ({ id, matched: 'similar' }))
}

/** Customers one of whose phone numbers begins with a text (E.164), by index. */
export function foundByNumberStart(desk: Desk, start: string, limit: number): readonly Found[] {
  return byNumber(desk, `>= ? and {} < ?`, [start, `${start}:`], limit)
}

/** Customers one of whose phone numbers has figures anywhere; a scan, so only for three figures and more. */
export function foundByNumberPart(desk: Desk, figures: string, limit: number): readonly Found[] {
  return byNumber(desk, `like ?`, [`%${figures}%`], limit)
}

function byNumber(desk: Desk, test: string, values: readonly string[], limit: number): readonly Found[] {
  const where = (column: string): string => `${column} ${test.replace('{}', column)}`
  return [
    ...desk.view.sql<Found>(
      `select customer_id as id, msisdn as number from product where ${where('msisdn')} limit ?`,
      ...values,
      limit,
    ),
    ...desk.view.sql<Found>(
      `select id, contact_number as number from customer where ${where('contact_number')} limit ?`,
      ...values,
      limit,
    ),
  ].map((one) => ({ ...one, matched: 'number' }))
}

/** Customers with one of these document hashes. */
export function foundByDocument(desk: Desk, hashes: readonly string[]): readonly Found[] {
  if (hashes.length === 0) return []
  return desk.view
    .sql<Found>(
      'select id from customer where document_hash in (select value from json_each(?)) limit 5',
      JSON.stringify(hashes),
    )
    .map(({ id }) => ({ id, matched: 'document' }))
}
