/** A child program, whatever starts it: Electron's utilityProcess or Node's child_process. */
export interface Child {
  readonly send: (message: unknown) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
  /** `lastWords` is what it wrote to stderr before it ended, for the log. */
  readonly onExit: (listener: (code: number | null, lastWords: string) => void) => void
  readonly kill: () => void
}

export interface KeepAlive {
  readonly spawn: () => Child
  /** Called for each new child, before any of its messages. */
  readonly onStart: (child: Child) => void
  readonly onDeath?: (code: number | null, lastWords: string) => void
  readonly timers: Timers
}

export interface Timers {
  readonly now: () => number
  readonly after: (ms: number, run: () => void) => () => void
}

export const systemTimers: Timers = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

const shortestMs = 500
const longestMs = 30_000
/** A child that lived this long starts anew with the shortest wait. */
const healthyMs = 60_000

/**
 * Starts a child and starts it again when it dies, waiting 0.5 s, 1 s, 2 s up to 30 s. `stop` ends it for good, and resolves
 * when it is gone; with `graceMs` a child that was told to end has so long before it is killed.
 */
export function keepAlive(options: KeepAlive): { readonly stop: (graceMs?: number) => Promise<void> } {
  let isStopped = false
  let waitMs = shortestMs
  let child: Child | undefined
  let cancel = (): void => {}
  let gone = (): void => {}
  start()
  return {
    stop: (graceMs = 0) => {
      isStopped = true
      cancel()
      const living = child
      if (!living) return Promise.resolve()
      return new Promise((resolve) => {
        const kill = (): void => living.kill()
        const spare = graceMs > 0 ? options.timers.after(graceMs, kill) : kill()
        gone = () => {
          spare?.()
          resolve()
        }
      })
    },
  }

  function start(): void {
    const startedAt = options.timers.now()
    const started = options.spawn()
    child = started
    started.onExit((code, lastWords) => {
      if (isStopped) return gone()
      if (child !== started) return
      child = undefined
      if (options.timers.now() - startedAt >= healthyMs) waitMs = shortestMs
      options.onDeath?.(code, lastWords)
      cancel = options.timers.after(waitMs, start)
      waitMs = Math.min(waitMs * 2, longestMs)
    })
    options.onStart(started)
  }
}
