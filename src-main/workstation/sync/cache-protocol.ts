import { z } from 'zod'
import type { HeldAnchor } from '#shared/contract/anchor.ts'
import type { OutcomeRow } from '#shared/contract/mirror.ts'
import type { SignedText } from '#shared/domain/staff/lease.ts'
import type { Instant, IsoDate } from '#shared/kernel/date.ts'
import type { Id } from '#shared/kernel/ids.ts'

/** What a cache writer must know from the beginning. */
export interface CacheWriterConfig {
  readonly folder: string
  readonly key: Uint8Array
  readonly deviceId: Id
  /** The file in use, as outbox.db has it; null before the first load. */
  readonly current: { readonly number: number; readonly scope: string } | null
}

/** What the service tells its cache writer. */
export type CacheOrder =
  /** Pull under this sign-in from now on, and stay connected. */
  | { readonly kind: 'connect'; readonly address: string; readonly token: string; readonly scope: string }
  | { readonly kind: 'disconnect' }
  | { readonly kind: 'cable'; readonly isPulled: boolean }
  | { readonly kind: 'pull' }
  /** The link of the audit's chain that this desk holds on to: the core is asked whether it stands. */
  | { readonly kind: 'anchor'; readonly anchor: HeldAnchor }
  /** Compare the mirror with the core; `compared` follows. */
  | { readonly kind: 'compare' }
  /** A page of this file does not open: its successor is loaded, whenever the core can be reached. */
  | { readonly kind: 'damaged'; readonly number: number }
  /** The service reads this file now: older ones may go. */
  | { readonly kind: 'switched'; readonly number: number }
  | { readonly kind: 'close' }

/** The end of a pull: what the core said of itself. */
export interface FeedEnd {
  readonly epoch: string
  readonly cursor: number
  readonly asOf: Instant
  readonly businessDate: IsoDate
  readonly customers: number
  /** The audit's head as the core signed it. */
  readonly anchor?: SignedText | undefined
}

/** What the cache writer tells the service. */
export type CacheReport =
  | {
      readonly kind: 'progress'
      readonly step: 'sync' | 'index'
      readonly done: number
      readonly of: number
      readonly tookMs: number
      readonly isDone: boolean
    }
  /** A whole file is there: read it from now on, then say `switched`. */
  | { readonly kind: 'loaded'; readonly number: number; readonly scope: string; readonly end: FeedEnd }
  /** Rows, outcomes and cursor are in the current file, in one transaction. */
  | {
      readonly kind: 'pulled'
      readonly tables: readonly string[]
      readonly outcomes: readonly OutcomeRow[]
      readonly end: FeedEnd
    }
  /** The mirror was compared: tables that are not as the core has them. They are being loaded anew. */
  | { readonly kind: 'compared'; readonly tables: readonly string[] }
  | { readonly kind: 'alive' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'refused'; readonly code: string; readonly token: string }
  | { readonly kind: 'storage'; readonly problem: string }
  | { readonly kind: 'closed' }

/** A cache writer as the service holds it, in a thread of its own or not. */
export interface CacheWriter {
  readonly order: (order: CacheOrder) => void
  readonly close: () => Promise<void>
}

export type SpawnCacheWriter = (config: CacheWriterConfig, onReport: (report: CacheReport) => void) => CacheWriter

/** The end line as the cache keeps it. */
export const syncStateSchema = z.object({
  shape: z.string(),
  scope: z.string(),
  epoch: z.string(),
  cursor: z.number(),
  is_complete: z.number(),
  as_of: z.number(),
  business_date: z.string(),
  customers: z.number(),
})
export type SyncState = z.infer<typeof syncStateSchema>

/** The end of the pull that a cache keeps. */
export function endOf(state: SyncState): FeedEnd {
  const { epoch, cursor, as_of: asOf, business_date: businessDate, customers } = state
  return { epoch, cursor, asOf, businessDate, customers }
}
