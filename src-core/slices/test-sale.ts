import type { CommandBody, CommandType } from '#shared/contract/commands.ts'
import type { Command, PushResult } from '#shared/contract/wire.ts'
import { contractTerms } from '#shared/domain/contract/builders.ts'
import type { ContractTerms } from '#shared/domain/contract/commands.ts'
import { roleSchema } from '#shared/domain/staff/roles.ts'
import type { Id, Ids } from '#shared/kernel/ids.ts'
import { reachedInProcess } from '#shared/node/crash-points.ts'
import { createDeviceKeys } from '#shared/node/crypto.ts'
import type { ManualClock } from '../clock.ts'
import { createManualClock } from '../clock.ts'
import type { CoreStore } from '../db/open-core-database.ts'
import type { Device } from '../db/schema.ts'
import { createBlocks } from '../jobs/blocks.ts'
import { createDecisions } from '../jobs/decisions.ts'
import { createHolds } from '../jobs/holds.ts'
import type { Job } from '../jobs/job.ts'
import { createMessages } from '../jobs/messages.ts'
import { createPortIns } from '../jobs/port-ins.ts'
import { createProvisioning } from '../jobs/provisioning.ts'
import { silentLog } from '../log.ts'
import type { CoreRuntime } from '../runtime.ts'
import type { KnownPerson } from '../seed/known-people.ts'
import { knownPeople } from '../seed/known-people.ts'
import { runSeed } from '../seed/run-seed.ts'
import { decideCommand } from '../sync/decide.ts'
import type { CreditBureau } from '../sync/handler.ts'
import { commandMaker, countedIds } from '../test-command.ts'
import { builtInBureau } from './credit/built-in-bureau.ts'
import { handlers } from './index.ts'

/** The seeded market with desks that push signed commands into the real ledger; no HTTP. */
export interface SaleWorld extends ManualClock {
  readonly store: CoreStore
  readonly ids: Ids
  readonly provisioning: Job
  readonly holds: Job
  readonly decisions: Job
  readonly blocks: Job
  readonly portIns: Job
  readonly messages: Job
  readonly desk: (login: string) => Promise<SaleDesk>
}

export interface SaleDesk {
  readonly id: Id
  readonly userId: Id
  readonly seat: string
  readonly push: <T extends CommandType>(
    type: T,
    body: CommandBody<T>,
    change?: Partial<Command>,
  ) => Promise<PushResult & { readonly command: Id }>
}

/** Noon of the day on which the pictures of look/ play. */
export const saleDay = Date.UTC(2026, 9, 22, 10)

/** Opens it over an empty, migrated database. */
export async function openSaleWorld(
  store: CoreStore,
  bureau: CreditBureau = builtInBureau(store.db),
): Promise<SaleWorld> {
  await runSeed({ db: store.db, dialect: store.dialect, sqlite: store.sqlite, customers: 20, seed: 1, now: saleDay })
  const manual = createManualClock(saleDay)
  const ids = countedIds(manual.clock.now)
  const runtime: CoreRuntime = {
    store,
    clock: manual.clock,
    ids,
    services: { bureau },
    handlers,
    log: silentLog,
    reached: reachedInProcess,
  }
  const background = { core: store, clock: manual.clock, timers: manual.timers }
  return {
    ...manual,
    store,
    ids,
    provisioning: createProvisioning(background),
    holds: createHolds(background),
    decisions: createDecisions(background),
    blocks: createBlocks(background),
    portIns: createPortIns({ ...background, ids }),
    messages: createMessages({ ...background, ids }),
    desk: (login) => openDesk(runtime, login),
  }
}

async function openDesk(core: CoreRuntime, login: string): Promise<SaleDesk> {
  const user = await core.store.db
    .selectFrom('app_user')
    .selectAll()
    .where('login', '=', login)
    .executeTakeFirstOrThrow()
  const keys = createDeviceKeys()
  const id = core.ids.next()
  const number = Number.parseInt(id.slice(-6), 16)
  const device: Device = {
    id,
    number,
    name: login,
    public_key: keys.publicKey,
    scope: user.scope,
    enrolled_at: 0,
    revoked_at: null,
  }
  await core.store.db.insertInto('device').values(device).execute()
  const actor = { userId: user.id, name: user.name, role: roleSchema.parse(user.role), deskName: user.seat }
  const make = commandMaker({ deviceId: id, privateKey: keys.privateKey, actor, ids: core.ids, now: core.clock.now })
  return {
    id,
    userId: user.id,
    seat: user.seat,
    push: async (type, body, change) => {
      const command = make(type, body, change)
      return { ...(await decideCommand(core, device, command)), command: command.id }
    },
  }
}

