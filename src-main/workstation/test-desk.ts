import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Session } from '#shared/domain/staff/contract.ts'
import { uuidV7 } from '#shared/kernel/ids.ts'
import { reachedInProcess } from '#shared/node/crash-points.ts'
import type { Store } from './db/open-store.ts'
import { openStore } from './db/open-store.ts'
import type { Capture } from './sync/capture.ts'
import { createCapture } from './sync/capture.ts'

/** For tests: a new folder that goes when the test is over. */
export function temporaryFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'linedesk-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export const testKey = new Uint8Array(32).fill(7)
export const agentId = uuidV7(1, new Uint8Array(10))

/** For tests: an agent of market `fr`; overrides as wanted. */
export function aSession(overrides: Partial<Session> = {}): Session {
  return {
    userId: agentId,
    name: 'Luc',
    role: 'store',
    scope: 'fr',
    deskName: 'Shop Nancy, Counter 2',
    signedInAt: 1,
    ...overrides,
  }
}

/** For tests: identifiers from the system's random source and a clock. */
export function testIds(now: () => number) {
  return { next: () => uuidV7(now(), randomBytes(10)) }
}

/** For tests: outbox and journal of a folder, and a capture over them. */
export function openTestStore(
  folder: string,
  options: { key?: Uint8Array; now?: () => number; session?: () => Session | undefined } = {},
): Store & Capture {
  const now = options.now ?? (() => 1_800_000_000_000)
  const ids = testIds(now)
  const store = openStore({
    folder,
    key: options.key ?? testKey,
    clock: { now },
    random: randomBytes,
    ids,
    log: () => undefined,
    passing: { sending: new Set(), blocked: new Set() },
  })
  const capture = createCapture({
    ...store,
    inUnsynced: (work) => store.database.transaction(work)(),
    session: options.session ?? (() => aSession()),
    clock: { now },
    ids,
    log: () => undefined,
    reached: reachedInProcess,
    onCaptured: () => undefined,
  })
  return { ...store, ...capture }
}
