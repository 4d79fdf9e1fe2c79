import type { Clock, Log, Timers } from './outside.ts'

/** This machine's clock. */
export const systemClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() }

/** This machine's timers; they do not keep a process alive. */
export const systemTimers: Timers = {
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
}

/** A line of JSON on stderr when LINEDESK_LOG=1. */
export const systemLog: Log = (event, facts) => {
  if (process.env['LINEDESK_LOG'] !== '1') return
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), part: 'workstation', event, ...facts })}\n`)
}
