import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { mirrorTables } from '#shared/contract/mirror.ts'
import type { Cell, ColumnKind } from '#shared/kernel/table.ts'
import { openDatabase } from '#shared/node/open-database.ts'
import { cacheFile } from '../db/cache-files.ts'
import type { CacheFile } from '../db/open-cache.ts'
import { openCacheForWriting } from '../db/open-cache.ts'
import { temporaryFolder, testKey } from '../test-desk.ts'
import { writePage } from './pull-page.ts'
import type { Removals } from './removals.ts'

let place: ReturnType<typeof temporaryFolder>
let file: CacheFile
beforeEach(async () => {
  place = temporaryFolder()
  file = openCacheForWriting(place.folder, 1, testKey, 'fr')
  await write([rows('customer', ids('c', 100)), rows('product', ids('p', 100)), end(5)], { isLoad: true })
  for (const _step of file.index()) continue
  file.settle(() => undefined)
})
afterEach(() => {
  file.close()
  place.remove()
})

const ids = (start: string, count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `${start}${String(from + index).padStart(3, '0')}`)
const empty: Readonly<Record<ColumnKind, Cell>> = { text: '', 'text?': null, int: 0, 'int?': null }

/** A line of rows: customers called after their id, one product each. */
function rows(table: 'customer' | 'product', of: readonly string[]): object {
  const columns = mirrorTables[table].columnNames
  const kinds: Readonly<Record<string, ColumnKind>> = mirrorTables[table].columns
  const cell = (column: string, id: string): Cell => {
    if (column === 'id') return id
    if (column === 'customer_id') return id.replace('p', 'c')
    if (column === 'family_name') return `Name${id}`
    if (column === 'msisdn') return `+3361200${id.slice(1)}`
    return empty[kinds[column] ?? 'text']
  }
  return { table, columns, rows: of.map((id) => columns.map((column) => cell(column, id))) }
}
const end = (cursor: number, more = false) => ({
  ...{ end: true, epoch: 'e', cursor, more, customers: 100, asOf: 1, businessDate: '2031-01-01' },
})

async function* linesOf(lines: readonly object[]): AsyncIterable<string> {
  for (const line of lines) yield JSON.stringify(line)
}
function write(lines: readonly object[], options: { isLoad?: boolean; removals?: Removals } = {}) {
  return writePage(file, linesOf(lines), {
    isLoad: options.isLoad ?? false,
    epoch: '',
    removals: options.removals ?? new Map(),
    onCustomers: () => undefined,
    reached: () => undefined,
  })
}
function seen() {
  const cache = openDatabase(cacheFile(place.folder, 1), { key: testKey, readonly: true })
  const value = (sql: string) => cache.prepare(sql).pluck().get()
  const counts = {
    customers: value('select count(*) from customer'),
    products: value('select count(*) from product'),
    searched: value('select count(*) from customer_words'),
    cursor: value('select cursor from sync_state'),
  }
  cache.close()
  return counts
}

describe('a page of the feed', () => {
  test('takes rows away that left the scope or were removed, with what the search has of them', async () => {
    const gone = [{ exits: [{ table: 'customer', ids: ids('c', 60) }] }]
    await write([...gone, { removed: [{ table: 'product', ids: ids('p', 3) }] }, end(6)])
    expect(seen()).toEqual({ customers: 40, products: 97, searched: 40, cursor: 6 })
  })

  test('never takes absence for deletion', async () => {
    await write([rows('customer', ids('c', 1)), end(6)])
    expect(seen()).toEqual({ customers: 100, products: 100, searched: 100, cursor: 6 })
  })

  test('a row that left and came back within the page stays', async () => {
    await write([{ exits: [{ table: 'customer', ids: ids('c', 2) }] }, rows('customer', ids('c', 1)), end(6)])
    expect(seen()).toEqual({ customers: 99, products: 100, searched: 99, cursor: 6 })
  })

  test('what of another version went is passed over', async () => {
    await write([{ removed: [{ table: 'hologram', ids: ['x'] }] }, end(6)])
    expect(seen().cursor).toBe(6)
  })

  test('fault 35: a pull that would remove more than a fifth of a table stops, and nothing of its page is kept', async () => {
    const removing = write([{ removed: [{ table: 'customer', ids: ids('c', 21) }] }, end(6)])
    await expect(removing).rejects.toMatchObject({ code: 'REMOVES_TOO_MUCH' })
    expect(seen()).toEqual({ customers: 100, products: 100, searched: 100, cursor: 5 })
  })

  test('fault 35: a fifth is counted over all pages of a pull, and a row that is not here does not count', async () => {
    const absent = [{ removed: [{ table: 'customer', ids: ids('x', 80) }] }, end(6, true)]
    const one = await write(absent)
    const two = await write([{ removed: [{ table: 'customer', ids: ids('c', 20) }] }, end(7, true)], one)
    expect(seen()).toMatchObject({ customers: 80, cursor: 7 })
    const third = write([{ removed: [{ table: 'customer', ids: ids('c', 1, 20) }] }, end(8)], two)
    await expect(third).rejects.toMatchObject({ code: 'REMOVES_TOO_MUCH' })
    expect(seen()).toMatchObject({ customers: 80, cursor: 7 })
  })
})
