import type { Timers } from '../clock.ts'

/** So many at once; the others wait for their turn, first come, first served. */
export interface Turns {
  /** Resolves when it is the caller's turn, with what ends it. It ends by itself after `longestMs`. */
  readonly take: () => Promise<() => void>
}

/** A turn that somebody does not give back (a desk on a slow line) is not waited for longer than `longestMs`. */
export function createTurns(timers: Timers, atOnce: number, longestMs: number): Turns {
  const waiting: (() => void)[] = []
  let taken = 0

  function begin(): () => void {
    let isOver = false
    const end = (): void => {
      if (isOver) return
      isOver = true
      cancel()
      taken -= 1
      waiting.shift()?.()
    }
    taken += 1
    const cancel = timers.after(longestMs, end)
    return end
  }

  return {
    take: () =>
      taken < atOnce ? Promise.resolve(begin()) : new Promise((resolve) => waiting.push(() => resolve(begin()))),
  }
}
