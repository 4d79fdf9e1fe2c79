import { afterEach, beforeEach, expect, test } from 'vitest'
import type { MirrorRow, MirrorTableName } from '#shared/contract/mirror.ts'
import { mirrorTables } from '#shared/contract/mirror.ts'
import { openDatabase } from '#shared/node/open-database.ts'
import { aCustomer } from '../sale/test-market.ts'
import { temporaryFolder, testKey } from '../test-desk.ts'
import { cacheFile } from './cache-files.ts'
import type { CacheFile } from './open-cache.ts'
import { openCacheForWriting } from './open-cache.ts'

let place: ReturnType<typeof temporaryFolder>
let cache: CacheFile
beforeEach(() => {
  place = temporaryFolder()
  cache = openCacheForWriting(place.folder, 1, testKey, 'fr')
  for (const _step of cache.index());
})
afterEach(() => {
  cache.close()
  place.remove()
})

const line = (id: string, customerId: string, msisdn: string): MirrorRow<'product'> => ({
  id,
  scope: 'fr',
  version: 1,
  customer_id: customerId,
  order_id: null,
  offer_id: 'mobile-m',
  state: 'active',
  msisdn,
  iccid: null,
  monthly_minor: 0,
  currency: 'EUR',
  since: 1,
  user_name: '',
  payer_id: null,
  purchase_order: '',
})

function put<T extends MirrorTableName>(table: T, row: MirrorRow<T>): void {
  const names = mirrorTables[table].columnNames
  // a row of a mirror table holds cells by column name
  cache.put(table, names, [names.map((name) => row[name as keyof typeof row] as string | number | null)])
}

/** In one transaction, as a pull. */
function pull(work: () => void): void {
  cache.begin()
  work()
  cache.commit()
}

function read<R>(sql: string, ...values: readonly string[]): readonly R[] {
  const database = openDatabase(cacheFile(place.folder, 1), { key: testKey, readonly: true })
  try {
    return database.prepare<unknown[], R>(sql).all(...values)
  } finally {
    database.close()
  }
}

const ids = (table: string, match: string): readonly string[] =>
  read<{ id: string }>(
    `select c.id from ${table} join customer c on c.rowid = ${table}.rowid where ${table} match ? order by c.id`,
    match,
  ).map(({ id }) => id)

test('a line that goes to another customer is found there and no longer here', () => {
  pull(() => {
    put('customer', aCustomer({ id: 'a', contact_number: null }))
    put('customer', aCustomer({ id: 'b', contact_number: null }))
    put('product', line('p', 'a', '+33639987654'))
  })
  expect(ids('customer_figures', '"7654"')).toEqual(['a'])
  pull(() => put('product', line('p', 'b', '+33639987654')))
  expect(ids('customer_figures', '"7654"')).toEqual(['b'])
  pull(() => void cache.remove('product', ['p']))
  expect(ids('customer_figures', '"7654"')).toEqual([])
})

test('a customer that goes is out of every part of the index, also when put in the same pull', () => {
  pull(() => put('customer', aCustomer({ id: 'a' })))
  pull(() => {
    put('customer', aCustomer({ id: 'a', family_name: 'Dvořák' }))
    put('customer', aCustomer({ id: 'b', family_name: 'Dupont' }))
    cache.remove('customer', ['a'])
  })
  expect(ids('customer_names', '"dvorak"')).toEqual([])
  expect(ids('customer_words', '"nancy"')).toEqual(['b'])
  expect(read('select 1 from customer_names_docsize')).toHaveLength(1)
})

test('a new balance writes nothing to the index, a new name does', () => {
  const pages = (): readonly unknown[] => read('select id, block from customer_words_data order by id')
  pull(() => put('customer', aCustomer({ id: 'a' })))
  const before = pages()
  pull(() => put('customer', aCustomer({ id: 'a', balance_minor: 4_200, version: 2 })))
  expect(pages()).toEqual(before)
  pull(() => put('customer', aCustomer({ id: 'a', family_name: 'Dvořák', version: 3 })))
  expect(pages()).not.toEqual(before)
  expect(ids('customer_names', '"novakova"')).toEqual([])
})

test('a pull that came to nothing leaves the index as it was', () => {
  pull(() => put('customer', aCustomer({ id: 'a' })))
  cache.begin()
  put('customer', aCustomer({ id: 'a', family_name: 'Dvořák' }))
  cache.rollback()
  pull(() => put('customer', aCustomer({ id: 'b', family_name: 'Dupont' })))
  expect(ids('customer_names', '"novakova"')).toEqual(['a'])
  expect(ids('customer_names', '"dvorak"')).toEqual([])
})

test('words of names and places are kept for typing errors, without figures', () => {
  pull(() => put('customer', aCustomer({ id: 'a', street: '3 rue Saint-Dizier', town: 'Épinal' })))
  const words = read<{ word: string }>('select word from search_word order by word').map(({ word }) => word)
  expect(words).toEqual(['a', 'dizier', 'epinal', 'jana', 'novakova', 'rue', 'saint'])
})

test('an index made after a load is in one piece, and pulls go on from there', () => {
  const made = openCacheForWriting(place.folder, 2, testKey, 'fr')
  try {
    const names = mirrorTables.customer.columnNames
    const rows = Array.from({ length: 12_000 }, (_, index) => {
      const row = aCustomer({ id: `c${index}`, family_name: `Family${index % 700}`, account_number: null })
      return names.map((name) => row[name as keyof typeof row]) // the names are the row's own
    })
    made.begin()
    made.put('customer', names, rows)
    made.commit()
    for (const _step of made.index());
  } finally {
    made.close()
  }
  const database = openDatabase(cacheFile(place.folder, 2), { key: testKey, readonly: true })
  const count = (sql: string): unknown => database.prepare(sql).pluck().get()
  try {
    expect(count('select count(distinct segid) from customer_words_idx')).toBe(1)
    expect(count(`select count(*) from customer_names where customer_names match '"family7"'`)).toBe(18)
  } finally {
    database.close()
  }
})
