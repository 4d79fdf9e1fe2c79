import { join } from 'node:path'
import { uuidV7 } from '#shared/kernel/ids.ts'
import { reachedInProcess } from '#shared/node/crash-points.ts'
import { commitUnsynced } from '#shared/node/open-database.ts'
import { createAnchors } from './anchors.ts'
import { createChanges, topicsOfDecided, topicsOfReach } from './changes.ts'
import { createCacheReading } from './cache-reading.ts'
import { blobListOf } from './db/blob-list.ts'
import { openStore } from './db/open-store.ts'
import type { Desk } from './desk.ts'
import { createFeed } from './feed.ts'
import { heldDecisions } from './held-decisions.ts'
import { billingFetcher } from './fetch-billing.ts'
import { recounts } from './recounts.ts'
import { blobFetcher } from './fetch-blob.ts'
import { trailFetcher } from './fetch-trail.ts'
import { pukFetcher } from './fetch-puk.ts'
import { keptWork } from './kept-work.ts'
import { createMarket } from './market.ts'
import { createNotices } from './notices.ts'
import { paperOf } from './paper/paper.ts'
import { repeat } from './repeat.ts'
import { createPeople } from './people.ts'
import { createReferences } from './references.ts'
import { serve } from './serve/serve.ts'
import { createStartup } from './startup.ts'
import { createStatus } from './status.ts'
import { openBlobs } from './sync/blobs.ts'
import { createCapture } from './sync/capture.ts'
import { breakableLine } from './sync/breakable-line.ts'
import { startLedgerCheck } from './sync/ledger-check.ts'
import { decideFromMirror } from './sync/outcomes.ts'
import { startPush } from './sync/push.ts'
import { createReach } from './sync/reach.ts'
import { createView } from './sync/view.ts'
import type { CorePlace, Workstation, WorkstationOptions } from './workstation.ts'

/** How often a desk that is never closed looks for old segments of its journal. */
const dropEveryMs = 6 * 3_600_000

/**
 * Opens the desk's files, puts right what a crash left, and starts to sync as soon as `setCore` says where. Throws
 * KEY_WRONG, FOLDER_READ_ONLY, DISK_FULL or what SQLite throws when the files cannot be opened; nothing is deleted.
 */
