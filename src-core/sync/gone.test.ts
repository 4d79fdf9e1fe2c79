import { sql } from 'kysely'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { mirrorTableNames, mirrorTables } from '#shared/contract/mirror.ts'
import type { PullLine } from '#shared/contract/wire.ts'
import type { Cell } from '#shared/kernel/table.ts'
import { rowHash } from '#shared/node/row-hash.ts'
import { postgresStores, sqliteStores } from '../db/test-store.ts'
import { inUnit } from '../db/unit.ts'
import { createTombstones } from '../jobs/tombstones.ts'
import type { TestDesk, TestWorld } from '../test-world.ts'
import { openTestWorld } from '../test-world.ts'
import { pulledLines } from './test-pull.ts'

const number = (index: number, scope = 'nancy') => ({
  ...{ id: `+33612${String(index).padStart(6, '0')}`, scope, state: 'free' },
  ...{ case_id: null, held_until: null, held_by: null, leased_to: null, leased_until: null },
})
const numbers = (from: number, count: number) => Array.from({ length: count }, (_, index) => number(from + index))
const dayMs = 86_400_000

const jana = {
  ...{ scope: 'nancy', state: 'active', kind: 'individual', family_name: 'Nováková', given_names: 'Jana' },
  ...{ contact_number: null, email: null, street: null, postal_code: null, town: null, language: 'fr' },
  ...{ birth_date: null, person_hash: null, document_hash: null, account_number: null, balance_minor: 0 },
  ...{ currency: 'EUR', first_inquiry_at: 1, contract_signed_at: null, active_since: null },
}

/** What a page says of the table of numbers. */
function said(lines: readonly PullLine[]) {
  const of = (gone: readonly { readonly table: string; readonly ids: readonly string[] }[]) =>
    gone.filter(({ table }) => table === 'phone_number').flatMap(({ ids }) => ids)
  return {
    exits: lines.flatMap((line) => ('exits' in line ? of(line.exits) : [])),
    removed: lines.flatMap((line) => ('removed' in line ? of(line.removed) : [])),
    rows: lines.flatMap((line) =>
      'rows' in line && line.table === 'phone_number' ? line.rows.map((row) => row[0]) : [],
    ),
  }
}

function endOf(lines: readonly PullLine[]) {
  const end = lines.at(-1)
  if (!end || !('end' in end)) throw new Error('the page has no end line')
  return end
}

