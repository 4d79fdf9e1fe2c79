import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Ids } from '#shared/kernel/ids.ts'
import { uuidV7 } from '#shared/kernel/ids.ts'
import type { Clock, Timers } from '../clock.ts'
import { systemClock, systemTimers } from '../clock.ts'
import { failureCode } from '../db/failure.ts'
import { migrate } from '../db/migrate.ts'
import type { CoreStore } from '../db/open-core-database.ts'
import { openCoreDatabase } from '../db/open-core-database.ts'
import { createBlocks } from '../jobs/blocks.ts'
import { createClosing } from '../jobs/closing.ts'
import { createDecisions } from '../jobs/decisions.ts'
import { createHolds } from '../jobs/holds.ts'
import { createMessages } from '../jobs/messages.ts'
import { createPortIns } from '../jobs/port-ins.ts'
import { createProvisioning } from '../jobs/provisioning.ts'
import { createTombstones } from '../jobs/tombstones.ts'
import type { Log } from '../log.ts'
import type { Core } from '../server.ts'
import { createCore } from '../server.ts'
import { builtInBureau } from '../slices/credit/built-in-bureau.ts'
import { httpBureau } from '../slices/credit/http-bureau.ts'
import { handlers } from '../slices/index.ts'

export interface OpenCoreOptions {
  readonly clock?: Clock
  readonly timers?: Timers
  readonly bureauUrl?: string | undefined
  readonly usageToken?: string | undefined
  readonly log: Log
}

const bureauTimeoutMs = 3_000

/** Opens a database of the core and brings it to this version; the last folder of an SQLite file's path is made. */
export async function openStore(address: string, key: Uint8Array | null): Promise<CoreStore> {
  if (address.startsWith('sqlite:')) await makeFolder(dirname(address.slice('sqlite:'.length)))
  const store = await openCoreDatabase(address, { key })
  try {
    await migrate(store)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

/** One folder, not its parents: Node's recursive mkdir never ends in some places, /proc for one. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder)
  } catch (error) {
    if (failureCode(error) !== 'EEXIST') throw error
  }
}

/** The whole core over an open store: all slices, provisioning and holds, the built-in bureau unless one has an address. */
export function coreOver(store: CoreStore, options: OpenCoreOptions): Core {
  const { clock = systemClock, timers = systemTimers, log } = options
  const onProblem = (error: unknown): void =>
    log('error', 'job.failed', { reason: error instanceof Error ? error.name : 'unknown' })
  const ids = systemIds(clock)
  const background = { core: store, clock, timers, onProblem }
  return createCore({
    db: store,
    clock,
    timers,
    networkTimers: systemTimers,
    ids,
    services: {
      bureau: options.bureauUrl
        ? httpBureau({ url: options.bureauUrl, timeoutMs: bureauTimeoutMs })
        : builtInBureau(store.db),
    },
    handlers,
    usageToken: options.usageToken,
    jobs: [
      createProvisioning(background),
      createHolds(background),
      createDecisions(background),
      createClosing(background),
      createBlocks(background),
      createPortIns({ ...background, ids }),
      createMessages({ ...background, ids }),
      createTombstones(background),
    ],
    log,
  })
}

/** UUIDv7 by the core's clock and the system's random source. */
export function systemIds(clock: Clock): Ids {
  return { next: () => uuidV7(clock.now(), randomBytes(10)) }
}
