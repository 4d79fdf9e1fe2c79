import type { Desk } from '#main/workstation/desk.ts'
import type { Hit } from '#shared/domain/customer/contract.ts'
import { figureGrams, figuresOf, gramLength } from '#shared/kernel/figure-grams.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { FoundRow } from './customer.repo.ts'
import { foundColumns } from './customer.repo.ts'

/** A customer an index gave. `matched` says by what when the index knows; else the row itself has to be looked at. */
export interface Found {
  readonly row: FoundRow
  readonly matched?: Hit['matched']
  /** The phone number that was looked for. */
  readonly number?: string
}

const columns = foundColumns.map((name) => `c.${name}`).join(', ')

/** The end of what begins with a text of figures: `:` follows `9`. */
const after = (start: string): string => `${start}:`

/**
 * Customers by what an FTS5 table matches, in the order in which they came to this desk. A match is made of quoted
 * letters and figures only (foldText), so that nothing typed is an operator.
 */
export function foundByMatch(
  desk: Desk,
  table: 'customer_names' | 'customer_words' | 'customer_figures',
  match: string,
  limit: number,
): readonly FoundRow[] {
  return desk.view.sql<FoundRow>(
    `select ${columns} from ${table} join customer c on c.rowid = ${table}.rowid where ${table} match ? limit ?`,
    match,
    limit,
  )
}

/**
 * Customers whose words begin so: whole names first, then beginnings of names, then of anything. At most `limit`, and
 * no list is read further than that needs.
 */
export function foundByWords(desk: Desk, words: readonly string[], limit: number): readonly Found[] {
  const whole = words.map((word) => `"${word}"`).join(' ')
  const begun = (some: readonly string[]): string => some.map((word) => beginning(desk, word)).join(' AND ')
  const telling = tellingWords(words)
  const rows = new Map<Id, FoundRow>()
  const add = (table: 'customer_names' | 'customer_words', match: string, most: number): void => {
    if (rows.size >= limit) return
    for (const row of foundByMatch(desk, table, match, most)) rows.set(row.id, row)
  }
  if (words.every((word) => !/\d/.test(word))) {
    add('customer_names', whole, limit)
    add('customer_names', begun(words), limit)
  }
  add('customer_words', begun(telling), telling === words ? limit : limit * 2)
  return [...rows.values()].map((row) => ({ row }))
}

/** Without `de`, `la` and the like, which nearly every street has: the rows themselves are looked at for those. */
function tellingWords(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => word.length > 2 || /\d/.test(word))
  return telling.length >= 2 && telling.length < words.length ? telling : words
}

/** Words with this beginning that are asked for one by one; more of them are rare ones. */
const wordCap = 32

/**
 * What matches a beginning. Of longer ones than the index has lists for, FTS5 would read every customer of every word
 * that begins so before it gives the first: the words themselves are asked for then.
 */
export function beginning(desk: Desk, word: string): string {
  const isListed = [...word].length <= longestPrefix || /\d/.test(word)
  const words = isListed
    ? []
    : desk.view.sql<{ readonly word: string }>(
        'select word from search_word where word >= ? and word < ? limit ?',
        word,
        `${word}\u{10ffff}`,
        wordCap + 1,
      )
  if (words.length === 0 || words.length > wordCap) return `"${word}"*`
  return `(${words.map((one) => `"${one.word}"`).join(' OR ')})`
}

/** Letters of the longest beginnings the index has lists for (search-tables.ts). */
const longestPrefix = 6

/** Customers with a card whose number begins so, in its order. */
export function foundBySim(desk: Desk, start: string, limit: number): readonly Found[] {
  return desk.view
    .sql<FoundRow>(
      `select ${columns} from product p join customer c on c.id = p.customer_id
        where p.iccid >= ? and p.iccid < ? order by p.iccid limit ?`,
      start,
      after(start),
      limit,
    )
    .map((row) => ({ row, matched: 'sim' }))
}

/** Customers whose account number begins so, in its order. */
export function foundByAccount(desk: Desk, start: string, limit: number): readonly Found[] {
  return desk.view
    .sql<FoundRow>(
      `select ${columns} from customer c
        where c.account_number >= ? and c.account_number < ? order by c.account_number limit ?`,
      start,
      after(start),
      limit,
    )
    .map((row) => ({ row, matched: 'account' }))
}

/** Customers one of whose phone numbers begins with a text (E.164), in its order. */
export function foundByNumberStart(desk: Desk, start: string, limit: number): readonly Found[] {
  const byLine = desk.view.sql<FoundRow & { readonly number: string }>(
    `select ${columns}, p.msisdn as number from product p join customer c on c.id = p.customer_id
      where p.msisdn >= ? and p.msisdn < ? order by p.msisdn limit ?`,
    start,
    after(start),
    limit,
  )
  const byContact = desk.view.sql<FoundRow & { readonly number: string }>(
    `select ${columns}, c.contact_number as number from customer c
      where c.contact_number >= ? and c.contact_number < ? order by c.contact_number limit ?`,
    start,
    after(start),
    limit,
  )
  return [...byLine, ...byContact].map(({ number, ...row }) => ({ row, matched: 'number', number }))
}

/** Customers with three figures or more anywhere in one of their phone numbers. */
export function foundByFigures(desk: Desk, figures: string, limit: number): readonly Found[] {
  const grams = figureGrams(figures).filter(({ length }) => length === gramLength)
  const match = figures.length < gramLength ? `"${figures}"*` : grams.map((gram) => `"${gram}"`).join(' ')
  const rows = foundByMatch(desk, 'customer_figures', match, limit)
  const numbers = numbersOf(desk, rows)
  // four figures here and four there are not eight in a row
  return rows.flatMap((row) => {
    const number = numbers.get(row.id)?.find((one) => figuresOf(one).includes(figures))
    return number === undefined ? [] : [{ row, matched: 'number' as const, number }]
  })
}

function numbersOf(desk: Desk, rows: readonly FoundRow[]): ReadonlyMap<Id, readonly string[]> {
  const numbers = new Map<Id, readonly string[]>(
    rows.map(({ id, contact_number: number }) => [id, number === null ? [] : [number]]),
  )
  const lines = desk.view.sql<{ readonly id: Id; readonly number: string }>(
    `select customer_id as id, msisdn as number from product
      where customer_id in (select value from json_each(?)) and msisdn is not null`,
    JSON.stringify(rows.map(({ id }) => id)),
  )
  for (const { id, number } of lines) numbers.set(id, [number, ...(numbers.get(id) ?? [])])
  return numbers
}

/** Customers whose document's hash begins so: that of its number. */
export function foundByDocument(desk: Desk, start: string): readonly Found[] {
  return desk.view
    .sql<FoundRow>(
      `select ${columns} from customer c where c.document_hash >= ? and c.document_hash < ? limit 5`,
      start,
      `${start}g`, // follows `f`
    )
    .map((row) => ({ row, matched: 'document' }))
}
