import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { migrate } from './migrate.ts'
import type { CoreStore } from './open-core-database.ts'
import { openCoreDatabase } from './open-core-database.ts'
import { testPostgres } from './test-postgres.ts'
import { inUnit } from './unit.ts'

const server = testPostgres()
const open: CoreStore[] = []
const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
  for (const store of open.splice(0)) await store.close()
})
afterAll(() => {
  if (typeof server !== 'string') server.stop()
})

async function twoStores() {
  if (typeof server === 'string') throw new Error(server)
  const address = await server.createDatabase()
  const [one, other] = [await openCoreDatabase(address, { key: null }), await openCoreDatabase(address, { key: null })]
  open.push(one, other)
  await migrate(one)
  return { one, other }
}

/** Listens at a store until it is told, after its line is open (which tells once by itself). */
async function listening(
  store: CoreStore,
): Promise<{ readonly told: () => Promise<void>; readonly times: () => number }> {
  let times = 0
  let next = Promise.withResolvers<void>()
  store.feed.listen(() => {
    times += 1
    next.resolve()
    next = Promise.withResolvers()
  })
  const opened = next.promise
  const stop = store.neighbours?.hear(store.feed.heard)
  if (stop) stops.push(stop)
  await opened
  return { told: () => next.promise, times: () => times }
}

const policy = (id: string) => ({ id, scope: 'nancy', body: '{}' })

describe.skipIf(typeof server === 'string')('core processes on one PostgreSQL', () => {
  test('a commit at one is heard at the other, and once at itself', async () => {
    const { one, other } = await twoStores()
    const [mine, theirs] = [await listening(one), await listening(other)]
    const [before, heard] = [mine.times(), theirs.told()]
    await inUnit(one, (unit) => unit.insert('policy', policy('a')))
    await heard
    expect(mine.times()).toBe(before + 1)
  })

  test('what is taken back is told to nobody', async () => {
    const { one, other } = await twoStores()
    const theirs = await listening(other)
    const before = theirs.times()
    await inUnit(one, async (unit) => {
      await unit.insert('policy', policy('a'))
      throw new Error('planted')
    }).catch(() => undefined)
    const heard = theirs.told()
    await inUnit(one, (unit) => unit.insert('policy', policy('b')))
    await heard
    expect(theirs.times()).toBe(before + 1)
  })
})
