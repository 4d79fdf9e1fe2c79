import { openTestWorld } from '#core/test-world.ts'
import type { TestWorld } from '#core/test-world.ts'
import type { CoreStore } from '#core/db/open-core-database.ts'

/** A core in this process behind real HTTP, by a clock that only the test moves; its people share one password. */
export interface ManualCore extends TestWorld {
  readonly address: string
}

/** Opens it over an empty, migrated database. */
export async function openManualCore(store: CoreStore): Promise<ManualCore> {
  const world = await openTestWorld(store)
  const address = await world.core.app.listen({ port: 0, host: '127.0.0.1' })
  return { ...world, address }
}

/** A machine's clock and monotonic clock that the test sets. */
export function handClock(start: number) {
  let wall = start
  let monotonic = 0
  return {
    now: () => wall,
    monotonic: () => monotonic,
    /** Time passes. */
    pass: (ms: number) => {
      wall += ms
      monotonic += ms
    },
    /** Somebody sets the clock. */
    jump: (ms: number) => {
      wall += ms
    },
    /** The machine is started anew: its monotonic clock begins again. */
    restart: () => {
      monotonic = 0
    },
  }
}
