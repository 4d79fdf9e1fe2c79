import type { FastifyInstance } from 'fastify'
import type { Ids } from '#shared/kernel/ids.ts'
import type { Reached } from '#shared/node/crash-points.ts'
import { reachedInProcess } from '#shared/node/crash-points.ts'
import type { Clock, Timers } from './clock.ts'
import type { CoreStore } from './db/open-core-database.ts'
import { createApp } from './http/app.ts'
import type { Log } from './log.ts'
import type { CoreRuntime } from './runtime.ts'
import type { HandlerMap } from './sync/handler-map.ts'
import type { Services } from './sync/handler.ts'
import { watchCounter } from './sync/watch-counter.ts'

export interface CoreOptions {
  /** The migrated database, from `openCoreDatabase` and `migrate`. Closed with the core. */
  readonly db: CoreStore
  readonly clock: Clock
  readonly timers: Timers
  /** Timers of the network (heartbeats, polling), where `timers` stand still; the same by default. */
  readonly networkTimers?: Timers
  readonly ids: Ids
  readonly services: Services
  readonly handlers: HandlerMap
  /** Background work beside the requests: provisioning, expired holds. */
  readonly jobs?: readonly Job[]
  readonly log: Log
  /** Told at each named step (crash-points.ts); this process's own by default. */
  readonly reached?: Reached | undefined
  readonly pageRows?: number | undefined
  /** What other systems show to send usage. */
  readonly usageToken?: string | undefined
}

/** Background work that can be started and stopped; `stop` waits for what is under way. */
export interface Job {
  readonly start: () => void
  readonly stop: () => void | Promise<void>
}

export interface Core {
  /** The door: `app.inject(...)` in tests, `app.listen(...)` in the program. */
  readonly app: FastifyInstance
  readonly runtime: CoreRuntime
  readonly startJobs: () => void
  readonly stopJobs: () => Promise<void>
  /** Ends jobs, streams and requests, then closes the database. */
  readonly close: () => Promise<void>
}

/** The core over an open database. Nothing runs until `app.listen` and `startJobs`. */
export function createCore(options: CoreOptions): Core {
  const { db: store, clock, ids, services, handlers, log, reached = reachedInProcess, pageRows, usageToken } = options
  const runtime: CoreRuntime = { store, clock, ids, services, handlers, log, reached, pageRows, usageToken }
  const networkTimers = options.networkTimers ?? options.timers
  const app = createApp(runtime, networkTimers)
  const jobs: readonly Job[] = [...(options.jobs ?? []), watchCounter(store, networkTimers)]
  const stopJobs = async (): Promise<void> => {
    for (const job of jobs) await job.stop()
  }
  return {
    app,
    runtime,
    startJobs: () => {
      for (const job of jobs) job.start()
    },
    stopJobs,
    close: async () => {
      await stopJobs()
      await app.close()
      await store.close()
    },
  }
}
