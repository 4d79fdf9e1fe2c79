import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { uuidV7 } from '#shared/kernel/ids.ts'
import { isCommandSigned } from '#shared/node/crypto.ts'
import { openTestStore, temporaryFolder } from '../test-desk.ts'
import { isDamage } from './open-outbox.ts'

let place: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  place = temporaryFolder()
})
afterEach(() => place.remove())

const newId = () => uuidV7(1_800_000_000_000, randomBytes(10))
const outbox = () => join(place.folder, 'outbox.db')
const segments = () =>
  readdirSync(join(place.folder, 'journal'))
    .filter((name) => name.endsWith('.journal'))
    .map((name) => join(place.folder, 'journal', name))

type TestStore = ReturnType<typeof openTestStore>

/** Saves notes of some length each and gives their ids. */
function saved(store: TestStore, count: number): string[] {
  return Array.from({ length: count }, () => {
    const result = store.capture({
      type: 'interaction.saveCaseStep',
      body: {
        caseId: newId(),
        step: 'reason',
        fields: { note: 'x'.repeat(300) },
        note: '',
        customerId: null,
        state: 'finished',
      },
    })
    if (!result.ok) throw new Error(result.error.code)
    return result.value
  })
}

/** Saves as said, and leaves the files as a clean close leaves them. */
function filled(count: number): { readonly ids: readonly string[]; readonly deviceId: string } {
  const store = openTestStore(place.folder)
  const ids = saved(store, count)
  store.close()
  return { ids, deviceId: store.device.id }
}

function flip(file: string, at: number): void {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ 0x10
  writeFileSync(file, bytes)
}
const unsent = (store: TestStore) => store.commands.unsent().map(({ id }) => id)

test('fault 18: one flipped bit in any page of the outbox is found, the file set aside, every command put back', () => {
  const { ids, deviceId } = filled(60)
  const whole = readFileSync(outbox())
  const pages = whole.length / 4096
  expect(pages).toBeGreaterThan(12)
  for (let page = 0; page < pages; page += 3) {
    const bytes = Buffer.from(whole)
    const at = page * 4096 + 100 + page * 7
    bytes[at] = (bytes[at] ?? 0) ^ 1
    for (const end of ['-wal', '-shm']) rmSync(outbox() + end, { force: true })
    writeFileSync(outbox(), bytes)
    const store = openTestStore(place.folder)
    expect(unsent(store)).toEqual(ids)
    expect(store.device.id).toBe(deviceId)
    const { file } = store.mended.outbox ?? {}
    expect(readFileSync(join(place.folder, file ?? '')).equals(bytes)).toBe(true)
    store.close()
  }
})

test('fault 18: an outbox that is gone is made anew: same desk, every command, and numbering goes on behind the last', () => {
  const { ids, deviceId } = filled(3)
  for (const end of ['', '-wal', '-shm']) rmSync(outbox() + end, { force: true })
  const store = openTestStore(place.folder)
  expect(store.mended).toMatchObject({ commands: 3, outbox: { file: null } })
  expect(store.device.id).toBe(deviceId)
  const [next] = saved(store, 1)
  expect(unsent(store)).toEqual([...ids, next])
  expect(store.commands.unsentSeqs()).toEqual([1, 2, 3, 4])
  store.close()
})

test('fault 18: numbers are never given twice, also when the segments that held them are long dropped', () => {
  const start = 1_800_000_000_000
  const first = openTestStore(place.folder, { now: () => start })
  for (const id of saved(first, 5)) first.commands.decide(decided(id))
  first.close()
  const later = start + 80 * 86_400_000
  openTestStore(place.folder, { now: () => start + 40 * 86_400_000 }).close()
  openTestStore(place.folder, { now: () => later }).close()
  for (const end of ['', '-wal', '-shm']) rmSync(outbox() + end, { force: true })
  const store = openTestStore(place.folder, { now: () => later })
  expect(store.mended.commands).toBe(0)
  saved(store, 1)
  expect(store.commands.unsentSeqs()).toEqual([6])
  store.close()
})

function decided(id: string) {
  const nothing = { code: '', details: '{}', snapshot: '{}', choices: '[]' }
  return { id, state: 'applied', ...nothing, decidedAt: 1, isSettled: true } as const
}

test('fault 17: a WAL that was flipped, cut or taken away costs no command', () => {
  const damages: ((wal: string) => void)[] = [
    (wal) => flip(wal, 32 + 24 + 500),
    (wal) => flip(wal, Math.floor(statSync(wal).size / 2)),
    (wal) => flip(wal, 8),
    (wal) => truncateSync(wal, Math.floor(statSync(wal).size * 0.6)),
    (wal) => rmSync(wal),
  ]
  for (const damage of damages) {
    const folder = temporaryFolder()
    const store = openTestStore(folder.folder)
    const ids = saved(store, 20)
    // the program dies: its files as they are at this moment
    const copy = temporaryFolder()
    copyOpen(folder.folder, copy.folder)
    store.close()
    damage(join(copy.folder, 'outbox.db-wal'))
    rmSync(join(copy.folder, 'outbox.db-shm'), { force: true })
    const again = openTestStore(copy.folder)
    expect(unsent(again)).toEqual(ids)
    again.close()
    folder.remove()
    copy.remove()
  }
})

