import { authorityPolicySchema, disputePolicySchema } from '#shared/domain/catalogue/authority-policy.ts'
import type { CommandBody, CommandType } from '#shared/contract/commands.ts'
import type { Command, PullLine, PushResult, SessionResponse } from '#shared/contract/wire.ts'
import { pullLineSchema, pushResponseSchema, sessionResponseSchema } from '#shared/contract/wire.ts'
import type { Policies } from '#shared/domain/catalogue/policies.ts'
import { overridePolicySchema, verificationPolicySchema, workPolicySchema } from '#shared/domain/catalogue/policies.ts'
import type { Role } from '#shared/domain/staff/roles.ts'
import type { Id, Ids } from '#shared/kernel/ids.ts'
import { createDeviceKeys } from '#shared/node/crypto.ts'
import type { ManualClock } from './clock.ts'
import { createManualClock } from './clock.ts'
import type { CoreStore } from './db/open-core-database.ts'
import { inUnit } from './db/unit.ts'
import { hashPassword } from '#shared/node/password.ts'
import { silentLog } from './log.ts'
import type { Core } from './server.ts'
import { createCore } from './server.ts'
import { handlers as allHandlers } from './slices/index.ts'
import type { HandlerMap } from './sync/handler-map.ts'
import { commandMaker, countedIds } from './test-command.ts'

/** A core over a database with a small market, and desks that speak to it through its door. */
export interface TestWorld extends ManualClock {
  readonly core: Core
  readonly store: CoreStore
  readonly ids: Ids
  /** A desk with keys of its own, signed in as a person of the market. */
  readonly desk: (role?: Role) => Promise<TestDesk>
  readonly close: () => Promise<void>
}

/** What a desk keeps: its keys and its numbering. */
export interface TestDesk {
  readonly id: Id
  readonly keys: { readonly privateKey: string; readonly publicKey: string }
  readonly session: SessionResponse
  readonly headers: { readonly authorization: string }
  /** Makes and signs the desk's next command. */
  readonly command: <T extends CommandType>(type: T, body: CommandBody<T>, change?: Partial<Command>) => Command
  /** Pushes commands through the door and gives their results. */
  readonly push: (...commands: readonly Command[]) => Promise<readonly PushResult[]>
  /** Pulls one page after a cursor. */
  readonly pull: (cursor: number) => Promise<readonly PullLine[]>
}

export const testPassword = 'a password of the tests'
export const testStart = Date.UTC(2031, 5, 12, 9, 0)

const people: readonly (readonly [string, Role])[] = [
  ['Anna', 'agent'],
  ['Luc', 'store'],
  ['Petr', 'supervisor'],
  ['Zoé', 'backOffice'],
]

/** Opens such a world over an empty, migrated database. Handlers of single types may be replaced. */
export async function openTestWorld(store: CoreStore, replaced: Partial<HandlerMap> = {}): Promise<TestWorld> {
  const manual = createManualClock(testStart)
  const ids = countedIds(manual.clock.now)
  await fillMarket(store, ids)
  const core = createCore({
    db: store,
    clock: manual.clock,
    timers: manual.timers,
    ids,
    services: { bureau: { ask: () => Promise.resolve({ kind: 'unknown' }) } },
    handlers: { ...allHandlers, ...replaced },
    log: silentLog,
  })
  return {
    ...manual,
    core,
    store,
    ids,
    desk: (role = 'store') =>
      signInDesk(core, ids, manual.clock.now, people.find(([, each]) => each === role)?.[0] ?? ''),
    close: () => core.close(),
  }
}

