import type { Instant } from '#shared/kernel/date.ts'
import type { Clock, Timers } from '../outside.ts'

/** Whether the core answers: the one place behind the status line. */
export interface Reach {
  readonly ok: () => void
  readonly failed: () => void
  readonly isOnline: () => boolean
  readonly offlineSince: () => Instant | null
  readonly stop: () => void
}

/** A heartbeat comes every 15 s; with none for this long the line is dead whatever it looks like. */
export const silenceMs = 25_000

/** Online means: heard within the last seconds, and no failure since. `onChange` tells each turn. */
export function createReach(clock: Clock, timers: Timers, onChange: (isOnline: boolean) => void): Reach {
  let isOnline = false
  let since: Instant | null = clock.now()
  let cancel: (() => void) | undefined

  function turn(next: boolean): void {
    if (next === isOnline) return
    isOnline = next
    since = next ? null : clock.now()
    onChange(next)
  }
  function failed(): void {
    cancel?.()
    cancel = undefined
    turn(false)
  }
  return {
    ok: () => {
      cancel?.()
      cancel = timers.after(silenceMs, failed)
      turn(true)
    },
    failed,
    isOnline: () => isOnline,
    offlineSince: () => since,
    stop: () => cancel?.(),
  }
}
