import type { SignedText } from '#shared/domain/staff/lease.ts'
import type { Reached } from '#shared/node/crash-points.ts'
import type { Clock, Log, Timers } from './outside.ts'
import { topicsOf, topicsOfDecided, topicsOfLoad } from './changes.ts'
import type { CommandStore } from './db/commands.ts'
import type { Meta } from './db/meta.ts'
import type { Market } from './market.ts'
import type { StartupMachine } from './startup.ts'
import type { CacheOrder, CacheReport, FeedEnd } from './sync/cache-protocol.ts'
import { decideFromFeed, decideFromMirror } from './sync/outcomes.ts'
import type { Reach } from './sync/reach.ts'
import type { ViewMachine } from './sync/view.ts'

export interface FeedParts {
  readonly clock: Clock
  readonly timers: Timers
  readonly log: Log
  readonly meta: Meta
  readonly commands: CommandStore
  readonly reach: Reach
  readonly startup: StartupMachine
  readonly market: Market
  readonly viewMachine: ViewMachine
  readonly inTransaction: (work: () => void) => void
  /** Opens the cache file that outbox.db names; false when it cannot be read. */
  readonly readCache: () => boolean
  readonly order: (order: CacheOrder) => void
  readonly changed: (...topics: readonly string[]) => void
  /** The feed brought decisions: what was blocked may be free. */
  readonly onDecided: () => void
  /** Offers or price lists changed. */
  readonly onPrices: () => void
  readonly onResend: () => void
  /** The feed's end named the audit's head. */
  readonly onAnchor: (anchor: SignedText | undefined) => void
  readonly onUnauthorised: (token: string, code: string) => void
  /** The file in use does not open as it should. */
  readonly onCacheDamaged: () => void
  readonly reached: Reached
}

export interface Feed {
  readonly onReport: (report: CacheReport) => void
  /** An answer of the core named its epoch: another one than before means it was restored. */
  readonly epochHeard: (epoch: string) => void
  /** Up to when the mirror is known to be all there is: the line of events was alive and said nothing more. */
  readonly completeAt: () => number
  /** Has the mirror compared with the core; the tables that differ, or undefined when no answer came in time. */
  readonly compare: () => Promise<readonly string[] | undefined>
  readonly stop: () => void
}

/** As long as what was captured is kept, so long it can be sent again. */
const resentDays = 35
const compareMs = 60_000
const feedKeptMs = 10_000
const dayMs = 86_400_000

/** What the service does with what its cache writer tells it. */
export function createFeed(parts: FeedParts): Feed {
  const { clock, timers, log, meta, commands, reach, startup, market, viewMachine } = parts
  let completeAt = 0
  let keptAt = 0
  let isStopped = false
  const waiting: ((tables: readonly string[]) => void)[] = []

  function onReport(report: CacheReport): void {
    if (isStopped) return
    switch (report.kind) {
      case 'alive':
        if (meta.get('feed')) completeAt = clock.now()
        return reach.ok()
      case 'failed':
        log('pull failed', { reason: report.reason })
        return reach.failed()
      case 'refused':
        return parts.onUnauthorised(report.token, report.code)
      case 'progress':
        return startup.progress(report)
      case 'storage':
        if (report.problem === 'CACHE_DAMAGED') parts.onCacheDamaged()
        return log('cache problem', { problem: report.problem })
      case 'loaded':
        return loaded(report)
      case 'pulled':
        return pulled(report)
      case 'compared':
        for (const answer of waiting.splice(0)) answer(report.tables)
        return
      case 'closed':
        return
      default:
        report satisfies never
    }
  }

  function loaded(report: Extract<CacheReport, { kind: 'loaded' }>): void {
    meta.set('cache', { number: report.number, scope: report.scope })
    parts.reached('swap.named')
    if (!parts.readCache()) return
    parts.reached('swap.reading')
    parts.order({ kind: 'switched', number: report.number })
    heardFeed(report.end)
    market.forget()
    decideFromMirror(commands, viewMachine.view, meta.get('feed')?.epoch, parts.inTransaction)
    viewMachine.reload()
    parts.onDecided()
    startup.ready()
    parts.changed(...topicsOfLoad())
  }

  function pulled(report: Extract<CacheReport, { kind: 'pulled' }>): void {
    parts.reached('pull.heard')
    heardFeed(report.end)
    if (report.tables.includes('policy')) market.forget()
    if (report.outcomes.length > 0) {
      parts.inTransaction(() => {
        decideFromFeed(commands, report.outcomes)
        meta.keepNoted()
        parts.reached('pull.outcomesDecided')
      })
      parts.reached('pull.outcomesCommitted')
      parts.changed(...topicsOfDecided(viewMachine.reload()))
      parts.onDecided()
    }
    if (report.tables.includes('offer') || report.tables.includes('price_list')) parts.onPrices()
    parts.changed(...topicsOf(report.tables))
  }

  function heardFeed(end: FeedEnd): void {
    epochHeard(end.epoch)
    parts.onAnchor(end.anchor)
    const { epoch, asOf, businessDate, customers } = end
    const kept = meta.get('feed')
    const heard = { epoch, asOf, heardAt: clock.now(), businessDate, customers }
    // a commit for each pull only to say when it was: after a crash this desk takes itself for a little older
    const isSoon = kept?.epoch === epoch && kept.businessDate === businessDate && heard.heardAt - keptAt < feedKeptMs
    if (isSoon) return meta.note('feed', heard)
    keptAt = heard.heardAt
    meta.set('feed', heard)
  }

  /** The core was restored: what this desk kept goes out again, and the ledger removes doubles. */
  function epochHeard(epoch: string): void {
    const feed = meta.get('feed')
    if (!feed || feed.epoch === epoch) return
    const again = commands.resendSince(clock.now() - resentDays * dayMs)
    log('epoch changed', { again })
    meta.set('feed', { ...feed, epoch })
    parts.changed(...topicsOfDecided(viewMachine.reload()))
    parts.order({ kind: 'pull' })
    parts.onResend()
  }

  return {
    onReport,
    epochHeard,
    completeAt: () => completeAt,
    compare: () =>
      new Promise((answer) => {
        const cancel = timers.after(compareMs, () => answer(undefined))
        waiting.push((tables) => {
          cancel()
          answer(tables)
        })
        parts.order({ kind: 'compare' })
      }),
    stop: () => {
      isStopped = true
    },
  }
}
