import type { Timers } from '../clock.ts'

/** Work that repeats in the background. */
export interface Job {
  /** Begins; the first run comes after one interval. */
  readonly start: () => void
  /** Ends: resolves when the run under way, if any, is over. */
  readonly stop: () => Promise<void>
  /** Runs once now, or joins the run under way. Throws what the work throws. */
  readonly tick: () => Promise<void>
}

export interface JobOptions {
  readonly run: () => Promise<void>
  readonly everyMs: number
  readonly timers: Timers
  /** Hears of a failed run; the next one comes all the same. */
  readonly onProblem?: (error: unknown) => void
}

/** Makes a job: one run at a time, the next one a while after the last has ended. */
export function createJob({ run, everyMs, timers, onProblem }: JobOptions): Job {
  let isStarted = false
  let cancel: (() => void) | undefined
  let running: Promise<void> | undefined
  const tick = (): Promise<void> => {
    running ??= run().finally(() => {
      running = undefined
    })
    return running
  }
  const schedule = (): void => {
    if (!isStarted) return
    cancel = timers.after(everyMs, async () => {
      await tick().catch((error: unknown) => onProblem?.(error))
      schedule()
    })
  }
  return {
    tick,
    start: () => {
      if (isStarted) return
      isStarted = true
      schedule()
    },
    stop: async () => {
      isStarted = false
      cancel?.()
      await running?.catch(() => undefined)
    },
  }
}