for (const stores of [sqliteStores(), postgresStores()])
  describe.skipIf(stores.missing)(`what leaves the feed on ${stores.name}`, () => {
    const worlds: TestWorld[] = []
    const openWorld = async (): Promise<{ world: TestWorld; desk: TestDesk; cursor: number }> => {
      const world = await openTestWorld(await stores.open())
      worlds.push(world)
      const desk = await world.desk()
      await inUnit(world.store, async (unit) => {
        for (const row of numbers(0, 10)) await unit.insert('phone_number', row)
      })
      return { world, desk, cursor: endOf(await desk.pull(0)).cursor }
    }
    afterEach(async () => {
      for (const world of worlds.splice(0)) await world.close()
    })
    afterAll(() => stores.stop())

    test('a removed row is told by a tombstone, and to a desk that loads anew by nothing', async () => {
      const { world, desk, cursor } = await openWorld()
      await inUnit(world.store, (unit) => unit.remove('phone_number', number(3).id))
      expect(said(await desk.pull(cursor))).toEqual({ exits: [], removed: [number(3).id], rows: [] })
      const anew = said(await desk.pull(0))
      expect(anew).toMatchObject({ exits: [], removed: [] })
      expect(anew.rows).not.toContain(number(3).id)
    })

    test('fault 24: a row that moves to another market leaves by an exit, in the same change that brings it there', async () => {
      const { world, desk, cursor } = await openWorld()
      await inUnit(world.store, (unit) => unit.patch('phone_number', number(3).id, { scope: 'lyon' }))
      expect(said(await desk.pull(cursor))).toEqual({ exits: [number(3).id], removed: [], rows: [] })
      const there = await pulledLines(world.core.runtime, { scope: 'lyon', deviceId: desk.id, cursor })
      expect(said(there)).toEqual({ exits: [], removed: [], rows: [number(3).id] })
    })

    test('a row that comes back is told after its leaving, and once more when it leaves again', async () => {
      const { world, desk, cursor } = await openWorld()
      const move = (scope: string) => inUnit(world.store, (unit) => unit.patch('phone_number', number(3).id, { scope }))
      await move('lyon')
      await move('nancy')
      const lines = await desk.pull(cursor)
      expect(said(lines)).toEqual({ exits: [number(3).id], removed: [], rows: [number(3).id] })
      expect(lines.findIndex((line) => 'exits' in line)).toBeLessThan(lines.findIndex((line) => 'rows' in line))
      await move('lyon')
      expect(said(await desk.pull(endOf(lines).cursor))).toEqual({ exits: [number(3).id], removed: [], rows: [] })
    })

    test('what an attempt removed and took back is told to nobody', async () => {
      const { world, desk, cursor } = await openWorld()
      await inUnit(world.store, async (unit) => {
        await unit.attempt(
          async (inner) => {
            await inner.remove('phone_number', number(3).id)
            await inner.patch('phone_number', number(4).id, { scope: 'lyon' })
          },
          () => false,
        )
      })
      expect(await desk.pull(cursor)).toMatchObject([{ end: true, cursor }])
    })

    test('many removals come page by page, each told once', async () => {
      const { world, desk, cursor } = await openWorld()
      for (const { id } of numbers(0, 10)) await inUnit(world.store, (unit) => unit.remove('phone_number', id))
      const removed: string[] = []
      for (let at = cursor, more = true; more; ) {
        const lines = await pulledLines(world.core.runtime, { scope: 'nancy', deviceId: desk.id, cursor: at }, 4)
        removed.push(...said(lines).removed)
        ;({ cursor: at, more } = endOf(lines))
      }
      expect(removed).toEqual(numbers(0, 10).map(({ id }) => id))
    })

    test('fault 34: after 90 days a tombstone is forgotten, and a cursor from before it is too old', async () => {
      const { world, desk, cursor } = await openWorld()
      const job = createTombstones({ core: world.store, clock: world.clock, timers: world.timers })
      await inUnit(world.store, (unit) => unit.remove('phone_number', number(3).id))
      await job.tick()
      await world.advance(89 * dayMs)
      await job.tick()
      const pull = (from: number) =>
        pulledLines(world.core.runtime, { scope: 'nancy', deviceId: desk.id, cursor: from })
      expect(said(await pull(cursor)).removed).toEqual([number(3).id])
      await world.advance(dayMs)
      await job.tick()
      await expect(pull(cursor)).rejects.toMatchObject({ refused: { code: 'CURSOR_TOO_OLD' } })
      expect(endOf(await pull(0)).cursor).toBe(cursor + 1)
      expect(endOf(await pull(cursor + 1)).cursor).toBe(cursor + 1)
    })

    test('fault 25: a command on a customer who has moved to another market meanwhile is refused and changes nothing', async () => {
      const { world, desk } = await openWorld()
      const customerId = world.ids.next()
      await inUnit(world.store, (unit) => unit.insert('customer', { ...jana, id: customerId }))
      const queued = desk.command('credit.requestDecision', {
        ...{ decisionId: world.ids.next(), caseId: world.ids.next(), customerId, monthlyMinor: 1_000 },
        ...{ currency: 'EUR', incomeMinor: null, bureauConsent: true },
        provisional: { class: 'C', depositMonths: 1, spendingLimitMinor: 1, lines: 1, validUntil: '2031-07-01' },
      })
      await inUnit(world.store, (unit) => unit.patch('customer', customerId, { scope: 'lyon' }))
      expect(await desk.push(queued)).toMatchObject([{ result: 'rejected', code: 'ROLE_NOT_ALLOWED' }])
      expect(await world.store.db.selectFrom('credit_decision').select('id').execute()).toEqual([])
    })

    test('count and sum of every table are those of its rows, whatever wrote them', async () => {
      const { world, desk, cursor } = await openWorld()
      await inUnit(world.store, async (unit) => {
        await unit.patch('phone_number', number(1).id, { state: 'reserved', held_by: 'Žofie – ñ 漢 🎉', held_until: 1 })
        await unit.patch('phone_number', number(2).id, { scope: 'lyon' })
        await unit.remove('phone_number', number(3).id)
      })
      const lines = await pulledLines(world.core.runtime, { scope: 'nancy', deviceId: desk.id, cursor, digest: true })
      const { digest = [] } = endOf(lines)
      expect(digest.map(({ table }) => table)).toEqual(mirrorTableNames)
      for (const { table, rows, high, low } of digest) {
        if (table !== 'phone_number' && table !== 'policy') continue
        const { columnNames } = mirrorTables[table]
        const found = await sql<Readonly<Record<string, Cell>>>`select * from ${sql.table(table)}
          where scope = 'nancy'`.execute(world.store.db)
        const hashes = found.rows.map((row) => rowHash(columnNames.map((name) => row[name] ?? null)))
        const sum = (part: (value: number) => number) => hashes.reduce((all, value) => all + part(value), 0)
        expect({ table, rows, high, low }).toEqual({
          ...{ table, rows: hashes.length },
          high: sum((value) => Math.floor(value / 2 ** 24)),
          low: sum((value) => value % 2 ** 24),
        })
      }
    })
  })
