import { backward } from '#shared/kernel/backward.ts'
import { foldText } from '#shared/kernel/fold-text.ts'
import { figureGrams, figuresOf } from '#shared/kernel/figure-grams.ts'
import type { SqliteDatabase } from '#shared/node/open-database.ts'

/**
 * The search index beside the customers; each row's `rowid` is the customer's own. Without content and positions: what
 * is found is looked up in the customer's row. Lists by beginnings of one to six letters stand ready, in the order of
 * rowid, so that the first candidates of any beginning are read without reading the others.
 */
export const searchTablesSql = [
  ['customer_names', '1 2 3 4 5 6', 'ascii'],
  ['customer_words', '1 2 3 4 5 6', 'ascii'],
  ['customer_figures', '3', 'ascii'],
]
  .map(
    ([name, prefix, tokenizer]) => `create virtual table ${name} using fts5 (text, content = '', contentless_delete = 1,
      detail = none, prefix = '${prefix}', tokenize = '${tokenizer}');`,
  )
  .concat(
    'create table search_word (word text primary key, backward text not null) strict, without rowid;',
    'create index search_word_backward on search_word (backward);',
  )
  .join('\n')

/** Makes the tables of the index, empty; those of an index that was not finished are dropped. */
export function createSearchTables(database: SqliteDatabase): void {
  for (const table of [...searchTables, 'search_word']) database.exec(`drop table if exists ${table}`)
  database.exec(searchTablesSql)
  for (const table of searchTables) database.exec(`insert into ${table} (${table}, rank) values ('hashsize', 67108864)`)
}

/** Pages written by one step of merging: a fraction of a second. */
const mergePages = 500

/**
 * Makes one piece of the many an index was written in, step by step: a word is then looked up once, not in each piece.
 * A minus says that all pieces are to become one (FTS5, "The merge command").
 */
export function* mergeSearchTables(database: SqliteDatabase): Iterable<void> {
  const changes = database.prepare('select total_changes()').pluck()
  for (const table of searchTables)
    for (let pages = -mergePages; ; pages = mergePages) {
      const before = Number(changes.get())
      database.exec(`insert into ${table} (${table}, rank) values ('merge', ${pages})`)
      if (Number(changes.get()) - before < 2) break
      yield
    }
}

/** Whether a cache file has its search index: not before its first load is whole. */
export function hasSearchTables(database: SqliteDatabase): boolean {
  return database.prepare(`select 1 from sqlite_schema where name = 'search_word'`).get() !== undefined
}

/** Writes the search index, always within a transaction of the caller. */
export interface SearchWriter {
  /** Customers by rowid, over `from` up to and with `to`, that are not in the index yet. */
  readonly addRange: (from: number, to: number) => void
  /** Brings customers up to date after their rows changed. */
  readonly again: (customerIds: readonly string[]) => void
  /** Before their rows go. */
  readonly remove: (customerIds: readonly string[]) => void
}

interface SearchedRow {
  readonly place: number
  readonly given_names: string
  readonly family_name: string
  readonly town: string | null
  readonly street: string | null
  readonly account_number: string | null
  readonly contact_number: string | null
  readonly lines: string | null
}

/** Prepares the statements; the tables of the index must be there. */
export function openSearchWriter(database: SqliteDatabase): SearchWriter {
  const inRange = database.prepare<[number, number], SearchedRow>(`${searchedSql} where c.rowid > ? and c.rowid <= ?`)
  const byIds = database.prepare<[string], SearchedRow>(`${searchedSql} where c.id in (select value from json_each(?))`)
  const put = searchTables.map((table) =>
    database.prepare<[number, string]>(`insert into ${table} (rowid, text) values (?, ?)`),
  )
  const drop = searchTables.map((table) =>
    database.prepare<[string]>(
      `delete from ${table} where rowid in (select rowid from customer where id in (select value from json_each(?)))`,
    ),
  )
  const keepWord = database.prepare<[string, string]>('insert or ignore into search_word values (?, ?)')
  const kept = new Set<string>() // while a whole index is made, which is thrown away when it fails

  function add(row: SearchedRow, known?: Set<string>): void {
    const name = foldText(`${row.given_names} ${row.family_name}`)
    const words = `${name} ${placeOf(row)}`
    const texts = [name, words, gramsOf(row)]
    texts.forEach((text, index) => void put[index]?.run(row.place, text))
    for (const word of words.split(' ')) {
      if (word === '' || known?.has(word) || /\d/.test(word)) continue
      keepWord.run(word, backward(word))
      known?.add(word)
    }
  }
  const remove = (ids: string): void => drop.forEach((statement) => void statement.run(ids))

  return {
    addRange: (from, to) => inRange.all(from, to).forEach((row) => add(row, kept)),
    again: (customerIds) => {
      const ids = JSON.stringify(customerIds)
      remove(ids)
      byIds.all(ids).forEach((row) => add(row))
    },
    remove: (customerIds) => remove(JSON.stringify(customerIds)),
  }
}

const searchedSql = `select c.rowid as place, c.given_names, c.family_name, c.town, c.street, c.account_number,
  c.contact_number, (select group_concat(p.msisdn, ' ') from product p where p.customer_id = c.id) as lines
  from customer c`

const searchTables = ['customer_names', 'customer_words', 'customer_figures'] as const

/** Where a customer lives, and an account number that is not of figures alone: those the table's own index finds. */
function placeOf({ town, street, account_number: account }: SearchedRow): string {
  return foldText(`${town ?? ''} ${street ?? ''} ${account !== null && /\D/.test(account) ? account : ''}`)
}

function gramsOf({ contact_number: contact, lines }: SearchedRow): string {
  const numbers = new Set([contact ?? '', ...(lines ?? '').split(' ')])
  return [...numbers].flatMap((number) => figureGrams(figuresOf(number))).join(' ')
}
