import type { Reached } from '#shared/node/crash-points.ts'
import { reachedInProcess } from '#shared/node/crash-points.ts'
import type { HeldAnchor } from '#shared/contract/anchor.ts'
import type { TableDigest } from '#shared/contract/wire.ts'
import { nextCursorHeader } from '#shared/contract/wire.ts'
import type { Clock, Log, Random, Timers } from '../outside.ts'
import { isDamage } from '../db/open-outbox.ts'
import { codeOf, kindOf, storageProblemOf } from '../storage-problem.ts'
import type { Next } from './backoff.ts'
import { backoffMs, startLoop } from './backoff.ts'
import type { CacheOrder, CacheReport, CacheWriter, CacheWriterConfig, FeedEnd } from './cache-protocol.ts'
import { endOf } from './cache-protocol.ts'
import type { Target } from './cache-target.ts'
import { findTarget, newTarget, removeOthers } from './cache-target.ts'
import type { CoreLine } from './core-client.ts'
import { openCore } from './core-client.ts'
import { refusedWaitMs, startEvents } from './event-stream.ts'
import { differingTables } from './compare-mirror.ts'
import { createPageAhead, pullPath } from './page-ahead.ts'
import { linesOf, writePage } from './pull-page.ts'
import type { Removals } from './removals.ts'

export interface CacheWriterOutside {
  readonly fetch: typeof fetch
  readonly clock: Clock
  readonly timers: Timers
  readonly random: Random
  readonly log: Log
  readonly reached?: Reached | undefined
}

interface Connection {
  readonly address: string
  readonly token: string
  readonly scope: string
}

const pageSilenceMs = 30_000
/** Reasons to load anew after which the new file is compared with the core before it is trusted. */
const comparedAfter = ['EPOCH_CHANGED', 'REMOVES_TOO_MUCH', 'MIRROR_DIFFERS']
const storageWaitMs = 30_000

/**
 * Owns every write to the cache: the first load into the next file, indexes and search after it, then pulls in place
 * with their cursor in the same transaction; and the line of server-sent events that says when there is more.
 */
