import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { MirrorRow, MirrorTableName } from '#shared/contract/mirror.ts'
import { mirrorTables } from '#shared/contract/mirror.ts'
import type { InputOf, OutputOf, ServiceProcedureName } from '#shared/contract/procedures.ts'
import { serviceProcedures } from '#shared/contract/procedures.ts'
import { creditPolicy, offer, priceList } from '#shared/domain/catalogue/builders.ts'
import type { Policies } from '#shared/domain/catalogue/policies.ts'
import type { CustomerRow } from '#shared/domain/customer/rows.ts'
import { icaoSpecimen, writeTd3 } from '#shared/domain/identity/specimen.ts'
import type { SaleStep } from '#shared/domain/interaction/steps.ts'
import type { Session } from '#shared/domain/staff/contract.ts'
import type { Json } from '#shared/kernel/canonical.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Result } from '#shared/kernel/result.ts'
import { makeContractPdf } from '#shared/node/contract-pdf.ts'
import { keyedHash } from '#shared/node/crypto.ts'
import { openDatabase } from '#shared/node/open-database.ts'
import type { Decision } from '../db/commands.ts'
import { cacheFile } from '../db/cache-files.ts'
import { openCacheForWriting } from '../db/open-cache.ts'
import type { Desk, OutboxItem } from '../desk.ts'
import { paperOf } from '../paper/paper.ts'
import { deskHandlers } from '../slices/index.ts'
import { openBlobs } from '../sync/blobs.ts'
import { createView } from '../sync/view.ts'
import { mattersOf } from './matters.ts'
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
  /** Decides commands as a push's answer would. */
  readonly decide: (item: Pick<OutboxItem, 'id'>, decision?: Partial<Decision>) => void
  readonly decideAll: () => void
  readonly setOnline: (isOnline: boolean) => void
  readonly signIn: (session: Partial<Session>) => void
  readonly commandsOf: (caseId: Id) => readonly string[]
  readonly close: () => void
}

export const policies: Policies = {
  market: {
    operator: 'Northline Mobile',
    country: 'FR',
    currency: 'EUR',
    zone: 'Europe/Paris',
    place: 'Nancy',
    isDemonstration: true,
    specimenDocuments: true,
  },
  credit: creditPolicy,
  identity: { minimumAge: 18, addressProofMaxAgeDays: 90 },
}

