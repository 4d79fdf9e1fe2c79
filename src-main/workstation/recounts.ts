import type { Recount, RecountedLine } from '#shared/domain/dispute/recount.ts'
import { recountSchema } from '#shared/domain/dispute/recount.ts'
import type { FetchBilling } from './fetch-billing.ts'

/** What the core counted of a bill: `asking` until it has answered, `away` while it cannot be asked. */
export interface RecountKnown {
  readonly state: 'known' | 'asking' | 'away'
  readonly lines: readonly RecountedLine[]
}

export interface Recounts {
  /** What is known of a bill now, at once. What is not, or is old, is asked; `changed` tells when it has come. */
  readonly of: (billId: string) => RecountKnown
}

export interface RecountParts {
  readonly fetchBilling: FetchBilling
  readonly isOnline: () => boolean
  readonly now: () => number
  /** An answer has come that is another one than before. */
  readonly changed: () => void
}

const freshMs = 60_000
const againMs = 10_000
const keptAtMost = 200

interface Kept {
  readonly lines: readonly RecountedLine[] | undefined
  readonly text: string
  readonly askedAt: number
  readonly isAsking: boolean
}

/** Asks the core to count bills anew, beside whatever the desk shows meanwhile; kept in memory for a minute. */
export function recounts({ fetchBilling, isOnline, now, changed }: RecountParts): Recounts {
  const kept = new Map<string, Kept>()
  const ask = async (billId: string, before: Kept | undefined): Promise<void> => {
    const { lines, text } = before ?? { lines: undefined, text: '' }
    kept.set(billId, { lines, text, askedAt: now(), isAsking: true })
    const asked = await fetchBilling(`recount/${encodeURIComponent(billId)}`, recountSchema)
    const got: Recount | undefined = asked.ok
      ? asked.value
      : asked.error.code === 'NOT_FOUND'
        ? { lines: [] }
        : undefined
    const next = { lines: got?.lines ?? lines, text: got ? JSON.stringify(got) : text }
    kept.set(billId, { ...next, askedAt: now(), isAsking: false })
    if (kept.size > keptAtMost) kept.delete([...kept.keys()][0] ?? '')
    if (next.text !== text || before === undefined) changed()
  }
  return {
    of: (billId) => {
      const one = kept.get(billId)
      const isOld = one === undefined || now() - one.askedAt > (one.lines ? freshMs : againMs)
      if (isOnline() && isOld && one?.isAsking !== true) void ask(billId, one)
      const after = kept.get(billId)
      if (after?.lines) return { state: 'known', lines: after.lines }
      return { state: after?.isAsking === true ? 'asking' : 'away', lines: [] }
    },
  }
}
