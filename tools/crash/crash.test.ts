import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CrashPoint } from '#shared/node/crash-points.ts'
import { crash, prepare } from './test-crash.ts'

// One step of each kind; all of them run in tools/crash-matrix.ts, which writes docs/crash-matrix.md.
const folder = mkdtempSync(join(tmpdir(), 'crash-'))
beforeAll(() => prepare(join(folder, 'template')), 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each<readonly [fault: string, point: CrashPoint, time: number]>([
  ['fault 1: SIGKILL between journal and outbox', 'capture.journalSynced', 3],
  ['fault 2: SIGKILL with the core’s answer in hand', 'push.answered', 1],
  ['fault 3: SIGKILL between rows and cursor', 'pull.cursorSet', 2],
  ['fault 4: SIGKILL of the core before its commit', 'core.counted', 2],
])(
  '%s: nothing that was saved is lost or doubled, and all drains',
  async (_fault, point, time) => {
    const run = await crash(join(folder, 'template'), join(folder, 'run'), point, time)
    expect(run).toMatchObject({ isReached: true, lost: 0, doubled: 0, drainedAfterMs: expect.any(Number) })
    expect(run.saved).toBeGreaterThan(0)
  },
  300_000,
)

test.each<readonly [who: string, point: CrashPoint, time: number]>([
  ['the desk between journal and outbox', 'capture.journalSynced', 3],
  ['the core before its commit', 'core.counted', 2],
])(
  'fault 37: sleep in mid-transaction, %s: it goes on where it was',
  async (_who, point, time) => {
    const run = await crash(join(folder, 'template'), join(folder, 'run'), point, time, true)
    expect(run).toMatchObject({ isReached: true, lost: 0, doubled: 0, refused: 0, drainedAfterMs: expect.any(Number) })
    expect(run.saved).toBeGreaterThan(10)
  },
  300_000,
)
