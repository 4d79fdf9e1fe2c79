import type { Desk } from '#main/workstation/desk.ts'
import type { Hit } from '#shared/domain/customer/contract.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'
import type { CustomerRow } from '#shared/domain/customer/rows.ts'
import { foldText } from '#shared/kernel/fold-text.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { distanceOf } from './rank-hits.ts'

/** A customer as a line of a list: the number that was looked for, else the first line in use, else the contact number. */
export function hitOf(desk: Desk, row: CustomerRow, matched: Hit['matched'], number?: string | null): Hit {
  const line = number ?? firstLine(desk, row.id) ?? row.contact_number
  return { customerId: row.id, name: customerName(row), town: row.town ?? '', number: line, state: row.state, matched }
}

/** Ids of customers whose indexed words begin with all the given ones; words are folded letters and figures only. */
export function idsByWords(desk: Desk, words: readonly string[], limit: number): readonly Id[] {
  if (words.length === 0) return []
  // each word is letters and figures (foldText): quoted, it can be no operator of FTS5
  const match = words.map((word) => `"${word}"*`).join(' ')
  return desk.view
    .sql<{ readonly id: Id }>('select customer_id as id from customer_search where text match ? limit ?', match, limit)
    .map(({ id }) => id)
}

/** Ids of customers only this desk knows whose name, town or street begins with all the words. */
export function pendingByWords(desk: Desk, words: readonly string[]): readonly Id[] {
  return desk.view.pendingRows('customer').flatMap(({ row }) => {
    const parts = foldText([customerName(row), row.town ?? '', row.street ?? ''].join(' ')).split(' ')
    return words.every((word) => parts.some((part) => part.startsWith(word))) ? [row.id] : []
  })
}

/** Rows read where a typing error is thought of: enough for a name's first two letters, little enough to stay quick. */
const similarCap = 1_500

/** Ids of customers one of whose words is a letter (two in long words) from each searched word of four letters or more. */
export function similarIds(desk: Desk, words: readonly string[]): readonly Id[] {
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
      return text.split(' ').some((part) => distanceOf(word, part, limit) <= limit)
    })
  return rows.filter(({ text }) => isNear(text)).map(({ id }) => id)
}

/** Ids of customers one of whose phone numbers begins with a text (E.164), by index. */
export function idsByNumberStart(desk: Desk, start: string, limit: number): readonly Found[] {
  return byNumber(desk, `>= ? and {} < ?`, [start, `${start}:`], limit)
}

/** Ids of customers one of whose phone numbers has figures anywhere; a scan, so only for three figures and more. */
export function idsByNumberPart(desk: Desk, figures: string, limit: number): readonly Found[] {
  return byNumber(desk, `like ?`, [`%${figures}%`], limit)
}

export interface Found {
  readonly id: Id
  readonly number: string
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
  ]
}

/** Ids of customers with one of these document hashes. */
export function idsByDocument(desk: Desk, hashes: readonly string[]): readonly Id[] {
  if (hashes.length === 0) return []
  const marks = hashes.map(() => '?').join(', ')
  return desk.view
    .sql<{ readonly id: Id }>(`select id from customer where document_hash in (${marks}) limit 5`, ...hashes)
    .map(({ id }) => id)
}

function firstLine(desk: Desk, customerId: Id): string | null {
  const lines = desk.view.where('product', 'customer_id', customerId).map(({ row }) => row)
  return (lines.find((row) => row.state === 'active') ?? lines[0])?.msisdn ?? null
}
