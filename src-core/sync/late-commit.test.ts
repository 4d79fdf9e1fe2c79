import { afterAll, describe, expect, test } from 'vitest'
import { postgresStores } from '../db/test-store.ts'
import { inUnit } from '../db/unit.ts'
import { openTestWorld } from '../test-world.ts'
import { pulledLines } from './test-pull.ts'

const stores = postgresStores()

// SQLite has one writer: there a second transaction begins only once the first has ended
describe.skipIf(stores.missing)('commits out of order, on PostgreSQL', () => {
  afterAll(() => stores.stop())

  test('fault 16: a transaction that began first and commits last is in the pull after it', async () => {
    const world = await openTestWorld(await stores.open())
    const desk = await world.desk()
    const pull = async (cursor: number) => {
      const lines = await pulledLines(world.core.runtime, { scope: 'nancy', deviceId: desk.id, cursor })
      const numbers = lines.flatMap((line) =>
        'table' in line && line.table === 'phone_number' ? line.rows.map((row) => String(row[0])) : [],
      )
      const end = lines.at(-1)
      if (!end || !('end' in end)) throw new Error('the page has no end line')
      return { numbers, cursor: end.cursor }
    }
    const before = await pull(0)
    const [written, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const long = inUnit(world.store, async (unit) => {
      await unit.insert('phone_number', number('+33612000001'))
      written.resolve()
      await release.promise
    })
    await written.promise
    await inUnit(world.store, (unit) => unit.insert('phone_number', number('+33612000002')))
    const first = await pull(before.cursor)
    expect(first.numbers).toEqual(['+33612000002'])
    release.resolve()
    await long
    expect((await pull(first.cursor)).numbers).toEqual(['+33612000001'])
    await world.close()
  })
})

function number(id: string) {
  return {
    id,
    scope: 'nancy',
    state: 'free',
    case_id: null,
    held_until: null,
    held_by: null,
    leased_to: null,
    leased_until: null,
  }
}
