import { sql } from 'kysely'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { mirrorTableNames, mirrorTables } from '#shared/contract/mirror.ts'
import type { PullLine } from '#shared/contract/wire.ts'
import { postgresStores, sqliteStores } from '../db/test-store.ts'
import { inUnit } from '../db/unit.ts'
import type { TestWorld } from '../test-world.ts'
import { openTestWorld } from '../test-world.ts'
import { beginRun, isStrangeCursor } from './begin-run.ts'
import { pulledLines } from './test-pull.ts'

type Tables = Map<string, Map<string, readonly unknown[]>>

/** Puts a page into tables as a desk would, and gives its end line. */
function take(tables: Tables, lines: readonly PullLine[]) {
  for (const line of lines)
    if ('table' in line)
      for (const row of line.rows) {
        const table = tables.get(line.table) ?? new Map<string, readonly unknown[]>()
        tables.set(line.table, table.set(String(row[0]), row))
      }
  const end = lines.at(-1)
  if (!end || !('end' in end)) throw new Error('the page has no end line')
  return end
}

for (const stores of [sqliteStores(), postgresStores()])
  describe.skipIf(stores.missing)(`pull on ${stores.name}`, () => {
    const worlds: TestWorld[] = []
    const openWorld = async (): Promise<TestWorld> => {
      const world = await openTestWorld(await stores.open())
      worlds.push(world)
      return world
    }
    afterEach(async () => {
      for (const world of worlds.splice(0)) await world.close()
    })
    afterAll(() => stores.stop())

    const number = (index: number, scope = 'nancy') => ({
      id: `+33612${String(index).padStart(6, '0')}`,
      scope,
      state: 'free',
      case_id: null,
      held_until: null,
      held_by: null,
      leased_to: null,
      leased_until: null,
    })

    const onRecord = async (world: TestWorld, deviceId: string): Promise<Tables> => {
      const tables: Tables = new Map()
      for (const name of mirrorTableNames) {
        const columns = [...mirrorTables[name].columnNames]
        const scope = name === 'command_outcome' ? `device:${deviceId}` : 'nancy'
        const found = await sql<Readonly<Record<string, unknown>>>`select * from ${sql.table(name)}
          where scope = ${scope}`.execute(world.store.db)
        for (const row of found.rows) {
          const table = tables.get(name) ?? new Map<string, readonly unknown[]>()
          tables.set(
            name,
            table.set(
              String(row['id']),
              columns.map((column) => row[column]),
            ),
          )
        }
      }
      return tables
    }

    test('no page ends in the leap of a core that was started again, where a cursor would mean a restored core', async () => {
      const world = await openWorld()
      const desk = await world.desk()
      let index = 0
      for (let run = 0; run < 4; run += 1) {
        await beginRun(world.store)
        for (let batch = 0; batch < 8; batch += 1)
          await inUnit(world.store, (unit) => unit.insert('phone_number', number((index += 1))))
      }
      const request = { scope: 'nancy', deviceId: desk.id }
      for (const rows of [2, 3, 5]) {
        let cursor = 0
        for (let more = true; more; ) {
          const end = take(new Map(), await pulledLines(world.core.runtime, { ...request, cursor }, rows))
          expect(end.cursor).toBeGreaterThan(cursor)
          expect(await isStrangeCursor(world.store, Number.MAX_SAFE_INTEGER, end.cursor)).toBe(false)
          ;({ cursor, more } = end)
        }
      }
    })

    test('pages taken one after the other make exactly the core’s tables, and none splits a transaction', async () => {
      const world = await openWorld()
      const desk = await world.desk()
      for (let batch = 0; batch < 12; batch += 1)
        await inUnit(world.store, async (unit) => {
          for (let index = 0; index < 7; index += 1) await unit.insert('phone_number', number(batch * 7 + index))
        })
      const request = { scope: 'nancy', deviceId: desk.id }
      const tables: Tables = new Map()
      let cursor = 0
      for (let page = 0; ; page += 1) {
        const lines = await pulledLines(world.core.runtime, { ...request, cursor }, 10)
        const before = tables.get('phone_number')?.size ?? 0
        const end = take(tables, lines)
        const taken = (tables.get('phone_number')?.size ?? 0) - before
        if (page > 0 && end.more) expect(taken % 7).toBe(0)
        cursor = end.cursor
        if (!end.more) break
        expect(page).toBeLessThan(20)
      }
      expect(tables).toEqual(await onRecord(world, desk.id))
    })

    test('pages read for one desk serve the next, and what was written or removed since comes after them', async () => {
      const world = await openWorld()
      const [one, two] = [await world.desk(), await world.desk()]
      const pullAll = async (deviceId: string, tables: Tables): Promise<Tables> => {
        let cursor = 0
        for (let isMore = true; isMore; ) {
          const lines = await pulledLines(world.core.runtime, { scope: 'nancy', deviceId, cursor }, 10)
          for (const line of lines)
            if ('removed' in line)
              for (const { table, ids } of line.removed) for (const id of ids) tables.get(table)?.delete(id)
          const end = take(tables, lines)
          isMore = end.more
          cursor = end.cursor
        }
        return tables
      }
      for (let index = 0; index < 40; index += 1)
        await inUnit(world.store, (unit) => unit.insert('phone_number', number(index)))
      expect(await pullAll(one.id, new Map())).toEqual(await onRecord(world, one.id))
      await inUnit(world.store, (unit) => unit.patch('phone_number', number(3).id, { state: 'held' }))
      await inUnit(world.store, (unit) => unit.remove('phone_number', number(4).id))
      await inUnit(world.store, (unit) => unit.insert('phone_number', number(41)))
      expect(await pullAll(two.id, new Map())).toEqual(await onRecord(world, two.id))
    })

    test('a changed row comes once in its latest state, and an outcome only to its own desk', async () => {
      const world = await openWorld()
      const [one, two] = [await world.desk('store'), await world.desk('agent')]
      const before = take(new Map(), await one.pull(0)).cursor
      const caseId = world.ids.next()
      const body = {
        caseId,
        contactId: world.ids.next(),
        reference: '01-00001',
        recipe: 'sale',
        channel: 'phone',
        customerId: null,
      } as const
      const opened = one.command('interaction.openCase', body)
      await one.push(opened)
      await one.push(one.command('interaction.closeCase', { caseId, outcome: 'abandon' }))
      const [mine, theirs]: [Tables, Tables] = [new Map(), new Map()]
      take(mine, await one.pull(before))
      take(theirs, await two.pull(before))
      const state = mirrorTables.service_case.columnNames.indexOf('state')
      expect(mine.get('service_case')?.get(caseId)?.[state]).toBe('abandoned')
      expect(mine.get('service_case')).toEqual(theirs.get('service_case'))
      expect(mine.get('command_outcome')?.size).toBe(2)
      expect(theirs.get('command_outcome')).toBeUndefined()
    })

    test('rows of another market never come', async () => {
      const world = await openWorld()
      const desk = await world.desk()
      await inUnit(world.store, (unit) => unit.insert('phone_number', number(1, 'lyon')))
      const tables: Tables = new Map()
      take(tables, await desk.pull(0))
      expect(tables.get('phone_number')?.has(number(1).id)).toBe(false)
    })

    test('a cursor at the end gets an empty page with the business day of the market', async () => {
      const world = await openWorld()
      const desk = await world.desk()
      const { cursor } = take(new Map(), await desk.pull(0))
      await world.advance(14 * 3_600_000)
      const lines = await pulledLines(world.core.runtime, { scope: 'nancy', deviceId: desk.id, cursor })
      expect(lines).toMatchObject([{ cursor, more: false, businessDate: '2031-06-13' }])
    })

    test('a desk that pulls while many write at once never skips a row', async () => {
      const world = await openWorld()
      const desk = await world.desk()
      const request = { scope: 'nancy', deviceId: desk.id }
      const tables: Tables = new Map()
      let cursor = 0
      let isWriting = true
      const pulling = async (): Promise<void> => {
        for (;;) {
          const isLast = !isWriting
          const end = take(tables, await pulledLines(world.core.runtime, { ...request, cursor }, 15))
          expect(end.cursor).toBeGreaterThanOrEqual(cursor)
          cursor = end.cursor
          if (isLast && !end.more) return
        }
      }
      const writer = async (who: number): Promise<void> => {
        for (let turn = 0; turn < 20; turn += 1)
          await inUnit(world.store, async (unit) => {
            await unit.insert('phone_number', number(who * 1_000 + turn))
            // a slow transaction between fast ones: with a plain sequence it would commit behind the cursor
            if (who === 0 && stores.name === 'PostgreSQL') await sql`select pg_sleep(0.005)`.execute(unit.tx)
            if (turn > 0) await unit.patch('phone_number', number(who * 1_000 + turn - 1).id, { state: 'quarantined' })
          })
      }
      const pulled = pulling()
      await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(writer))
      isWriting = false
      await pulled
      expect(tables).toEqual(await onRecord(world, desk.id))
    })
  })
