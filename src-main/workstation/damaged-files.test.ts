import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '#shared/node/open-database.ts'
import { cacheFile } from './db/cache-files.ts'
import type { TestCore } from './test-core.ts'
import { startTestCore } from './test-core.ts'
import { temporaryFolder, testKey } from './test-desk.ts'
import type { TestWorkstation } from './test-workstation.ts'
import { openTestWorkstation } from './test-workstation.ts'

/** Files of a desk that were damaged while it was closed, with a real core that has its part of the truth. */
let core: TestCore
const corePlace = temporaryFolder()
let place: ReturnType<typeof temporaryFolder>
const open: TestWorkstation[] = []

beforeAll(async () => {
  core = await startTestCore(corePlace.folder)
}, 60_000)
afterAll(async () => {
  await core.kill()
  corePlace.remove()
})
beforeEach(() => {
  place = temporaryFolder()
})
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
  place.remove()
})

async function start(folder = place.folder): Promise<TestWorkstation> {
  const desk = openTestWorkstation(folder)
  open.push(desk)
  desk.setCore({ address: core.address(), embedded: true, demoPassword: core.demoPassword })
  await desk.until(
    () => desk.ask('desk.startup', {}),
    (seen) => seen.isReady,
  )
  await desk.signIn('store')
  await desk.until(
    () => desk.ask('desk.status', {}),
    (seen) => seen.isOnline,
  )
  return desk
}
const stop = async () => {
  for (const one of open.splice(0)) await one.close()
}
const begin = async (desk: TestWorkstation) =>
  (await desk.ask('interaction.startCase', { channel: 'walkIn', customerId: null })).caseId
const allSent = (desk: TestWorkstation) =>
  desk.until(
    () => desk.ask('desk.status', {}),
    (seen) => seen.isOnline && seen.toSend === 0,
  )
const noticesOf = async (desk: TestWorkstation) => (await desk.ask('desk.notices', {})).notices.map(({ id }) => id)
const contacts = async (desk: TestWorkstation, caseId: string) =>
  (await desk.ask('interaction.caseView', { caseId })).contacts.length

/** Flips a byte in pages of a file, from one on, and takes its WAL away as a clean close does. */
function flipPages(file: string, from: number, every: number): void {
  const bytes = readFileSync(file)
  for (let page = from; page * 4096 + 4000 < bytes.length; page += every)
    bytes[page * 4096 + 1000] = (bytes[page * 4096 + 1000] ?? 0) ^ 4
  writeFileSync(file, bytes)
  // left where the reader closed after the writer: what it holds would hide the damage
  for (const beside of ['-wal', '-shm']) rmSync(`${file}${beside}`, { force: true })
}

test('fault 17: a flipped byte in the cache: the desk says so, goes on saving, and loads the next file', async () => {
  const first = await start()
  const before = await begin(first)
  await allSent(first)
  await stop()
  flipPages(cacheFile(place.folder, 1), 1, 1)
  const desk = openTestWorkstation(place.folder)
  open.push(desk)
  // no core yet: work goes on over what can be read
  await desk.until(
    async () => {
      await desk.call('interaction.home', {})
      return noticesOf(desk)
    },
    (ids) => ids.includes('cache'),
  )
  const offline = await begin(desk)
  expect((await desk.ask('desk.status', {})).toSend).toBe(1)
  desk.setCore({ address: core.address(), embedded: true, demoPassword: core.demoPassword })
  await desk.until(
    () => noticesOf(desk),
    (ids) => !ids.includes('cache'),
  )
  await allSent(desk)
  expect(existsSync(cacheFile(place.folder, 2))).toBe(true)
  await desk.until(
    () => existsSync(cacheFile(place.folder, 1)),
    (isThere) => !isThere,
  )
  expect(await contacts(desk, before)).toBe(1)
  expect(await contacts(desk, offline)).toBe(1)
})