function copyOpen(from: string, to: string): void {
  for (const name of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
    const source = join(from, name)
    const stat = statSync(source)
    if (stat.isDirectory()) mkdirSync(join(to, name))
    else writeFileSync(join(to, name), readFileSync(source))
  }
}

test('fault 18: a flipped length in the middle of the journal costs one record, and nothing when the outbox is whole', () => {
  const { ids } = filled(6)
  const [segment = ''] = segments()
  const { size } = statSync(segment)
  flip(segment, Math.floor(size / 2))
  const whole = openTestStore(place.folder)
  expect(unsent(whole)).toEqual(ids)
  whole.close()
  for (const end of ['', '-wal', '-shm']) rmSync(outbox() + end, { force: true })
  const store = openTestStore(place.folder)
  expect(store.mended.damaged).toBe(1)
  expect(unsent(store)).toHaveLength(5)
  saved(store, 1)
  expect(store.commands.unsentSeqs().at(-1)).toBe(7)
  store.close()
})

test('fault 18: a damaged head of a journal segment is damage, no wrong key, and its records are read all the same', () => {
  const { ids } = filled(4)
  for (const at of [1, 6, 15, 30]) {
    const [segment = ''] = segments()
    const former = readFileSync(segment)
    flip(segment, at)
    for (const end of ['', '-wal', '-shm']) rmSync(outbox() + end, { force: true })
    const store = openTestStore(place.folder)
    expect(unsent(store)).toEqual(ids)
    store.close()
    writeFileSync(segment, former)
  }
})

test('fault 18: outbox and journal damaged at once: what can be read is there, both are kept, and the desk opens', () => {
  const { ids } = filled(5)
  const [segment = ''] = segments()
  flip(segment, Math.floor(statSync(segment).size / 2))
  flip(outbox(), 4096 * 3 + 77)
  const store = openTestStore(place.folder)
  expect(store.mended.damaged).toBe(1)
  expect(unsent(store).every((id) => ids.includes(id))).toBe(true)
  expect(unsent(store)).toHaveLength(4)
  expect(existsSync(segment)).toBe(true)
  store.close()
})

test('fault 19: a wrong key opens nothing, deletes nothing and makes nothing new', () => {
  filled(2)
  const before = readdirSync(place.folder, { recursive: true, encoding: 'utf8' }).sort()
  expect(() => openTestStore(place.folder, { key: randomBytes(32) })).toThrowError(
    expect.objectContaining({ code: 'KEY_WRONG' }),
  )
  expect(readdirSync(place.folder, { recursive: true, encoding: 'utf8' }).sort()).toEqual(before)
  rmSync(outbox())
  expect(() => openTestStore(place.folder, { key: randomBytes(32) })).toThrowError(
    expect.objectContaining({ code: 'KEY_WRONG' }),
  )
})

test('a command numbered anew keeps its id and body, is signed again, and a lost outbox knows only the new number', () => {
  const store = openTestStore(place.folder)
  const [id = ''] = saved(store, 2)
  const before = store.commands.kept(id)?.command
  store.numbersUsed(40)
  store.renumber(id)
  const after = store.commands.kept(id)?.command
  expect(after).toMatchObject({ id, deviceSeq: 41, bodyHash: before?.bodyHash, body: before?.body })
  expect(after && isCommandSigned(after, store.device.publicKey)).toBe(true)
  expect(store.commands.unsentSeqs()).toEqual([2, 41])
  store.close()
  for (const end of ['', '-wal', '-shm']) rmSync(outbox() + end, { force: true })
  const again = openTestStore(place.folder)
  expect(again.commands.unsentSeqs()).toEqual([2, 41])
  expect(again.commands.kept(id)?.command).toEqual(after)
  again.close()
})

test('fault 18: a page that breaks under an open outbox is known as damage, not taken for a bug', () => {
  const store = openTestStore(place.folder)
  saved(store, 60)
  store.database.pragma('wal_checkpoint(truncate)')
  store.database.pragma('cache_size = 0')
  store.database.pragma('shrink_memory')
  const bytes = readFileSync(outbox())
  bytes.fill(7, 3 * 4096)
  writeFileSync(outbox(), bytes)
  let thrown: unknown
  try {
    store.commands.queue()
  } catch (error) {
    thrown = error
  }
  expect(isDamage(thrown)).toBe(true)
  store.close()
})
