import type { Instant } from '#shared/kernel/date.ts'

/** Where the core's time comes from; the only clock its decisions know. */
export interface Clock {
  readonly now: () => Instant
}

/** Work to be done later. `run` may be asynchronous; what it throws is the caller's own matter. */
export interface Timers {
  /** Runs once after some milliseconds; gives a function that cancels it. */
  readonly after: (ms: number, run: () => void | Promise<void>) => () => void
}

/** The machine's own clock and timers; they never keep the process alive. */
export const systemClock: Clock = { now: () => Date.now() }

export const systemTimers: Timers = {
  after: (ms, run) => {
    const timer = setTimeout(() => void run(), ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
}

/** A clock that stands still until it is advanced, and timers that run by it: for tests and `--clock manual`. */
export interface ManualClock {
  readonly clock: Clock
  readonly timers: Timers
  /** Moves time on; timers that fall due run in their order, each awaited. */
  readonly advance: (ms: number) => Promise<void>
}

/** Makes a clock that only `advance` moves. */
export function createManualClock(start: Instant): ManualClock {
  let now = start
  let waiting: readonly { readonly at: Instant; readonly run: () => void | Promise<void> }[] = []
  return {
    clock: { now: () => now },
    timers: {
      after: (ms, run) => {
        const timer = { at: now + ms, run }
        waiting = [...waiting, timer]
        return () => {
          waiting = waiting.filter((each) => each !== timer)
        }
      },
    },
    advance: async (ms) => {
      const end = now + ms
      for (;;) {
        const next = waiting.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0]
        if (!next) break
        waiting = waiting.filter((each) => each !== next)
        now = Math.max(now, next.at)
        await next.run()
      }
      now = end
    },
  }
}
