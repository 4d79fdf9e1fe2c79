import type { Timers } from './outside.ts'

/** Does something again and again, each time some milliseconds after the last; the answer ends it. */
export function repeat(timers: Timers, ms: number, work: () => void): () => void {
  let cancel = timers.after(ms, run)
  return () => cancel()

  function run(): void {
    cancel = timers.after(ms, run)
    work()
  }
}