test('fault 17: a damaged first page of the cache, and one that is gone, begin with a load of the next', async () => {
  await start()
  await stop()
  flipPages(cacheFile(place.folder, 1), 0, 1_000_000)
  const desk = await start()
  expect(existsSync(cacheFile(place.folder, 2))).toBe(true)
  await desk.until(
    () => noticesOf(desk),
    (ids) => !ids.includes('cache'),
  )
  await stop()
  rmSync(cacheFile(place.folder, 2))
  const again = await start()
  expect((await again.ask('interaction.home', {})).customers).toBeGreaterThan(0)
})

test('fault 17: a damaged index of the cache is found by the search that needs it', async () => {
  await start()
  await stop()
  const database = openDatabase(cacheFile(place.folder, 1), { key: testKey })
  const pages = database
    .prepare(
      `select rootpage from sqlite_schema where rootpage > 0 and (type = 'index' or name like 'customer_names_%' or name like 'customer_words_%')`,
    )
    .pluck()
    .all()
    .map(Number)
  database.close()
  const bytes = readFileSync(cacheFile(place.folder, 1))
  for (const page of pages) {
    const at = (page - 1) * 4096 + 2000
    bytes[at] = (bytes[at] ?? 0) ^ 1
  }
  writeFileSync(cacheFile(place.folder, 1), bytes)
  const desk = openTestWorkstation(place.folder)
  open.push(desk)
  desk.setCore({ address: core.address(), embedded: true, demoPassword: core.demoPassword })
  await desk.signIn('store')
  await desk.until(
    async () => {
      await desk.call('customer.search', { text: 'ma', limit: 5 })
      return existsSync(cacheFile(place.folder, 2))
    },
    (isThere) => isThere,
  )
  await desk.until(
    () => noticesOf(desk),
    (ids) => !ids.includes('cache'),
  )
})

test('fault 18: a damaged outbox: nothing that was saved is lost or doubled, and the person is told', async () => {
  const first = await start()
  const sent = await begin(first)
  await allSent(first)
  await first.ask('desk.setCable', { isPulled: true })
  const unsent = await begin(first)
  await stop()
  flipPages(join(place.folder, 'outbox.db'), 2, 1)
  const desk = await start()
  expect(await noticesOf(desk)).toContain('outbox')
  await allSent(desk)
  expect(await contacts(desk, sent)).toBe(1)
  expect(await contacts(desk, unsent)).toBe(1)
  expect((await desk.ask('desk.needsYou', {})).items).toEqual([])
})

test('fault 18: outbox and journal of a desk are older than what it sent: its numbers go on behind the core’s', async () => {
  await start()
  await stop()
  const old = temporaryFolder()
  cpSync(place.folder, old.folder, { recursive: true })
  const newer = await start()
  for (let count = 0; count < 3; count += 1) await begin(newer)
  await allSent(newer)
  await stop()
  const desk = await start(old.folder)
  const caseId = await begin(desk)
  await allSent(desk)
  await desk.until(
    () => contacts(desk, caseId),
    (count) => count === 1,
  )
  expect((await desk.ask('desk.needsYou', {})).items).toEqual([])
  await stop()
  old.remove()
})

test('fault 39: a cloned profile: both desks count the same numbers, and what either saved takes effect once', async () => {
  await start()
  await stop()
  const clone = temporaryFolder()
  cpSync(place.folder, clone.folder, { recursive: true })
  const first = await start()
  const second = await start(clone.folder)
  for (const desk of [first, second]) await desk.ask('desk.setCable', { isPulled: true })
  const cases = await Promise.all([begin(first), begin(second), begin(first), begin(second)])
  for (const desk of [first, second]) await desk.ask('desk.setCable', { isPulled: false })
  await allSent(first)
  await allSent(second)
  for (const caseId of cases)
    for (const desk of [first, second])
      await desk.until(
        async () => {
          const reply = await desk.call('interaction.caseView', { caseId })
          return reply.ok
        },
        (isThere) => isThere,
      )
  for (const desk of [first, second]) expect((await desk.ask('desk.needsYou', {})).items).toEqual([])
  await stop()
  clone.remove()
})
