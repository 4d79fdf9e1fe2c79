import { execFileSync, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { uuidV7 } from '#shared/kernel/ids.ts'
import { storageProblemOf } from './storage-problem.ts'
import { openBlobs } from './sync/blobs.ts'
import { openJournal } from './sync/journal.ts'
import { openTestStore, temporaryFolder, testKey } from './test-desk.ts'

let place: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  place = temporaryFolder()
})
afterEach(() => place.remove())

const newId = () => uuidV7(1_800_000_000_000, randomBytes(10))
const save = (store: ReturnType<typeof openTestStore>) =>
  store.capture({
    type: 'interaction.saveCaseStep',
    body: {
      caseId: newId(),
      step: 'reason',
      fields: { note: 'x'.repeat(2_000) },
      note: '',
      customerId: null,
      state: 'finished',
    },
  })

/** A real disk of some KiB, where this machine lets us make one (root). */
function tinyDisk(kib: number): {
  readonly folder: string
  readonly grow: (kib: number) => void
  readonly remove: () => void
} {
  const folder = join(place.folder, 'disk')
  mkdirSync(folder)
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kib}k`, 'tmpfs', folder])
  return {
    folder,
    grow: (next) => void execFileSync('mount', ['-o', `remount,size=${next}k`, folder]),
    remove: () => void execFileSync('umount', ['--lazy', folder]),
  }
}

function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  return spawnSync('unshare', ['--mount', 'true']).status === 0
}

describe.runIf(canMount())('fault 6: a full disk', () => {
  test('fault 6: what does not fit is refused whole, what was saved stays, and with room it goes on in its order', () => {
    const disk = tinyDisk(400)
    try {
      const store = openTestStore(disk.folder)
      const answers = Array.from({ length: 120 }, () => save(store))
      const saved = answers.flatMap((answer) => (answer.ok ? [answer.value] : []))
      expect(saved.length).toBeGreaterThan(5)
      expect(saved.length).toBeLessThan(120)
      expect(answers.filter((answer) => !answer.ok)).toEqual(
        answers.flatMap((answer) => (answer.ok ? [] : [{ ok: false, error: { code: 'DISK_FULL' } }])),
      )
      disk.grow(4_000)
      const later = save(store)
      expect(later.ok).toBe(true)
      store.close()
      const again = openTestStore(disk.folder)
      expect(again.commands.unsent().map(({ id }) => id)).toEqual([...saved, later.ok && later.value])
      const numbers = again.commands.unsentSeqs()
      expect(new Set(numbers).size).toBe(numbers.length)
      again.close()
    } finally {
      disk.remove()
    }
  })

  test('fault 6: an attachment that does not fit leaves nothing behind, and fits when there is room', () => {
    const disk = tinyDisk(200)
    try {
      const blobs = openBlobs(join(disk.folder, 'blobs'), testKey, randomBytes)
      const paper = randomBytes(300_000)
      expect(() => blobs.keep(paper)).toThrow(expect.objectContaining({ code: 'ENOSPC' }))
      expect(readdirSync(join(disk.folder, 'blobs'))).toEqual([])
      disk.grow(1_000)
      expect(Buffer.from(blobs.read(blobs.keep(paper)) ?? []).equals(paper)).toBe(true)
    } finally {
      disk.remove()
    }
  })

  test('fault 6: a desk whose disk is full from the start says so and deletes nothing', () => {
    const disk = tinyDisk(300)
    try {
      openTestStore(disk.folder).close()
      const before = readdirSync(disk.folder).filter((name) => !name.startsWith('desk.lock'))
      try {
        writeFileSync(join(disk.folder, 'others'), randomBytes(1_000_000))
      } catch {
        // that is the point: not one byte is left
      }
      let thrown: unknown
      try {
        openTestStore(disk.folder).close()
      } catch (error) {
        thrown = error
      }
      expect(storageProblemOf(thrown)).toBe('DISK_FULL')
      expect(readdirSync(disk.folder)).toEqual(expect.arrayContaining(before))
      disk.grow(2_000)
      openTestStore(disk.folder).close()
    } finally {
      disk.remove()
    }
  })
})

test('fault 6: a journal that may not grow keeps each record whole or not at all', () => {
  const journal = join(import.meta.dirname, 'sync/journal.ts')
  const program = `import { openJournal } from '${journal}'
    import { randomBytes } from 'node:crypto'
    const { journal } = openJournal({ folder: ${JSON.stringify(place.folder)}, key: Buffer.alloc(32, 7),
      clock: { now: () => 1_800_000_000_000 }, random: randomBytes, from: null })
    for (let count = 0; count < 60; count += 1)
      try { journal.append(Buffer.alloc(900 + count, count)); console.log(count) } catch (error) { console.error(error.code) }`
  // the shell counts in KiB; this process may write no file longer than that
  const run = spawnSync(
    'bash',
    ['-c', 'ulimit -f 20; exec "$0" --input-type=module-typescript -e "$1"', process.execPath, program],
    {
      encoding: 'utf8',
      cwd: import.meta.dirname,
    },
  )
  const kept = run.stdout.trim().split('\n').map(Number)
  expect(run.stderr).toContain('EFBIG')
  expect(kept.length).toBeGreaterThan(10)
  const opened = openJournal({
    folder: place.folder,
    key: Buffer.alloc(32, 7),
    clock: { now: () => 1_800_000_000_000 },
    random: randomBytes,
    from: null,
  })
  expect(opened.records.map(({ payload }) => payload[0])).toEqual(kept)
  expect(opened.damaged).toBe(0)
  opened.journal.close()
})
