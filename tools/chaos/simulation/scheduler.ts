/** Virtual time: nothing happens but what was put here, one thing after another, each run to its end. */
export interface Scheduler {
  /** Milliseconds since 1970, as the world has it; desks and core may have clocks that differ. */
  readonly now: () => number
  /** Runs once after some virtual milliseconds; what is due at the same moment runs in the order it was put. */
  readonly after: (ms: number, run: () => void | Promise<void>) => () => void
  /** Does all that is due within a span, then stands at its end. */
  readonly advance: (ms: number) => Promise<void>
  /** Lets everything that is under way without waiting for time come to rest. */
  readonly settle: () => Promise<void>
}

interface Due {
  readonly at: number
  readonly order: number
  readonly run: () => void | Promise<void>
  isCancelled: boolean
}

/** Turns of Node's loop after which nothing of ours is still under way: promises, streams of one process, next ticks. */
const turns = 3

/** Starts virtual time at a moment. */
export function openScheduler(start: number): Scheduler {
  let now = start
  let made = 0
  const heap: Due[] = []

  async function settle(): Promise<void> {
    for (let turn = 0; turn < turns; turn += 1) await new Promise<void>((next) => setImmediate(next))
  }
  return {
    now: () => now,
    settle,
    after: (ms, run) => {
      const due = { at: now + Math.max(0, Math.ceil(ms)), order: (made += 1), run, isCancelled: false }
      push(heap, due)
      return () => {
        due.isCancelled = true
      }
    },
    advance: async (ms) => {
      const end = now + ms
      await settle()
      for (;;) {
        const next = heap[0]
        if (!next || next.at > end) break
        pop(heap)
        if (next.isCancelled) continue
        now = Math.max(now, next.at)
        await next.run()
        await settle()
      }
      now = end
    },
  }
}

function isBefore(one: Due, other: Due): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order)
}

function push(heap: Due[], due: Due): void {
  heap.push(due)
  for (let at = heap.length - 1; at > 0; ) {
    const parent = (at - 1) >> 1
    if (!swapIfBefore(heap, at, parent)) return
    at = parent
  }
}

function pop(heap: Due[]): void {
  const last = heap.pop()
  if (!last || heap.length === 0) return
  heap[0] = last
  for (let at = 0; ; ) {
    const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]]
    const child = left && right && isBefore(right, left) ? 2 * at + 2 : 2 * at + 1
    if (!swapIfBefore(heap, child, at)) return
    at = child
  }
}

/** Puts the lower one up when it is due before the upper one. */
function swapIfBefore(heap: Due[], lower: number, upper: number): boolean {
  const [low, up] = [heap[lower], heap[upper]]
  if (!low || !up || !isBefore(low, up)) return false
  heap[lower] = up
  heap[upper] = low
  return true
}
