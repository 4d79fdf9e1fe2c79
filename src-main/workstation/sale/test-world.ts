import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { z } from 'zod'
import type { MirrorRow, MirrorTableName } from '#shared/contract/mirror.ts'
import { mirrorTables } from '#shared/contract/mirror.ts'
import type { InputOf, OutputOf, ServiceProcedureName } from '#shared/contract/procedures.ts'
import { serviceProcedures } from '#shared/contract/procedures.ts'
import type { Session } from '#shared/domain/staff/contract.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { makePaper } from '#shared/node/make-paper.ts'
import { keyedHash } from '#shared/node/crypto.ts'
import { openDatabase } from '#shared/node/open-database.ts'
import type { Decision } from '../db/commands.ts'
import { cacheFile } from '../db/cache-files.ts'
import { openCacheForWriting } from '../db/open-cache.ts'
import type { Desk, LeaseState, OutboxItem } from '../desk.ts'
import { paperOf } from '../paper/paper.ts'
import { deskHandlers } from '../slices/index.ts'
import { heldDecisions } from '../held-decisions.ts'
import { keptWork } from '../kept-work.ts'
import { recounts } from '../recounts.ts'
import { openBlobs } from '../sync/blobs.ts'
import { createView } from '../sync/view.ts'
import { mattersOf } from './matters.ts'
import { waitingFor } from './waiting.ts'
import { fillMarket, policies } from './test-market.ts'
import { aSession, openTestStore, temporaryFolder, testIds, testKey } from '../test-desk.ts'

/** Where the contract's fonts are. */
export const fontFolder = join(import.meta.dirname, '../../../resources/fonts')

export const today = '2026-10-22'
const start = Date.UTC(2026, 9, 22, 11, 48)

/** A desk over real outbox, journal, attachments and cache, with a small market loaded; its core is the test itself. */
export interface SaleWorld {
  readonly desk: Desk
  /** Asks a procedure as the page does: input and output parsed. */
  readonly ask: <N extends ServiceProcedureName>(name: N, input: InputOf<N>) => Promise<Result<OutputOf<N>>>
  /** As `ask`, for what must succeed. */
  readonly do: <N extends ServiceProcedureName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>
  readonly put: <T extends MirrorTableName>(table: T, ...rows: readonly MirrorRow<T>[]) => void
  /** What the core answers about bills from now on: JSON by its path; nothing else is known. */
  readonly setBilling: (answers: Readonly<Record<string, unknown>>) => void
  /** Decides commands as a push's answer would. */
  readonly decide: (item: Pick<OutboxItem, 'id'>, decision?: Partial<Decision>) => void
  readonly decideAll: () => void
  /** Keeps a command aside, as one the core cannot take in. */
  readonly setAside: (id: Id, code: string) => void
  readonly setOnline: (isOnline: boolean) => void
  readonly setLease: (lease: LeaseState) => void
  readonly signIn: (session: Partial<Session>) => void
  readonly commandsOf: (caseId: Id) => readonly string[]
  readonly close: () => void
}

