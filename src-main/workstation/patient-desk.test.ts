import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Workstation } from './workstation.ts'
import { openPatiently } from './patient-desk.ts'
import { systemTimers } from './system.ts'
import { aSession, openTestStore, temporaryFolder, testKey } from './test-desk.ts'
import { openTestWorkstation } from './test-workstation.ts'

let place: ReturnType<typeof temporaryFolder>
let others: ChildProcess[] = []
let desk: Workstation | undefined
beforeEach(() => {
  place = temporaryFolder()
})
afterEach(async () => {
  await desk?.close()
  desk = undefined
  for (const other of others) other.kill('SIGKILL')
  others = []
  place.remove()
})

/** Another program of this machine, which does something and then holds on until it is killed. */
async function otherProgram(does: string): Promise<ChildProcess> {
  const shared = join(import.meta.dirname, '../../src-shared/node/open-database.ts')
  const program = `import { lockFolder } from '${join(import.meta.dirname, 'db/lock-folder.ts')}'
    import { openDatabase } from '${shared}'
    const folder = ${JSON.stringify(place.folder)}
    ${does}
    console.log('held')
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  others.push(child)
  await once(child.stdout, 'data')
  return child
}
const holdOutbox = `const key = Buffer.from('${Buffer.from(testKey).toString('hex')}', 'hex')
  const database = openDatabase(folder + '/outbox.db', { key })
  database.pragma('locking_mode = exclusive')
  database.exec('begin immediate; create table if not exists held (x)')`

async function end(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

function open(): Workstation {
  desk = openPatiently((onDamaged) => openTestWorkstation(place.folder, { onDamaged }), {
    folder: place.folder,
    timers: systemTimers,
    log: () => undefined,
  })
  return desk
}
const problem = async (at: Workstation): Promise<unknown> => {
  const reply = await at.call('desk.startup', {})
  return reply.ok ? (reply.value as { problem: { key: string } | null }).problem?.key : reply.error.code
}
async function until<T>(look: () => Promise<T>, isSo: (seen: T) => boolean): Promise<void> {
  const last = performance.now() + 15_000
  for (let seen = await look(); !isSo(seen); seen = await look()) {
    if (performance.now() > last) throw new Error(`not so: ${JSON.stringify(seen)}`)
    await new Promise((next) => setTimeout(next, 50))
  }
}

test('fault 36: a second program on one profile says so, touches nothing, and opens when the first has ended', async () => {
  openTestStore(place.folder).close()
  const ours = () => readdirSync(place.folder).filter((name) => !name.startsWith('desk.lock'))
  const files = ours()
  const first = await otherProgram('globalThis.unlock = lockFolder(folder)')
  const second = open()
  expect(await problem(second)).toBe('startup.problem.IN_USE')
  expect(await second.call('desk.status', {})).toEqual({ ok: false, error: { code: 'STORAGE_FAILED' } })
  expect(ours()).toEqual(files)
  const told: string[] = []
  second.onEvent(({ payload }) => told.push(...payload.topics))
  await end(first)
  await until(
    () => second.call('desk.status', {}),
    (reply) => reply.ok,
  )
  expect(told).toContain('desk')
})

test('fault 36: the lock ends with its program, however that ends, and one program cannot take it twice', () => {
  const store = openTestStore(place.folder)
  expect(() => openTestStore(place.folder)).toThrowError(expect.objectContaining({ code: 'IN_USE' }))
  store.close()
  openTestStore(place.folder).close()
})

test('fault 40: files that another program holds at the start: the desk waits and opens by itself', async () => {
  openTestStore(place.folder).close()
  const holder = await otherProgram(holdOutbox)
  const waiting = open()
  expect(await problem(waiting)).toBe('startup.problem.FILE_LOCKED')
  await end(holder)
  await until(
    () => waiting.call('desk.status', {}),
    (reply) => reply.ok,
  )
})

test('fault 40: an outbox held by another program refuses with a sentence, keeps nothing half, and works again after', async () => {
  const store = openTestStore(place.folder, { session: () => aSession() })
  const begin = () =>
    store.capture({
      type: 'interaction.openCase',
      body: {
        caseId: '01890000-0000-7000-8000-000000000001',
        contactId: '01890000-0000-7000-8000-000000000002',
        reference: '26-20001',
        recipe: 'sale',
        channel: 'walkIn',
        customerId: null,
      },
    })
  const holder = await otherProgram(holdOutbox.replace(`database.pragma('locking_mode = exclusive')`, ''))
  expect(begin()).toMatchObject({ ok: false, error: { code: 'FILE_LOCKED' } })
  await end(holder)
  expect(begin()).toMatchObject({ ok: true })
  expect(store.commands.unsentSeqs()).toEqual([1])
  store.close()
  const again = openTestStore(place.folder)
  expect(again.mended.commands).toBe(0)
  expect(again.commands.countUnsent()).toBe(1)
  again.close()
})

test('fault 18: an outbox that breaks while the desk is open is set aside and mended, and the desk goes on', async () => {
  openTestStore(place.folder).close()
  let isDamaged = (): void => undefined
  desk = openPatiently(
    (onDamaged) => {
      isDamaged = onDamaged
      return openTestWorkstation(place.folder, { onDamaged })
    },
    { folder: place.folder, timers: systemTimers, log: () => undefined },
  )
  const running = desk
  const bytes = readFileSync(join(place.folder, 'outbox.db'))
  bytes.fill(7, 5 * 4096)
  writeFileSync(join(place.folder, 'outbox.db'), bytes)
  isDamaged()
  await until(
    () => running.call('desk.notices', {}),
    (reply) => reply.ok && JSON.stringify(reply.value).includes('outboxDamaged'),
  )
  expect(readdirSync(place.folder).some((name) => name.startsWith('outbox.damaged-'))).toBe(true)
})
