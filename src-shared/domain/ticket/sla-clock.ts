import type { Instant } from '#shared/kernel/date.ts'
import type { TicketState } from './states.ts'
import { livingStates, pausedStates } from './states.ts'

/** What the clock of a ticket is read from; all of it the core's own moments. */
export interface SlaFacts {
  readonly startedAt: Instant
  readonly slaMinutes: number
  /** Whole pauses so far, in ms. */
  readonly pausedMs: number
  /** Since when it stands still; null while it runs. */
  readonly pausedSince: Instant | null
  /** When the matter was solved; null while it is not. */
  readonly stoppedAt: Instant | null
}

/** How the clock stands at a moment. Times in ms. */
export interface SlaReading {
  readonly isPaused: boolean
  readonly usedMs: number
  /** Negative once it is late. */
  readonly leftMs: number
  readonly pausedMs: number
  /** When the time is up; later by as long as it stands still. */
  readonly dueAt: Instant
}

const minuteMs = 60_000

/** Reads the clock. Pauses do not count; a clock that stands still has the same time left however long it stands. */
export function readSla(facts: SlaFacts, now: Instant): SlaReading {
  const until = facts.stoppedAt ?? now
  const standing = facts.pausedSince === null ? 0 : Math.max(0, until - facts.pausedSince)
  const pausedMs = facts.pausedMs + standing
  const usedMs = Math.max(0, until - facts.startedAt - pausedMs)
  const leftMs = facts.slaMinutes * minuteMs - usedMs
  return { isPaused: facts.pausedSince !== null, usedMs, leftMs, pausedMs, dueAt: until + leftMs }
}

/** What of a clock changes when its ticket goes to a state: it stands still, runs again, or has stopped. */
export function slaAfter(
  facts: SlaFacts,
  to: TicketState,
  now: Instant,
): Pick<SlaFacts, 'pausedMs' | 'pausedSince' | 'stoppedAt'> {
  const ended = facts.pausedSince === null ? 0 : Math.max(0, now - facts.pausedSince)
  if (pausedStates.includes(to))
    return { pausedMs: facts.pausedMs, pausedSince: facts.pausedSince ?? now, stoppedAt: null }
  const pausedMs = facts.pausedMs + ended
  if (!livingStates.includes(to)) return { pausedMs, pausedSince: null, stoppedAt: facts.stoppedAt ?? now }
  // opened again: what passed while everyone took it for solved is nobody's delay
  const solved = facts.stoppedAt === null ? 0 : Math.max(0, now - facts.stoppedAt)
  return { pausedMs: pausedMs + solved, pausedSince: null, stoppedAt: null }
}