/** Opens such a desk. */
export function openSaleWorld(): SaleWorld {
  const { folder, remove } = temporaryFolder()
  let at = start
  let isOnline = false
  let isCablePulled = false
  let answers: Readonly<Record<string, unknown>> = {}
  const billing = <T>(path: string, answer: z.ZodType<T>) =>
    path in answers ? ok(answer.parse(answers[path])) : refuse('CORE_UNREACHABLE')
  let session = aSession()
  let lease: LeaseState = {
    ...{ kind: 'valid', until: start + 72 * 3_600_000, priceLists: ['list-1'], pendingCredit: 10 },
    grant: { id: '01890a5d-ac96-774b-bcce-b302099a8057', amountMinor: 5000 },
  }
  const now = (): number => (at += 1000)
  const store = openTestStore(folder, { now, session: () => session })
  const cache = openCacheForWriting(folder, 1, testKey, 'fr')
  const view = createView(store.commands)
  const blobs = openBlobs(join(folder, 'blobs'), testKey, (length) => randomBytes(length))
  let reference = 10_416

  const put: SaleWorld['put'] = (table, ...rows) => {
    const names = mirrorTables[table].columnNames
    cache.begin()
    // a row of a mirror table holds cells by column name
    cache.put(
      table,
      names,
      rows.map((row) => names.map((name) => (row as Readonly<Record<string, string | number | null>>)[name] ?? null)),
    )
    cache.commit()
    view.reload()
  }
  for (const _step of cache.index()) continue
  view.readFrom(openDatabase(cacheFile(folder, 1), { key: testKey, readonly: true }))
  fillMarket(put)

  const desk: Desk = {
    now,
    ids: testIds(now),
    deviceId: store.device.id,
    businessDate: () => today,
    policies: () => policies,
    session: () => session,
    view: view.view,
    drafts: store.drafts,
    ...keptWork(store.meta),
    outbox: store.commands,
    decisions: heldDecisions({
      ...{ meta: store.meta, clock: { now: () => at }, session: () => session, changed: () => undefined },
      onStuck: () => undefined,
      timers: { after: () => () => undefined },
      capture: (input) => desk.capture(input),
    }),
    capture: (input) => {
      const captured = store.capture(input)
      view.reload()
      return captured
    },
    sendAgain: (id) => {
      store.commands.releaseOne(id)
      view.reload()
    },
    keepBlob: blobs.keep,
    readBlob: blobs.read,
    paper: paperOf(
      (facts) => makePaper(facts, fontFolder),
      () => undefined,
    ),
    fetchPuk: () => Promise.resolve({ ok: true, value: '12345678' }),
    fetchBlob: () => Promise.resolve(undefined),
    fetchTrail: () => Promise.resolve(undefined),
    fetchBilling: (path, answer) => Promise.resolve(billing(path, answer)),
    recounts: recounts({
      now: () => at,
      isOnline: () => isOnline,
      fetchBilling: (path, answer) => desk.fetchBilling(path, answer),
    }),
    status: () => ({
      ...status,
      isOnline,
      isCablePulled,
      toSend: store.commands.countUnsent(),
      needsYou: mattersOf(waitingFor(desk).map(({ item }) => item)).length,
    }),
    isOnline: () => isOnline,
    lease: () => lease,
    nextReference: () => `26-${(reference += 1)}`,
    hashOf: (text) => keyedHash(testKey, text),
    changed: () => undefined,
    staff: {
      people: () => [],
      signInByTile: noStaff,
      signInByName: noStaff,
      signOut: () => 0,
      lock: () => 0,
      left: () => undefined,
    },
    notices: () => [],
    startup: () => ({ steps: [], isReady: true, problem: null }),
    setCable: (isPulled) => {
      isCablePulled = isPulled
    },
    compareMirror: () => Promise.resolve(undefined),
  }

  const ask: SaleWorld['ask'] = async (name, input) => {
    const parsed = serviceProcedures[name].input.parse(input)
    const handler = deskHandlers[name] as (desk: Desk, input: unknown) => unknown // input parsed by this very entry
    const reply = (await handler(desk, parsed)) as Result<OutputOf<typeof name>> // as its type says
    // parsed as at the service's door
    return reply.ok
      ? { ok: true, value: serviceProcedures[name].output.parse(reply.value) as OutputOf<typeof name> }
      : reply
  }
  const decide: SaleWorld['decide'] = ({ id }, decision = {}) => {
    const none = { code: '', details: '{}', snapshot: '{}', choices: '[]', decidedAt: now(), isSettled: false }
    store.commands.decide({ id, state: 'applied', ...none, ...decision })
    view.reload()
  }
  return {
    desk,
    ask,
    do: async (name, input) => {
      const reply = await ask(name, input)
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
      return reply.value
    },
    put,
    decide,
    decideAll: () => store.commands.unsent().forEach((item) => decide(item)),
    setAside: (id, code) => {
      store.commands.quarantine(id, code)
      view.reload()
    },
    setOnline: (value) => {
      isOnline = value
    },
    setBilling: (value) => {
      answers = value
    },
    setLease: (value) => {
      lease = value
    },
    signIn: (overrides) => {
      session = aSession(overrides)
    },
    commandsOf: (caseId) => store.commands.touching(`case:${caseId}`).map((item) => item.type),
    close: () => {
      view.close()
      cache.close()
      store.close()
      remove()
    },
  }
}

const noStaff = () => Promise.resolve({ ok: false, error: { code: 'CORE_UNREACHABLE' } } as const)

const status: ReturnType<Desk['status']> = {
  isOnline: false,
  offlineSince: null,
  isCablePulled: false,
  isCoreEmbedded: true,
  coreAddress: '',
  toSend: 0,
  needsYou: 0,
  dataAsOf: start,
  lastKeySavedAt: null,
  deskName: 'Shop Nancy, Counter 2',
  version: '0.1.0',
  isDemonstration: true,
  businessDate: today,
  currency: 'EUR',
  country: 'FR',
}
