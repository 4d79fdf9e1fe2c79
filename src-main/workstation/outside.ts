import type { Instant } from '#shared/kernel/date.ts'

/** What the service needs from outside: handed in, so that a simulation can repeat every run. */
export interface Clock {
  readonly now: () => Instant
  /** Milliseconds that only ever grow, whatever is done to the clock; from any beginning. */
  readonly monotonic?: () => number
}

export interface Timers {
  /** Calls once after some milliseconds; the answer cancels. Never keeps the process alive by itself. */
  readonly after: (ms: number, run: () => void) => () => void
}

/** Random bytes from a source fit for keys and nonces. */
export type Random = (count: number) => Uint8Array

/** Lines for people who look for a fault. Ids and codes only: never a name, a phone number or an amount. */
export type Log = (event: string, facts?: Readonly<Record<string, string | number | boolean | null>>) => void

/** A whole number below `limit`, for jitter. */
export function randomBelow(random: Random, limit: number): number {
  const bytes = random(4)
  return Math.floor((new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) / 2 ** 32) * limit)
}