export interface SaleWishes {
  readonly person?: KnownPerson
  readonly msisdn?: string
  readonly planId?: string
  readonly monthlyMinor?: number
  readonly depositMinor?: number
  /** Terms signed otherwise than the price list has them. */
  readonly terms?: Partial<ContractTerms>
}

/** The commands of one sale with ids of its own; each can be changed before it is pushed. */
export type Sale = ReturnType<typeof saleOf>

/** Bodies of a sale: by default Anna Maria Eriksson takes Mobile M under +33639987777. */
export function saleOf(ids: Ids, wishes: SaleWishes = {}) {
  const { person = knownPeople.eriksson, msisdn = '+33639987777', planId = 'mobile-m', monthlyMinor = 2490 } = wishes
  const depositMinor = wishes.depositMinor ?? 0
  const id = { case: ids.next(), customer: ids.next(), agreement: ids.next(), order: ids.next(), product: ids.next() }
  const base = { caseId: id.case, customerId: id.customer }
  const { facts } = person
  const terms = contractTerms({
    planId,
    msisdn,
    priceListId: 'prices-1',
    monthlyMinor,
    dueNowMinor: 1000 + depositMinor,
    depositMinor,
    ...wishes.terms,
  })
  return {
    id,
    open: {
      caseId: id.case,
      contactId: ids.next(),
      reference: '26-10417',
      recipe: 'sale',
      channel: 'walkIn',
      customerId: null,
    },
    prospect: {
      ...base,
      givenNames: facts.givenNames,
      familyName: facts.surname,
      contactNumber: '+33639986610',
      email: null,
      language: 'en',
      currency: 'EUR',
      consents: { bureau: true, recording: false, sms: false, email: false, profiling: false, wording: '1' },
    },
    step: { caseId: id.case, step: 'offer', fields: { planId }, note: '', customerId: id.customer, state: 'finished' },
    reserve: { caseId: id.case, msisdn },
    evidence: {
      ...base,
      evidenceId: ids.next(),
      kind: person.kind,
      mrz: [...person.lines] as string[], // bodies are writable by their schema, constants are not
      read: {
        surname: facts.surname,
        givenNames: facts.givenNames,
        issuingState: facts.issuingState,
        documentMasked: '••••••',
        birthDate: facts.birthDate,
        expiryDate: facts.expiryDate,
      },
      address: {
        kind: 'utilityBill',
        issuedOn: '2026-09-03',
        street: '12 rue des Glacis',
        postalCode: '54000',
        town: 'Nancy',
      },
    },
    credit: {
      ...base,
      decisionId: ids.next(),
      monthlyMinor,
      currency: 'EUR',
      incomeMinor: null,
      bureauConsent: true,
      provisional: { class: 'C', depositMonths: 1, spendingLimitMinor: 10_000, lines: 2, validUntil: '2026-10-29' },
    },
    sign: {
      ...base,
      agreementId: id.agreement,
      reference: 'C-26-10417',
      language: 'en',
      acceptance: 'pad',
      acceptanceReference: '',
      documentHash: 'a'.repeat(64),
      terms,
    },
    pay: {
      ...base,
      paymentId: ids.next(),
      agreementId: id.agreement,
      amountMinor: terms.dueNowMinor,
      currency: 'EUR',
      paid: { method: 'cash', tenderedMinor: 20_000 as number }, // as: a body is writable by its schema
      topUpMinor: 0,
      shiftId: null as string | null, // a body is writable by its schema
    },
    submit: {
      ...base,
      orderId: id.order,
      productId: id.product,
      agreementId: id.agreement,
      planId,
      addOnIds: [] as string[],
      msisdn,
      sim: 'card',
      iccid: null as string | null,
    },
  } as const
}

const flow = [
  ['open', 'interaction.openCase'],
  ['prospect', 'customer.createProspect'],
  ['reserve', 'number.reserveNumber'],
  ['evidence', 'identity.recordEvidence'],
  ['credit', 'credit.requestDecision'],
  ['sign', 'contract.signContract'],
  ['pay', 'payment.recordPayment'],
  ['submit', 'order.submitOrder'],
] as const
export type SalePart = (typeof flow)[number][0]

/** Pushes a sale in its order, all of it or up to and including a part, leaving some out; gives the last result. */
export async function sell(
  desk: SaleDesk,
  sale: Sale,
  until: SalePart = 'submit',
  without: readonly SalePart[] = [],
): Promise<PushResult & { readonly command: Id }> {
  let last: (PushResult & { readonly command: Id }) | undefined
  for (const [part, type] of flow) {
    // the part and the type stand in one row of the table above
    if (!without.includes(part)) last = await desk.push(type, structuredClone(sale[part]) as CommandBody<typeof type>)
    if (part === until) break
  }
  if (!last) throw new Error('nothing was pushed')
  return last
}