async function signInDesk(core: Core, ids: Ids, now: () => number, name: string): Promise<TestDesk> {
  const id = ids.next()
  const keys = createDeviceKeys()
  const answer = await core.app.inject({
    method: 'POST',
    url: '/session',
    payload: { name, password: testPassword, device: { id, name: 'Test desk', publicKey: keys.publicKey } },
  })
  const session = sessionResponseSchema.parse(answer.json())
  const headers = { authorization: `Bearer ${session.token}` }
  return {
    id,
    keys,
    session,
    headers,
    command: commandMaker({ deviceId: id, privateKey: keys.privateKey, actor: actorOf(session), ids, now }),
    push: async (...commands) => {
      const pushed = await core.app.inject({
        method: 'POST',
        url: '/sync/v1/push',
        headers,
        payload: { epoch: session.epoch, deviceId: id, commands: [...commands], held: [] },
      })
      return pushResponseSchema.parse(pushed.json()).results
    },
    pull: async (cursor) => {
      const url = `/sync/v1/pull?scope=${session.scope}&epoch=${session.epoch}&cursor=${cursor}`
      const pulled = await core.app.inject({ method: 'GET', url, headers })
      return pulled.body
        .trimEnd()
        .split('\n')
        .map((line) => pullLineSchema.parse(JSON.parse(line)))
    },
  }
}

const actorOf = ({ userId, name, role, deskName }: SessionResponse): Command['actor'] => ({
  userId,
  name,
  role,
  deskName,
})

const scope = 'nancy'

const policies: Policies = {
  market: {
    operator: 'Northline Mobile',
    country: 'FR',
    currency: 'EUR',
    zone: 'Europe/Paris',
    place: 'Nancy',
    isDemonstration: true,
    specimenDocuments: true,
  },
  credit: {
    classes: {
      A: { depositMonths: 0, spendingLimitMinor: 20_000, lines: 5, postPaid: true, nextBill: false },
      B: { depositMonths: 0, spendingLimitMinor: 15_000, lines: 3, postPaid: true, nextBill: false },
      C: { depositMonths: 1, spendingLimitMinor: 10_000, lines: 2, postPaid: true, nextBill: false },
      D: { depositMonths: 3, spendingLimitMinor: 5_000, lines: 1, postPaid: true, nextBill: false },
      E: { depositMonths: 0, spendingLimitMinor: 0, lines: 0, postPaid: false, nextBill: false },
    },
    offline: { class: 'C', maxPending: 5 },
    incomeTimesMonthly: 20,
    validDays: 30,
    history: {
      refusedDebtMinor: 50_000,
      goodMinPayments: 6,
      goodLatePercent: 5,
      fairLatePercent: 20,
      ownMinPayments: 3,
    },
    override: overridePolicySchema.parse({}),
  },
  identity: { minimumAge: 18, addressProofMaxAgeDays: 90 },
  work: workPolicySchema.parse({}),
  verification: verificationPolicySchema.parse({}),
  authority: authorityPolicySchema.parse({}),
  disputes: disputePolicySchema.parse({}),
}

let passwordHash: Promise<string> | undefined

async function fillMarket(store: CoreStore, ids: Ids): Promise<void> {
  // hashing is slow by design; once is enough for all worlds of a test file
  passwordHash ??= hashPassword(testPassword)
  const password_hash = await passwordHash
  for (const [position, [name, role]] of people.entries())
    await store.db
      .insertInto('app_user')
      .values({
        id: ids.next(),
        name,
        login: name.toLowerCase(),
        role,
        scope,
        seat: `Shop Nancy, Counter ${position + 1}`,
        story: 'story.none',
        password_hash,
        failures: 0,
        locked_until: null,
        position,
      })
      .execute()
  await inUnit(store, async (unit) => {
    for (const [id, body] of Object.entries(policies))
      await unit.insert('policy', { id, scope, body: JSON.stringify(body) })
    for (let index = 0; index < 40; index += 1)
      await unit.insert('phone_number', {
        id: `+336399800${String(index).padStart(2, '0')}`,
        scope,
        state: 'free',
        case_id: null,
        held_until: null,
        held_by: null,
        leased_to: null,
        leased_until: null,
      })
  })
}
