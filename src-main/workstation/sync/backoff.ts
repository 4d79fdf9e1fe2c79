import type { Random, Timers } from '../outside.ts'
import { randomBelow } from '../outside.ts'

const firstMs = 500
const longestMs = 30_000

/** How long to wait after some failures in a row: 0.5 s doubling to 30 s, half of it by chance so that desks spread. */
export function backoffMs(failures: number, random: Random): number {
  const full = Math.min(longestMs, firstMs * 2 ** Math.max(0, failures - 1))
  return full / 2 + randomBelow(random, full / 2)
}

/** What a round of a loop asks for: another one at once, after a wait, or only when woken. */
export type Next =
  | { readonly kind: 'again' }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'idle' }

export interface Loop {
  /** Run now, or once more as soon as the running round ends. */
  readonly wake: () => void
  /** Resolves when the running round has ended; nothing runs after. */
  readonly stop: () => Promise<void>
}

/** Runs one round after another, never two at once. A round that throws is a bug: it is told and tried again in 30 s. */
export function startLoop(timers: Timers, round: () => Promise<Next>, onBug: (error: unknown) => void): Loop {
  let running: Promise<void> | undefined
  let isWoken = false
  let isStopped = false
  let cancel: (() => void) | undefined

  async function run(): Promise<void> {
    for (;;) {
      isWoken = false
      let next: Next
      try {
        next = await round()
      } catch (error) {
        onBug(error)
        next = { kind: 'wait', ms: longestMs }
      }
      if (isStopped) return
      if (isWoken || next.kind === 'again') continue
      if (next.kind === 'wait') cancel = timers.after(next.ms, wake)
      return
    }
  }

  function wake(): void {
    isWoken = true
    cancel?.()
    cancel = undefined
    if (isStopped || running) return
    running = run().finally(() => {
      running = undefined
      // woken between the round's last look and its end
      if (isWoken && !isStopped && !cancel) wake()
    })
  }

  return {
    wake,
    stop: async () => {
      isStopped = true
      cancel?.()
      await running
    },
  }
}
