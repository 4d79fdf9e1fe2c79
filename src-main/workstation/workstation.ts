import type { Reply } from '#shared/contract/procedures.ts'
import type { Reached } from '#shared/node/crash-points.ts'
import type { DeskEvent } from './changes.ts'
import type { Clock, Log, Random, Timers } from './outside.ts'
import type { MakePdf } from './paper/paper.ts'
import type { DeskHandlers } from './serve/serve.ts'
import type { LaunchStep } from './startup.ts'
import type { SpawnCacheWriter } from './sync/cache-protocol.ts'

/** All a workstation needs of the outside. It never imports electron and reads no clock of its own. */
export interface WorkstationOptions {
  readonly folder: string
  /** 32 random bytes: the key of every file of this desk. */
  readonly key: Uint8Array
  readonly version: string
  readonly clock: Clock
  readonly timers: Timers
  readonly random: Random
  readonly fetch: typeof fetch
  readonly spawnCacheWriter: SpawnCacheWriter
  /** In a thread of its own, so that capture does not wait for it (`paperThread`). */
  readonly makePdf: MakePdf
  readonly handlers: DeskHandlers
  /** This desk was revoked and what it had not sent lies sealed in a file: its keys go, and with them all else. */
  readonly dropKeys?: (file: string) => void
  readonly log: Log
  /** Told at each named step (crash-points.ts); this process's own by default. */
  readonly reached?: Reached | undefined
  /** A page of the outbox does not open any more: opening the desk anew mends it. */
  readonly onDamaged?: (() => void) | undefined
}

/** Where the core is, whether it lives on this machine, and the demonstration's password where there is one. */
export interface CorePlace {
  readonly address: string
  readonly embedded: boolean
  readonly demoPassword?: string | undefined
}

export interface Workstation {
  readonly call: (name: string, input: unknown) => Promise<Reply>
  /** Gives a function that ends the listening. */
  readonly onEvent: (listener: (event: DeskEvent) => void) => () => void
  readonly setCore: (place: CorePlace) => void
  /** A step of the start that the launcher sees: build, core. */
  readonly setStartup: (step: LaunchStep) => void
  readonly close: () => Promise<void>
}
