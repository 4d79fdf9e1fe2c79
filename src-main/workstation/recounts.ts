import type { RecountedLine } from '#shared/domain/dispute/recount.ts'
import { recountSchema } from '#shared/domain/dispute/recount.ts'
import type { FetchBilling } from './fetch-billing.ts'

/** What the core counted of a bill: `asking` while it can be asked, for the first time or again, `away` while it cannot. */
export interface RecountKnown {
  readonly state: 'known' | 'asking' | 'away'
  readonly lines: readonly RecountedLine[]
}

export interface Recounts {
  /** What is known of a bill now, at once. */
  readonly of: (billId: string) => RecountKnown
  /** Asks the core where what is known is not of this minute; the same bill once at a time. */
  readonly ask: (billId: string) => Promise<RecountKnown>
}

export interface RecountParts {
  readonly fetchBilling: FetchBilling
  readonly isOnline: () => boolean
  readonly now: () => number
}

const freshMs = 60_000
const keptAtMost = 200

/** Bills counted anew by the core, kept in memory for a minute: nobody waits for them to see a matter. */
export function recounts({ fetchBilling, isOnline, now }: RecountParts): Recounts {
  const kept = new Map<string, { readonly lines: readonly RecountedLine[]; readonly at: number }>()
  const running = new Map<string, Promise<RecountKnown>>()
  const of = (billId: string): RecountKnown => {
    const one = kept.get(billId)
    if (one && (now() - one.at <= freshMs || !isOnline())) return { state: 'known', lines: one.lines }
    return { state: isOnline() ? 'asking' : 'away', lines: one?.lines ?? [] }
  }
  const fetched = async (billId: string): Promise<RecountKnown> => {
    const asked = await fetchBilling(`recount/${encodeURIComponent(billId)}`, recountSchema)
    running.delete(billId)
    if (!asked.ok && asked.error.code !== 'NOT_FOUND') return { state: 'away', lines: kept.get(billId)?.lines ?? [] }
    const lines = asked.ok ? asked.value.lines : []
    kept.delete(billId)
    kept.set(billId, { lines, at: now() })
    if (kept.size > keptAtMost) kept.delete([...kept.keys()][0] ?? '')
    return { state: 'known', lines }
  }
  return {
    of,
    ask: (billId) => {
      const known = of(billId)
      if (known.state !== 'asking') return Promise.resolve(known)
      const asking = running.get(billId) ?? fetched(billId)
      running.set(billId, asking)
      return asking
    },
  }
}
