import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { CoreDatabase } from '#core/db/schema.ts'
import type { CoreStore } from '#core/db/open-core-database.ts'
import { openCoreDatabase } from '#core/db/open-core-database.ts'
import type { Core } from '#core/server.ts'
import { beginRun } from '#core/sync/begin-run.ts'
import { renewEpoch } from '#core/sync/epoch.ts'
import type { CrashPoint } from '#shared/node/crash-points.ts'
import { uuidV7 } from '#shared/kernel/ids.ts'
import type { Chance } from '../random.ts'
import type { JumpingClock, Life } from './clock.ts'
import { died, jumpingClock, openLife } from './clock.ts'
import { coreProgram } from './core-program.ts'
import { watchDisk } from './disk.ts'
import type { DatabaseKind, Markets } from './market.ts'
import { copySqlite, fileOf, keyOf } from './market.ts'
import { watchPostgres } from './postgres.ts'
import type { Scheduler } from './scheduler.ts'
import type { WireAnswer, WireRequest, WireStream } from './wire.ts'
import { headersOf, injected } from './wire.ts'

/** The real core in virtual time. It may be killed at any write, and its database put back to an earlier copy. */
export interface SimCore {
  readonly kind: DatabaseKind
  readonly clock: JumpingClock
  readonly isUp: () => boolean
  readonly start: () => Promise<void>
  /** No word of farewell: what is not committed is gone, whoever waits for an answer gets none. */
  readonly kill: () => Promise<void>
  /** Kills it before its n-th write from now. */
  readonly killAtWrite: (count: number) => void
  /** Kills it the next time it comes to a named crash point; undefined takes that back. */
  readonly killAtPoint: (point: CrashPoint | undefined) => void
  /** Throws when nobody answers, or no longer. */
  readonly ask: (request: WireRequest) => Promise<WireAnswer>
  readonly listen: (
    request: WireRequest,
    onBytes: (bytes: Uint8Array) => void,
    onEnd: () => void,
  ) => Promise<WireStream>
  /** Keeps a copy of the database as it is; killed before and started after. */
  readonly keepCopy: () => Promise<void>
  readonly hasCopy: () => boolean
  /** Puts the kept copy in the database's place, with a new epoch: what came after it is lost to this core. */
  readonly restoreCopy: () => Promise<void>
  readonly stopJobs: () => Promise<void>
  /** Commands whose note holds this word fail in their handler while it is set; '' for none. */
  readonly setPoison: (word: string) => void
  readonly hasPoison: () => boolean
  /** Rows of the living database, for the checker. */
  readonly query: (text: string) => Promise<readonly Record<string, unknown>[]>
  /** Ends it; where a folder is given a copy of its file stays there, for whoever must look. */
  readonly close: (evidence?: string) => Promise<void>
}

export interface SimCoreOptions {
  readonly kind: DatabaseKind
  readonly markets: Markets
  readonly scheduler: Scheduler
  readonly chance: Chance
  /** Hears of every death, planned or not. */
  readonly onDeath: () => void
  readonly onDeathAt: (point: CrashPoint) => void
  /** The core takes itself for a copy of which nobody told it. */
  readonly onUnsaidRestore: () => void
}

interface Living {
  readonly core: Core
  readonly life: Life
  readonly endStreams: Set<() => void>
  readonly unwatch: () => void
}

