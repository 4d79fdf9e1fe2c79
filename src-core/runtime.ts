import type { Ids } from '#shared/kernel/ids.ts'
import type { Reached } from '#shared/node/crash-points.ts'
import type { Clock } from './clock.ts'
import type { CoreStore } from './db/open-core-database.ts'
import type { Log } from './log.ts'
import type { HandlerMap } from './sync/handler-map.ts'
import type { Services } from './sync/handler.ts'

/** What the core's machinery works with; everything outside of it is handed in. */
export interface CoreRuntime {
  readonly store: CoreStore
  readonly clock: Clock
  readonly ids: Ids
  readonly services: Services
  readonly handlers: HandlerMap
  readonly log: Log
  /** Told at each named step of a command's transaction. */
  readonly reached: Reached
  /** What other systems show to send usage; without one the core takes none over HTTP. */
  readonly usageToken?: string | undefined
  /** How many rows of one table end a page of the feed; `pullPageRows` where it is not said. */
  readonly pageRows?: number | undefined
}