/** Opens such a desk. */
export function openSaleWorld(): SaleWorld {
  const { folder, remove } = temporaryFolder()
  let at = start
  let isOnline = false
  let session = aSession()
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
    if (table === 'customer') cache.searchAgain(new Set(rows.map(({ id }) => id)))
    cache.commit()
    view.reload()
  }
  for (const _step of cache.index()) continue
  view.readFrom(openDatabase(cacheFile(folder, 1), { key: testKey, readonly: true }))
  fillMarket(put)

  const desk: Desk = {
    now,
    ids: testIds(now),
    businessDate: () => today,
    policies: () => policies,
    session: () => session,
    view: view.view,
    drafts: store.drafts,
    openWork: { of: () => ({ cases: [], inFront: null }), keep: () => {} },
    outbox: store.commands,
    capture: (input) => {
      const captured = store.capture(input)
      view.reload()
      return captured
    },
    keepBlob: blobs.keep,
    readBlob: blobs.read,
    paper: paperOf(
      (facts) => makeContractPdf(facts, fontFolder),
      () => undefined,
    ),
    status: () => ({
      ...status,
      isOnline,
      toSend: store.commands.countUnsent(),
      needsYou: mattersOf(store.commands.needsYou()).length,
    }),
    isOnline: () => isOnline,
    nextReference: () => `26-${(reference += 1)}`,
    hashOf: (text) => keyedHash(testKey, text),
    changed: () => undefined,
    staff: { people: () => [], signInByTile: noStaff, signInByName: noStaff, signOut: () => 0 },
    startup: () => ({ steps: [], isReady: true, problem: null }),
    setCable: () => undefined,
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
    setOnline: (value) => {
      isOnline = value
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

export const numbers = { wanted: '+33639987777', other: '+33639985777', sold: '+33639980001' } as const

function fillMarket(put: SaleWorld['put']): void {
  const scope = 'fr'
  const named = (en: string): string => JSON.stringify({ en })
  put('price_list', { ...priceList({}), scope })
  put(
    'offer',
    { ...offer({ id: 'mobile-m', name: named('Mobile M 40 GB'), twin_id: 'prepaid-m' }), scope },
    { ...offer({ id: 'mobile-l-phone', name: named('Mobile L with a phone'), needs_class: 'B', position: 5 }), scope },
    { ...offer({ id: 'company', name: named('Flex for companies'), audience: 'company', position: 6 }), scope },
    { ...offer({ id: 'summer', name: named('Summer 20 GB'), valid_until: '2026-09-30', position: 7 }), scope },
    { ...offer({ id: 'second', name: named('Second line'), needs_line: 1, position: 8 }), scope },
    {
      ...offer({
        id: 'europe',
        kind: 'addOn',
        name: named('Europe+ calls'),
        monthly_minor: 500,
        twin_id: 'prepaid-europe',
        position: 20,
      }),
      scope,
    },
    {
      ...offer({
        id: 'prepaid-m',
        billing: 'prePaid',
        name: named('Pre-paid M'),
        monthly_minor: 1990,
        commitment_months: 0,
        leave_percent: 0,
      }),
      scope,
    },
    {
      ...offer({
        id: 'prepaid-europe',
        kind: 'addOn',
        billing: 'prePaid',
        name: named('Europe+'),
        monthly_minor: 500,
        position: 20,
      }),
      scope,
    },
  )
  const number = { scope, version: 1, case_id: null, held_until: null, held_by: null }
  put(
    'phone_number',
    { ...number, id: numbers.wanted, state: 'free' },
    { ...number, id: numbers.other, state: 'free' },
    { ...number, id: numbers.sold, state: 'assigned' },
  )
}

/** A customer on record; overrides as wanted. */
export function aCustomer(overrides: Partial<CustomerRow> & { readonly id: string }): CustomerRow {
  return {
    scope: 'fr',
    version: 1,
    state: 'active',
    kind: 'individual',
    family_name: 'Nováková',
    given_names: 'Jana',
    contact_number: '+33639984112',
    email: null,
    street: '3 rue Saint-Dizier',
    postal_code: '54000',
    town: 'Nancy',
    language: 'cs',
    birth_date: null,
    person_hash: null,
    document_hash: null,
    account_number: 'A-104112',
    balance_minor: 0,
    currency: 'EUR',
    first_inquiry_at: 1,
    contract_signed_at: 1,
    active_since: 1,
    ...overrides,
  }
}

export const [line1, line2] = writeTd3({ ...icaoSpecimen, expiryDate: '2032-04-15' })

/** What an agent types in each step of the sale of look/. */
export const typed = {
  reason: {
    givenNames: 'Anna Maria',
    familyName: 'Eriksson',
    contactNumber: '06 39 98 66 10',
    language: 'en',
    bureau: true,
  },
  offer: {
    segment: 'mobile',
    billing: 'postPaid',
    planId: 'mobile-m',
    addOnIds: ['europe'],
    msisdn: numbers.wanted,
    sim: 'card',
  },
  identity: {
    documentKind: 'passport',
    line1,
    line2,
    addressKind: 'utilityBill',
    addressIssuedOn: '3 Sep 2026',
    street: '12 rue des Glacis',
    postalCode: '54000',
    town: 'Nancy',
    nameConfirmed: true,
  },
  credit: { income: '' },
  sign: { language: 'en', acceptance: 'pad', signature: 'M60 140 C 90 20, 130 20, 140 140 M70 100 L150 90' },
  payNow: { method: 'cash', tendered: '50,00' },
} as const satisfies Partial<Record<SaleStep, Readonly<Record<string, Json>>>>

export type TypedStep = keyof typeof typed

const finishers = {
  reason: 'customer.finishReason',
  offer: 'catalogue.finishOffer',
  identity: 'identity.finishIdentity',
  credit: 'credit.finishCredit',
  sign: 'contract.finishSign',
  payNow: 'payment.finishPayNow',
} as const

/** A desk that can be asked, whatever stands behind it. */
export type Asking = Pick<SaleWorld, 'ask' | 'do'>

/** Types a step (with changes) and finishes it. */
export async function finish(
  world: Asking,
  caseId: Id,
  step: TypedStep,
  changes: Readonly<Record<string, Json>> = {},
): Promise<Result<unknown>> {
  await world.do('interaction.saveDraft', { caseId, step, fields: plain({ ...typed[step], ...changes }) })
  return world.ask(finishers[step], { caseId })
}

/** What is typed, as zod's JSON has it: ours differs only in being readonly. */
function plain(fields: Readonly<Record<string, Json>>): InputOf<'interaction.saveDraft'>['fields'] {
  return JSON.parse(JSON.stringify(fields)) as InputOf<'interaction.saveDraft'>['fields'] // JSON made from JSON
}

/** Sells up to and with a step; everything must go well. */
export async function sellUpTo(world: Asking, last: TypedStep | 'start'): Promise<Id> {
  const { caseId } = await world.do('interaction.startCase', { channel: 'walkIn', customerId: null })
  const steps = ['reason', 'offer', 'identity', 'credit', 'sign', 'payNow'] as const
  for (const step of steps.slice(0, last === 'start' ? 0 : steps.indexOf(last) + 1)) {
    const done = await finish(world, caseId, step)
    if (!done.ok) throw new Error(`${step}: ${JSON.stringify(done.error)}`)
  }
  return caseId
}
