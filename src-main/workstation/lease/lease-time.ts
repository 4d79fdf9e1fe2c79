import type { Instant } from '#shared/kernel/date.ts'
import type { Meta } from '../db/meta.ts'
import type { Clock } from '../outside.ts'

/** The core's time as this desk can know it while the core is away. */
export interface LeaseTime {
  /** The core's time now; undefined before the core ever told it. */
  readonly now: () => Instant | undefined
  /** The core has just told its time: what this machine's clock said before counts no more. */
  readonly heard: (coreTime: Instant) => void
  /** Keeps how far time has come, so that a start with a clock set back does not begin anew. */
  readonly keep: () => void
}

/**
 * Time since the core last told it: by the highest moment this machine's clock has ever shown, and by its monotonic clock
 * (sync.md, "Time, versions, people"). A clock set back wins nothing; one set forward ends leases early until the core
 * answers again. This desk's clock decides nothing else.
 */
export function createLeaseTime(clock: Clock, meta: Meta): LeaseTime {
  const monotonic = clock.monotonic ?? (() => 0)
  let highest = Math.max(clock.now(), meta.get('highestTime') ?? 0)
  let at = monotonic()

  function seen(): Instant {
    const passed = monotonic()
    // what was captured meanwhile has kept its moment too
    highest = Math.max(clock.now(), meta.get('highestTime') ?? 0, highest + Math.max(0, passed - at))
    at = passed
    return highest
  }
  return {
    now: () => {
      const told = meta.get('coreTime')
      return told && told.core + Math.max(0, seen() - told.seen)
    },
    heard: (coreTime) => {
      highest = clock.now()
      at = monotonic()
      meta.set('highestTime', Math.floor(highest))
      meta.set('coreTime', { core: coreTime, seen: Math.floor(highest) })
    },
    keep: () => meta.set('highestTime', Math.floor(seen())),
  }
}