/** A core over a market of its own; `start` it first. */
export async function openSimCore(options: SimCoreOptions): Promise<SimCore> {
  const { kind, markets, scheduler } = options
  const clock = jumpingClock(scheduler)
  const chance = options.chance.fork('core')
  // a core that was started often has leaps in its feed: small pages end near them
  const pageRows = chance.pick([15, 60, 240])
  let address = await markets.copy(kind)
  let copy: string | undefined
  let living: Living | undefined
  let writesLeft = Number.POSITIVE_INFINITY
  let poison = ''
  let deadlyPoint: CrashPoint | undefined
  let observer: CoreStore | undefined
  const ending: Promise<unknown>[] = []

  async function start(): Promise<void> {
    if (living) return
    const life = openLife(scheduler)
    writesLeft = Number.POSITIVE_INFINITY
    const onWrite = (): void => {
      if (life.isOver()) throw died()
      writesLeft -= 1
      if (writesLeft > 0) return
      die()
      throw died()
    }
    const unwatch = kind === 'sqlite' ? watchDisk(fileOf(address), { onWrite }) : watchPostgres(address, onWrite)
    const store = await openCoreDatabase(address, { key: keyOf(address), poolSize: 6 })
    await beginRun(store, (size) => chance.bytes(size))
    const core = coreOver(store, life)
    living = { core, life, unwatch, endStreams: new Set() }
    core.startJobs()
  }

  function coreOver(store: CoreStore, life: Life): Core {
    return coreProgram({
      store,
      clock,
      timers: life.timers,
      ids: { next: () => uuidV7(clock.now(), chance.bytes(10)) },
      pageRows,
      poison: () => poison,
      onUnsaidRestore: options.onUnsaidRestore,
      reached: (point) => {
        if (life.isOver()) throw died()
        if (point !== deadlyPoint) return
        options.onDeathAt(point)
        die()
        throw died()
      },
    })
  }

  /** The instant of death: nothing of it goes on, and the file is what it is now. */
  function die(): void {
    if (!living) return
    const dead = living
    living = undefined
    deadlyPoint = undefined
    dead.life.end()
    if (kind === 'sqlite') {
      const next = nextFile(fileOf(address))
      copySqlite(fileOf(address), next)
      address = `sqlite:${next}`
    }
    for (const end of dead.endStreams) end()
    ending.push(bury(dead))
    options.onDeath()
  }

  async function bury(dead: Living): Promise<void> {
    await scheduler.settle()
    dead.unwatch()
    await dead.core.close().catch(() => undefined)
  }

  function now(): Living {
    if (!living) throw died()
    return living
  }

  async function observe(): Promise<Kysely<CoreDatabase>> {
    if (living) return living.core.runtime.store.reader
    observer ??= await openCoreDatabase(address, { key: keyOf(address), poolSize: 1 })
    return observer.db
  }

  async function stopObserving(): Promise<void> {
    await observer?.close()
    observer = undefined
  }

  const sim: SimCore = {
    kind,
    clock,
    isUp: () => living !== undefined,
    start: async () => {
      await stopObserving()
      await start()
    },
    kill: async () => {
      die()
      await Promise.all(ending.splice(0))
    },
    killAtWrite: (count) => {
      writesLeft = count
    },
    killAtPoint: (point) => {
      deadlyPoint = point
    },
    ask: async (request) => {
      const { core, life } = now()
      const answer = await Promise.race([core.app.inject(injected(request)), life.over])
      return { status: answer.statusCode, headers: headersOf(answer), body: new Uint8Array(answer.rawPayload) }
    },
    listen: async (request, onBytes, onEnd) => {
      const { core, life, endStreams } = now()
      const asked = core.app.inject({ ...injected(request), payloadAsStream: true })
      const answer = await Promise.race([asked, life.over])
      const body = answer.stream()
      const end = (): void => {
        if (endStreams.delete(end)) onEnd()
      }
      endStreams.add(end)
      body.on('data', (bytes: Uint8Array) => {
        if (endStreams.has(end)) onBytes(bytes)
      })
      body.on('end', end)
      body.on('error', end)
      const leave = (): void => {
        endStreams.delete(end)
        answer.raw.res.destroy()
      }
      return { status: answer.statusCode, headers: headersOf(answer), leave }
    },
    keepCopy: async () => {
      const wasUp = living !== undefined
      await sim.kill()
      await stopObserving()
      copy = await markets.copy(kind, address)
      if (wasUp) await sim.start()
    },
    hasCopy: () => copy !== undefined,
    restoreCopy: async () => {
      if (copy === undefined) return
      await sim.kill()
      await stopObserving()
      address = await markets.copy(kind, copy)
      await giveNewEpoch(address, clock.now(), chance)
      await sim.start()
    },
    stopJobs: async () => living?.core.stopJobs(),
    setPoison: (word) => {
      poison = word
    },
    hasPoison: () => poison !== '',
    query: async (text) => {
      const { rows } = await sql.raw<Record<string, unknown>>(text).execute(await observe())
      return rows
    },
    close: async (evidence) => {
      await sim.kill()
      await stopObserving()
      if (evidence !== undefined && kind === 'sqlite') copySqlite(fileOf(address), join(evidence, 'core.db'))
    },
  }
  return sim
}

function nextFile(file: string): string {
  const [, base = file, , generation = '0'] = /^(.*?)(\.g(\d+))?\.db$/.exec(file) ?? []
  return `${base}.g${Number(generation) + 1}.db`
}

/** What `npm run core -- restored` does. */
async function giveNewEpoch(address: string, at: number, chance: Chance): Promise<void> {
  const store = await openCoreDatabase(address, { key: keyOf(address), poolSize: 1 })
  const ids = { next: () => uuidV7(at, chance.bytes(10)) }
  await renewEpoch({ store, clock: { now: () => at }, ids }, 'declared')
  await store.close()
}
