import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openCoreDatabase } from '#core/db/open-core-database.ts'
import { testPostgres } from '#core/db/test-postgres.ts'
import type { TestCore } from '#main/workstation/test-core.ts'
import { startTestCore } from '#main/workstation/test-core.ts'
import { temporaryFolder } from '#main/workstation/test-desk.ts'
import type { TestWorkstation } from '#main/workstation/test-workstation.ts'
import { openTestWorkstation } from '#main/workstation/test-workstation.ts'

// a core is started several times in each test, as a process compiled from TypeScript
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 })

const server = testPostgres()
const key = Buffer.from('11'.repeat(32), 'hex')
let places: ReturnType<typeof temporaryFolder>[] = []
let desks: TestWorkstation[] = []
let core: TestCore

beforeEach(() => {
  places = []
  desks = []
})
afterEach(async () => {
  for (const desk of desks) await desk.close()
  await core.kill()
  for (const place of places) place.remove()
})
afterAll(() => {
  if (typeof server !== 'string') server.stop()
})

function folder(): string {
  const place = temporaryFolder()
  places.push(place)
  return place.folder
}

/** A database that can be copied while its core is down, and put back an hour later. */
interface Place {
  readonly name: string
  /** Whether it is said that a copy was put back; where the database makes no difference, once is enough. */
  readonly restores: readonly (readonly [string, boolean])[]
  readonly missing?: string
  readonly make: () => Promise<string>
  readonly copy: (address: string) => Promise<() => Promise<string>>
}

const sqlite: Place = {
  name: 'SQLite',
  restores: [
    ['and said so', true],
    ['and nobody said so', false],
  ],
  make: () => Promise.resolve(`sqlite:${join(folder(), 'core.db')}`),
  copy: (address) => {
    const file = address.slice('sqlite:'.length)
    const aside = join(folder(), 'copy.db')
    const all = (from: string, to: string): void => {
      for (const end of ['', '-wal']) if (existsSync(from + end)) copyFileSync(from + end, to + end)
    }
    all(file, aside)
    return Promise.resolve(() => {
      for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
      all(aside, file)
      return Promise.resolve(address)
    })
  },
}
const postgres: Place = {
  name: 'PostgreSQL',
  restores: [['and nobody said so', false]],
  ...(typeof server === 'string' ? { missing: server } : {}),
  make: () => (typeof server === 'string' ? Promise.reject(new Error(server)) : server.createDatabase()),
  copy: async (address) => {
    if (typeof server === 'string') throw new Error(server)
    const copied = await server.createDatabase(address)
    return () => Promise.resolve(copied)
  },
}

async function openDesk(at = folder(), overrides: Parameters<typeof openTestWorkstation>[1] = {}) {
  const desk = openTestWorkstation(at, overrides)
  desks.push(desk)
  desk.setCore({ address: core.address(), embedded: true, demoPassword: core.demoPassword })
  await desk.until(
    () => desk.ask('desk.startup', {}),
    (seen) => seen.isReady,
  )
  await desk.signIn('store')
  return desk
}
/** The file of the old epoch goes once the desk reads the one it loaded anew. */
const isOld = (isThere: boolean): boolean => !isThere
const begin = async (desk: TestWorkstation) =>
  (await desk.ask('interaction.startCase', { channel: 'walkIn', customerId: null })).caseId

/** The feed has brought what the core decided of a case: its receipts are there. */
async function hasRead(desk: TestWorkstation, caseId: string): Promise<void> {
  await desk.until(
    () => desk.ask('desk.toSend', {}),
    ({ lines }) => lines.some((line) => line.caseId === caseId && line.items.every((item) => item.receipt !== '')),
  )
}

/** A line over which the feed is not answered while it is silent; everything else is. */
function silentLine() {
  let isSilent = false
  let release = (): void => undefined
  const silent: typeof fetch = async (to, init) => {
    if (isSilent && new URL(String(to)).pathname === '/sync/v1/pull') {
      await new Promise<void>((next) => {
        release = next
      })
      throw new TypeError('cut')
    }
    return fetch(to, init)
  }
  return {
    fetch: silent,
    silence: (next: boolean) => {
      isSilent = next
      release()
    },
  }
}

