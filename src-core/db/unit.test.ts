import { sql } from 'kysely'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { mirrorTableNames, mirrorTables } from '#shared/contract/mirror.ts'
import { postgresStores, sqliteStores } from './test-store.ts'
import { inUnit } from './unit.ts'

const number = {
  scope: 'nancy',
  state: 'free',
  case_id: null,
  held_until: null,
  held_by: null,
  leased_to: null,
  leased_until: null,
} as const

for (const stores of [sqliteStores(), postgresStores()])
  describe.skipIf(stores.missing)(`a unit of work on ${stores.name}`, () => {
    afterEach(() => stores.closeOpened())
    afterAll(() => stores.stop())

    test('every table of the feed has exactly its columns, the change sequence and the hash', async () => {
      const { db } = await stores.open()
      const tables = await db.introspection.getTables()
      for (const name of mirrorTableNames) {
        const columns = tables.find((table) => table.name === name)?.columns.map((column) => column.name) ?? []
        expect([name, [...columns].sort()]).toEqual([
          name,
          [...mirrorTables[name].columnNames, 'change_seq', 'row_hash'].sort(),
        ])
      }
    })

    test('every table of the feed is empty-proof where its columns say so', async () => {
      const { db } = await stores.open()
      const tables = await db.introspection.getTables()
      for (const name of mirrorTableNames) {
        const kinds: Readonly<Record<string, string>> = mirrorTables[name].columns
        const nullable = tables.find((table) => table.name === name)?.columns.filter((column) => column.isNullable)
        const expected = Object.keys(kinds).filter((column) => kinds[column]?.endsWith('?'))
        expect([name, nullable?.map((column) => column.name).sort()]).toEqual([name, expected.sort()])
      }
    })

    test('a written row carries its version and the counter of its transaction', async () => {
      const store = await stores.open()
      await inUnit(store, async (unit) => {
        await unit.insert('phone_number', { ...number, id: '+33639980001' })
        await unit.insert('phone_number', { ...number, id: '+33639980002' })
      })
      await inUnit(store, (unit) => unit.patch('phone_number', '+33639980001', { state: 'reserved' }))
      const rows = await store.db
        .selectFrom('phone_number')
        .select(['id', 'state', 'version', 'change_seq'])
        .orderBy('id')
        .execute()
      expect(rows).toEqual([
        { id: '+33639980001', state: 'reserved', version: 2, change_seq: 2 },
        { id: '+33639980002', state: 'free', version: 1, change_seq: 1 },
      ])
    })

    test('what is taken back in an attempt is neither written nor stamped', async () => {
      const store = await stores.open()
      await inUnit(store, (unit) => unit.insert('phone_number', { ...number, id: '+33639980001' }))
      await inUnit(store, async (unit) => {
        await unit.attempt(
          async (inner) => {
            await inner.patch('phone_number', '+33639980001', { state: 'assigned' })
            await inner.insert('phone_number', { ...number, id: '+33639980003' })
            return false
          },
          (isKept) => isKept,
        )
        await unit.insert('phone_number', { ...number, id: '+33639980002' })
      })
      const rows = await store.db
        .selectFrom('phone_number')
        .select(['id', 'state', 'change_seq'])
        .orderBy('id')
        .execute()
      expect(rows).toEqual([
        { id: '+33639980001', state: 'free', change_seq: 1 },
        { id: '+33639980002', state: 'free', change_seq: 2 },
      ])
    })

    test('a failure leaves nothing behind and the counter where it was', async () => {
      const store = await stores.open()
      const failing = inUnit(store, async (unit) => {
        await unit.insert('phone_number', { ...number, id: '+33639980001' })
        throw new Error('planted')
      })
      await expect(failing).rejects.toThrow('planted')
      const counter = await store.db.selectFrom('feed_counter').select('value').executeTakeFirst()
      expect(counter).toEqual({ value: 0 })
      expect(await store.db.selectFrom('phone_number').selectAll().execute()).toEqual([])
    })

    test('patching a row that does not exist is a bug and throws', async () => {
      const store = await stores.open()
      await expect(inUnit(store, (unit) => unit.patch('phone_number', '+1', { state: 'free' }))).rejects.toThrow(
        'no row to patch',
      )
    })

    test('whole numbers come back as numbers, also large ones', async () => {
      const store = await stores.open()
      const read = await sql<{ many: number }>`select cast(9007199254740991 as bigint) as many`.execute(store.db)
      expect(read.rows).toEqual([{ many: 9_007_199_254_740_991 }])
    })

    test('many writers at once lose nothing and leave no gap in the counter', async () => {
      const store = await stores.open()
      const ids = Array.from({ length: 40 }, (_, index) => `+3363998${String(index).padStart(4, '0')}`)
      await Promise.all(ids.map((id) => inUnit(store, (unit) => unit.insert('phone_number', { ...number, id }))))
      const rows = await store.db.selectFrom('phone_number').select('change_seq').orderBy('change_seq').execute()
      expect(rows.map((row) => row.change_seq)).toEqual(ids.map((_, index) => index + 1))
    })
  })