export function createWorkstation(options: WorkstationOptions): Workstation {
  const { folder, key, clock, timers, random, log, handlers, reached = reachedInProcess, onDamaged } = options
  const ids = { next: () => uuidV7(clock.now(), random(10)) }
  const passing = { sending: new Set<string>(), blocked: new Set<string>() }
  const store = openStore({ folder, key, clock, random, ids, log, passing, reached })
  const { meta, commands, drafts, device } = store
  const inTransaction = (work: () => void): void => store.database.transaction(work)()
  const blobs = openBlobs(join(folder, 'blobs'), key, random, reached)
  const blobList = blobListOf(store.database)
  const references = createReferences(meta)

  const changes = createChanges(timers)
  const { changed } = changes
  let place: CorePlace | undefined
  let isCablePulled = false
  let isClosed = false

  const notices = createNotices(store.mended, () => changed('desk'))
  const viewMachine = createView(commands, () => cache.damaged())
  const cache = createCacheReading({
    ...{ folder, key, log, timers, meta, viewMachine, notices },
    order: (order) => writer.order(order),
  })
  const startup = createStartup(cache.read(), () => changed('desk'))
  const market = createMarket(viewMachine.view, meta, clock.now)
  const address = (): string | undefined => place?.address
  const { line, breakOff } = breakableLine({ fetch: options.fetch, timers, address, isCut: () => isCablePulled })
  const reach = createReach(clock, timers, (isOnline) => {
    if (isOnline) {
      startup.coreAnswers()
      push.wake()
      ledger.wake()
      staff.online()
      renewal.wake(false)
      connect()
    }
    changed(...topicsOfReach)
  })
  const people = createPeople({
    ...{ line, clock, timers, random, log, reach, store, folder, blobs },
    dropKeys: options.dropKeys ?? (() => undefined),
    demoPassword: () => place?.demoPassword,
    onChange: () => {
      if (isClosed) return
      cache.showOnly(staff.current()?.scope)
      connect()
      ledger.wake()
      push.wake()
      decisions.wake()
      changed('staff', 'desk', 'interaction')
    },
  })
  const { staff, renewal } = people
  const anchors = createAnchors({
    ...{ meta, clock, log, notices },
    onHeld: (anchor) => writer.order({ kind: 'anchor', anchor }),
  })
  const feed = createFeed({
    ...{ clock, timers, log, meta, commands, reach, startup, market, viewMachine, inTransaction, changed, reached },
    order: (order) => writer.order(order),
    onDecided: () => push.decided(),
    onResend: () => {
      ledger.again()
      push.wake()
    },
    readCache: cache.read,
    onAnchor: anchors.heard,
    onCacheDamaged: cache.damaged,
    onPrices: () => renewal.wake(true),
    onUnauthorised: staff.unauthorised,
  })
  const writer = options.spawnCacheWriter(
    { folder, key, deviceId: device.id, current: meta.get('cache') ?? null },
    feed.onReport,
  )
  const held = anchors.newest()
  if (held) writer.order({ kind: 'anchor', anchor: held })
  const push = startPush(
    {
      ...{ line, clock, timers, random, log, reach, commands, blobs, blobList, inTransaction, reached },
      deviceId: device.id,
      token: people.sendingToken,
      onUnauthorised: staff.unauthorised,
      epoch: () => meta.get('feed')?.epoch ?? null,
      onEpoch: feed.epochHeard,
      onChange: () => changed('desk', 'interaction'),
      onDecided: onOutbox,
      onDrained: staff.drained,
      onNumberUsed: (id) => {
        renumber(id)
        ledger.again()
      },
    },
    passing,
  )
  const { capture, renumber, numbersUsed } = createCapture({
    ...{ commands, meta, device, clock, ids, log, reached, onDamaged },
    inUnsynced: (work) => commitUnsynced(store.database, work),
    journal: store.journal,
    session: staff.session,
    onCaptured: (kept) => {
      viewMachine.add(kept)
      push.captured()
      changed('interaction', 'desk')
    },
  })

  const decisions = heldDecisions({
    ...{ meta, clock, timers, session: staff.session, capture, changed },
    onStuck: notices.decisionsStuck,
  })

  const ledger = startLedgerCheck({
    ...{ line, clock, timers, random, log, commands, inTransaction },
    deviceId: device.id,
    token: people.sendingToken,
    onUnauthorised: staff.unauthorised,
    onNumbers: numbersUsed,
    onDecided: onOutbox,
    onForgotten: () => {
      onOutbox()
      push.wake()
    },
    isRestored: store.mended.outbox !== null,
  })

  const fetchBilling = billingFetcher({ line, token: () => people.usable()?.token })
  const desk: Desk = {
    ids,
    deviceId: device.id,
    capture,
    now: clock.now,
    businessDate: market.businessDate,
    policies: market.policies,
    session: staff.session,
    view: viewMachine.view,
    drafts,
    ...keptWork(meta),
    outbox: commands,
    decisions,
    sendAgain: (id) => {
      commands.releaseOne(id)
      push.wake()
      changed('interaction', 'desk')
    },
    keepBlob: (bytes) => {
      const hash = blobs.keep(bytes)
      reached('blob.kept')
      blobList.add(hash, bytes.length, clock.now())
      return hash
    },
    readBlob: blobs.read,
    paper: paperOf(options.makePdf, log),
    fetchPuk: pukFetcher({
      ...{ line, timers, token: () => people.usable()?.token },
      isRefused: (id) => commands.get(id)?.state === 'rejected',
    }),
    fetchBlob: blobFetcher({ line, token: () => people.usable()?.token }),
    fetchTrail: trailFetcher({ line, token: () => people.usable()?.token }),
    fetchBilling,
    recounts: recounts({ fetchBilling, isOnline: reach.isOnline, now: clock.now }),
    status: createStatus({
      ...{ meta, commands, drafts, reach, market, feed, version: options.version },
      place: () => place,
      isCablePulled: () => isCablePulled,
      deskName: () => staff.current()?.desk_name ?? '',
      view: viewMachine.view,
      session: staff.session,
    }),
    isOnline: reach.isOnline,
    lease: people.lease,
    nextReference: () => references.next(market.businessDate(), staff.current()?.desk_number ?? 0),
    hashOf: people.hashOf,
    changed,
    staff: staff.staff,
    startup: startup.startup,
    notices: notices.list,
    setCable,
    compareMirror: feed.compare,
  }

  const stopDropping = repeat(timers, dropEveryMs, store.dropOld)
  decideFromMirror(commands, viewMachine.view, meta.get('feed')?.epoch, inTransaction)
  viewMachine.reload()
  decisions.wake()

  /** Commands were decided, or are to be sent again. */
  function onOutbox(): void {
    changed(...topicsOfDecided(viewMachine.reload()))
  }

  /** Hands the cache writer a sign-in to pull under, whenever the address or the good sign-ins change. */
  function connect(): void {
    const session = people.usable()
    if (!place || !session) return writer.order({ kind: 'disconnect' })
    writer.order({ kind: 'connect', address: place.address, token: session.token, scope: session.scope })
  }

  function setCable(isPulled: boolean): void {
    if (isPulled === isCablePulled) return
    isCablePulled = isPulled
    breakOff()
    writer.order({ kind: 'cable', isPulled })
    if (isPulled) reach.failed()
    else {
      staff.wake()
      push.wake()
    }
    changed('desk')
  }

  return {
    call: (name, input) => {
      if (!name.startsWith('desk.') && !name.startsWith('staff.')) staff.active()
      const refusal = people.refusal(name)
      if (refusal) return Promise.resolve(refusal)
      return serve({ desk, handlers, inSnapshot: viewMachine.inSnapshot, log, onDamaged }, name, input)
    },
    onEvent: changes.onEvent,
    setCore: (next) => {
      place = next
      breakOff()
      if (!next.embedded) startup.set({ step: 'core', state: 'waits', done: 0, of: 0, tookMs: null })
      connect()
      staff.wake()
      push.wake()
      changed('desk', 'staff')
    },
    setStartup: startup.set,
    close: async () => {
      // what was decided counts from now on, whenever this desk is opened again
      decisions.sendAll()
      isClosed = true
      decisions.stop()
      changes.stop()
      feed.stop()
      breakOff()
      reach.stop()
      await Promise.all([push.stop(), ledger.stop(), people.stop(), writer.close()])
      cache.stop()
      stopDropping()
      viewMachine.close()
      store.close()
    },
  }
}