async function confirmed(desk: TestWorkstation, cases: readonly string[]): Promise<void> {
  await desk.until(
    () => desk.ask('desk.status', {}),
    (seen) => seen.isOnline && seen.toSend === 0,
  )
  for (const caseId of cases)
    await desk.until(
      () => desk.ask('interaction.caseView', { caseId }),
      (view) => view.marks.case.state === 'confirmed' && view.contacts.length === 1,
    )
}

/** What the core holds, once it is down. */
async function held(address: string) {
  const store = await openCoreDatabase(address, { key: address.startsWith('sqlite') ? key : null })
  const ids = async (table: 'ledger' | 'service_case' | 'contact') =>
    (await store.db.selectFrom(table).select('id').execute()).map((row) => row.id)
  const cases = (await ids('service_case')).sort()
  const found = { cases, ledger: (await ids('ledger')).length, epoch: '' }
  const { epoch } = await store.db.selectFrom('feed_counter').select('epoch').executeTakeFirstOrThrow()
  await store.close()
  return { ...found, epoch }
}

describe.each([sqlite, postgres].filter((place) => place.missing === undefined))(
  'fault 33: a core restored from a copy of before, on $name',
  (place) => {
    test.each(place.restores)(
      '%s: both desks send again what was lost, and nothing is doubled',
      async (_name, isSaid) => {
        const address = await place.make()
        core = await startTestCore(folder(), 40, address)
        const folders = [folder(), folder()]
        // where nobody says it, one desk has read the feed beyond the copy, the other has only heard the core's answers
        const line = silentLine()
        const [one, two] = [await openDesk(folders[0]), await openDesk(folders[1], { fetch: line.fetch })]
        const before = await begin(one)
        await confirmed(one, [before])
        await core.kill()
        const putBack = await place.copy(address)
        await core.start()
        await hasRead(one, before)
        line.silence(!isSaid)
        const lost = [await begin(one), await begin(two)]
        await confirmed(one, [before, lost[0] ?? ''])
        await confirmed(two, [lost[1] ?? ''])
        await hasRead(one, lost[0] ?? '')
        await core.kill()

        const back = await putBack()
        core.use(back)
        const was = (await held(back)).epoch
        if (isSaid) await core.run('restored')
        await core.start()
        line.silence(false)
        const late = await begin(two)
        for (const at of folders) await one.until(() => existsSync(join(at, 'cache-1.db')), isOld)
        await confirmed(one, [before, lost[0] ?? ''])
        await confirmed(two, [lost[1] ?? '', late])
        expect((await one.ask('desk.compareMirror', {})).tables).toEqual([])
        expect((await two.ask('desk.compareMirror', {})).tables).toEqual([])
        // one had seen the record beyond the copy, and says so where nobody declared that it was put back
        const said = (await one.ask('desk.notices', {})).notices.map(({ id }) => id)
        expect(said).toEqual(isSaid ? [] : ['audit-anchor'])
        for (const desk of desks.splice(0)) await desk.close()
        await core.kill()
        const now = await held(back)
        expect(now).toMatchObject({ cases: [before, ...lost, late].sort(), ledger: 4 })
        expect(now.epoch).not.toBe(was)
      },
    )
  },
)

test('fault 33: a desk that crashes between hearing of the restore and loading anew still sends everything again', async () => {
  const address = await sqlite.make()
  core = await startTestCore(folder(), 40, address)
  const at = folder()
  let isDeaf = false
  const deaf: typeof fetch = async (to, init) => {
    const path = new URL(String(to)).pathname
    if (isDeaf && path === '/sync/v1/pull') throw new TypeError('cut')
    const answer = await fetch(to, init)
    if (isDeaf && path === '/sync/v1/push' && answer.status === 200) throw new TypeError('cut')
    return answer
  }
  const desk = await openDesk(at, { fetch: deaf })
  await core.kill()
  const putBack = await sqlite.copy(address)
  await core.start()
  const lost = await begin(desk)
  await confirmed(desk, [lost])
  await core.kill()
  await putBack()
  await core.run('restored')
  isDeaf = true
  await core.start()
  const late = await begin(desk)
  await desk.until(
    () => desk.ask('desk.status', {}),
    (seen) => seen.toSend === 2,
  )
  await desk.close()
  desks.pop()
  await core.kill()
  // as if the second push had never come: the copy once more, under the epoch the desk has heard of
  await core.start()
  const again = await openDesk(at)
  await confirmed(again, [lost, late])
  await again.close()
  desks.pop()
  await core.kill()
  expect((await held(address)).cases).toEqual([lost, late].sort())
})