export function createCacheWriter(
  config: CacheWriterConfig,
  outside: CacheWriterOutside,
  report: (report: CacheReport) => void,
): CacheWriter {
  const { clock, timers, random, log, reached = reachedInProcess } = outside
  let connection: Connection | undefined
  let isCut = false
  let current = config.current?.number ?? null
  let target: Target | undefined
  let failures = 0
  let removals: Removals = new Map()
  let isCompareWanted = false
  let anchor: HeldAnchor | undefined
  const asked = () => ({ isCompared: isCompareWanted, anchor })
  let load = { startedAt: 0, customers: 0 }

  /** Files not to be gone on with, also when the sign-in changes meanwhile. */
  const damaged = new Set<number>()
  let inFlight = new AbortController()

  const line: CoreLine = {
    fetch: outside.fetch,
    timers,
    address: () => connection?.address,
    isCut: () => isCut,
    signal: () => inFlight.signal,
  }
  const pulls = startLoop(timers, pullOnce, bug)
  const ahead = createPageAhead((path) =>
    openCore(line, { method: 'GET', path, token: connection?.token ?? '' }, pageSilenceMs),
  )
  const events = startEvents({
    line,
    timers,
    random,
    token: () => connection?.token,
    report,
    onMore: pulls.wake,
    onBug: bug,
  })

  async function pullOnce(): Promise<Next> {
    const at = connection
    if (!at) return { kind: 'idle' }
    try {
      target = targetFor(at.scope)
      const { file, isLoad } = target
      const state = file.state()
      if (isLoad && state.is_complete === 1) return switchTo(file, endOf(state))
      const opened = await ahead.take(pullPath(at.scope, state.epoch, String(state.cursor), asked()))
      if (opened.kind !== 'open') return answerRefusal(opened, at)
      reached('pull.opened')
      const { body, stillAlive, stop } = opened
      const next = opened.header(nextCursorHeader)
      if (next !== null && state.epoch !== '') ahead.ask(pullPath(at.scope, state.epoch, next, asked()))
      try {
        const page = await writePage(file, linesOf(body, stillAlive), {
          isLoad,
          epoch: state.epoch,
          removals,
          onCustomers: (count) => (load.customers += count),
          reached,
        })
        failures = 0
        removals = page.more ? page.removals : new Map()
        report({ kind: 'alive' })
        if (!isLoad) report({ kind: 'pulled', tables: page.tables, outcomes: page.outcomes, end: page.end })
        else tellProgress('sync', load.customers, page.end.customers, !page.more)
        if (page.more) return { kind: 'again' }
        const differs = page.digest !== undefined && (await compare(file, page.digest))
        // a load that differs is not loaded again and again: it is used, and the log has it
        if (isLoad) return await finishLoad(file, page.end)
        if (!differs) return { kind: 'idle' }
        return loadAnew(at.scope, 'MIRROR_DIFFERS')
      } finally {
        stop()
      }
    } catch (error) {
      ahead.drop()
      return connection === at ? answerError(error, at.scope) : { kind: 'again' }
    }
  }

  async function compare(file: Target['file'], told: readonly TableDigest[]): Promise<boolean> {
    const tables = await differingTables(file, told, pause)
    isCompareWanted = false
    log('mirror compared', { number: file.number, differing: tables.length })
    report({ kind: 'compared', tables })
    return tables.length > 0
  }

  /** Orders and heartbeats are heard meanwhile. */
  function pause(): Promise<void> {
    return new Promise((resolve) => timers.after(0, resolve))
  }

  /** Breaks off what is under way and connects anew with the present address, token and cable. */
  function reconnect(): void {
    failures = 0
    ahead.drop()
    inFlight.abort()
    inFlight = new AbortController()
    events.restart()
    pulls.wake()
  }

  function targetFor(scope: string): Target {
    if (target && target.file.state().scope === scope) return target
    target?.file.close()
    load = { startedAt: clock.now(), customers: 0 }
    return findTarget(config, current, scope, damaged, (number) => {
      log('cache damaged', { number })
      if (number === current) report({ kind: 'storage', problem: 'CACHE_DAMAGED' })
    })
  }

  async function finishLoad(file: Target['file'], end: FeedEnd): Promise<Next> {
    reached('swap.loaded')
    load = { ...load, startedAt: clock.now() }
    for (const { done, of } of file.index()) {
      tellProgress('index', done, of, false)
      await pause()
      if (target?.file !== file) return { kind: 'again' }
    }
    reached('swap.indexed')
    file.settle(reached)
    reached('swap.settled')
    file.setState(end, true)
    reached('swap.marked')
    tellProgress('index', end.customers, end.customers, true)
    return switchTo(file, end)
  }

  function switchTo(file: Target['file'], end: FeedEnd): Next {
    current = file.number
    target = { file, isLoad: false }
    report({ kind: 'loaded', number: file.number, scope: file.state().scope, end })
    return { kind: 'again' }
  }

  function answerRefusal(
    answer: Exclude<Awaited<ReturnType<typeof openCore>>, { kind: 'open' }>,
    at: Connection,
  ): Next {
    if (answer.kind === 'unreachable') return connection === at ? failed(answer.reason) : { kind: 'again' }
    report({ kind: 'alive' })
    if (answer.code === 'EPOCH_CHANGED' || answer.code === 'CURSOR_TOO_OLD') return loadAnew(at.scope, answer.code)
    if (answer.status === 401 || answer.status === 403) {
      report({ kind: 'refused', code: answer.code, token: at.token })
      return { kind: 'wait', ms: refusedWaitMs }
    }
    failures += 1
    return { kind: 'wait', ms: answer.retryAfterMs ?? backoffMs(failures, random) }
  }

  function answerError(error: unknown, scope: string): Next {
    const code = codeOf(error) ?? ''
    if (code === 'EPOCH_CHANGED' || code === 'REMOVES_TOO_MUCH') return loadAnew(scope, code)
    const problem = storageProblemOf(error)
    if (problem === undefined) return failed(code === '' ? kindOf(error) : code) // a broken stream, or rows that do not fit
    log('cache storage', { problem, code })
    if (isDamage(error)) {
      report({ kind: 'storage', problem: 'CACHE_DAMAGED' })
      return loadAnew(scope, code)
    }
    report({ kind: 'storage', problem })
    return { kind: 'wait', ms: storageWaitMs }
  }

  /** The file in use stays readable while its successor is loaded. */
  function loadAnew(scope: string, code: string): Next {
    log('cache loads anew', { code })
    if (target) damaged.add(target.file.number)
    target?.file.close()
    removals = new Map()
    isCompareWanted ||= comparedAfter.includes(code)
    load = { startedAt: clock.now(), customers: 0 }
    target = newTarget(config, scope)
    return { kind: 'again' }
  }

  function failed(reason: string): Next {
    failures += 1
    report({ kind: 'failed', reason })
    return { kind: 'wait', ms: backoffMs(failures, random) }
  }

  function tellProgress(step: 'sync' | 'index', done: number, of: number, isDone: boolean): void {
    const tookMs = Math.max(0, Math.round(clock.now() - load.startedAt))
    report({ kind: 'progress', step, done: Math.min(done, of), of, tookMs, isDone })
  }

  function bug(error: unknown): void {
    log('cache writer bug', { error: kindOf(error) })
    report({ kind: 'failed', reason: 'bug' })
  }

  function order(given: CacheOrder): void {
    switch (given.kind) {
      case 'connect': {
        const { address, token, scope } = given
        const isSame = connection?.address === address && connection.token === token && connection.scope === scope
        if (isSame) return pulls.wake()
        connection = { address, token, scope }
        return reconnect()
      }
      case 'disconnect':
        connection = undefined
        return reconnect()
      case 'cable':
        isCut = given.isPulled
        return reconnect()
      case 'pull':
        pulls.wake()
        return
      case 'anchor':
        anchor = given.anchor
        return
      case 'compare':
        isCompareWanted = true
        pulls.wake()
        return
      case 'damaged':
        damaged.add(given.number)
        if (target?.file.number === given.number) {
          target.file.close()
          target = undefined
        }
        return reconnect()
      case 'switched':
        reached('swap.removing')
        removeOthers(config.folder, given.number)
        reached('swap.removed')
        return
      case 'close':
        return
      default:
        given satisfies never
    }
  }

  return {
    order,
    close: async () => {
      connection = undefined
      inFlight.abort()
      const closing = target
      await Promise.all([events.stop(), pulls.stop()])
      closing?.file.close()
      target = undefined
    },
  }
}
