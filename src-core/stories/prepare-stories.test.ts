import { afterAll, afterEach, expect, test } from 'vitest'
import { createManualClock } from '../clock.ts'
import { sqliteStores } from '../db/test-store.ts'
import { createPortIns } from '../jobs/port-ins.ts'
import { silentLog } from '../log.ts'
import type { CoreRuntime } from '../runtime.ts'
import { seedWithBills } from '../seed/bills/test-bills.ts'
import { runSeed } from '../seed/run-seed.ts'
import { recountBill } from '../slices/bill/recount-bill.ts'
import { testRules } from '../slices/bill/test-billing.ts'
import { builtInBureau } from '../slices/credit/built-in-bureau.ts'
import { handlers } from '../slices/index.ts'
import { countedIds } from '../test-command.ts'
import { prepareStories } from './prepare-stories.ts'

const stores = sqliteStores()
const now = Date.UTC(2026, 9, 22, 10)
afterEach(() => stores.closeOpened())
afterAll(() => stores.stop())

async function prepared({ isBilled = false } = {}) {
  const store = await stores.open()
  if (isBilled) await seedWithBills(store, { customers: 20, now })
  else await runSeed({ db: store.db, dialect: store.dialect, sqlite: store.sqlite, customers: 20, seed: 1, now })
  const manual = createManualClock(now)
  const services = { bureau: builtInBureau(store.db) }
  const ids = countedIds(manual.clock.now)
  const core: CoreRuntime = { store, clock: manual.clock, ids, services, handlers, log: silentLog, reached: () => {} }
  await prepareStories(core)
  return { core, db: store.db, manual, portIns: createPortIns({ core: store, ids, ...manual }) }
}

test('a number sold twice waits for whoever takes it, and nobody can send under the story desks’ keys', async () => {
  const { db } = await prepared()
  const tasks = await db.selectFrom('decision_task').selectAll().execute()
  expect(tasks).toMatchObject([
    {
      state: 'team',
      type: 'order.submitOrder',
      code: 'NUMBER_TAKEN',
      actor_name: 'Luc',
      customer_name: 'Camille Rose Thévenot',
    },
  ])
  expect(await db.selectFrom('device').select('id').where('revoked_at', 'is', null).execute()).toEqual([])
})

test('the donor refuses the number brought along, within seconds of the start', async () => {
  const { db, manual, portIns } = await prepared()
  await manual.advance(5_000)
  await portIns.tick()
  const rows = await db.selectFrom('port_in').selectAll().execute()
  expect(rows).toMatchObject([{ state: 'refusedByDonor', refusal: 'MINIMUM_STAY' }])
})

test('yesterday’s case is half finished, with its note; a second start prepares nothing again', async () => {
  const { core, db } = await prepared()
  const cases = () => db.selectFrom('service_case').selectAll().orderBy('opened_at').execute()
  const [yesterday, ...others] = await cases()
  expect(yesterday).toMatchObject({ reference: '26-90004', owner_name: 'Irina', state: 'open' })
  expect(now - (yesterday?.opened_at ?? 0)).toBe(24 * 3_600_000)
  const steps = await db
    .selectFrom('case_step')
    .select(['step', 'state'])
    .where('case_id', '=', yesterday?.id ?? '')
    .orderBy('step')
    .execute()
  expect(steps).toEqual([
    { step: 'offer', state: 'parked' },
    { step: 'reason', state: 'finished' },
  ])
  await prepareStories(core)
  expect(await cases()).toHaveLength(1 + others.length)
})

test('where bills are, three disputes and a credit wait for Petr, one of them of his own household', async () => {
  const { db } = await prepared({ isBilled: true })
  const kin = await db.selectFrom('staff_kin').select('customer_id').execute()
  const waiting = await db
    .selectFrom('dispute')
    .select(['reference', 'customer_id', 'state'])
    .where('decided_at', 'is', null)
    .orderBy('reference')
    .execute()
  expect(waiting.map(({ reference, state }) => [reference, state])).toEqual([
    ['D-90001', 'submitted'],
    ['D-90002', 'submitted'],
    ['D-90003', 'submitted'],
  ])
  expect(kin.map((row) => row.customer_id)).toEqual([waiting[2]?.customer_id])
  const credits = await db.selectFrom('adjustment').select(['reference', 'state']).orderBy('reference').execute()
  expect(credits).toEqual([
    { reference: 'C-90001', state: 'applied' },
    { reference: 'C-90002', state: 'pendingApproval' },
    { reference: 'D-90004', state: 'applied' },
  ])
})

test('Pavel’s bill has a call that came twice, and Hélène’s fee is what was owed', async () => {
  const { core, db } = await prepared({ isBilled: true })
  const filed = await db
    .selectFrom('dispute')
    .innerJoin('dispute_line', 'dispute_line.dispute_id', 'dispute.id')
    .innerJoin('bill_line', 'bill_line.id', 'dispute_line.bill_line_id')
    .select(['dispute.scope', 'dispute.bill_id', 'bill_line.id as lineId', 'bill_line.amount_minor'])
    .where('dispute.reference', 'in', ['D-90001', 'D-90002'])
    .orderBy('dispute.reference')
    .execute()
  const [pavel, helene] = await Promise.all(
    filed.map(async ({ scope, bill_id, lineId, amount_minor }) => {
      const counted = await recountBill(core.store, testRules(), scope, bill_id)
      return { amount_minor, ...counted?.lines.find((line) => line.lineId === lineId) }
    }),
  )
  expect(pavel).toMatchObject({ amount_minor: 10_620, billedMicro: 106_200_000, shouldMicro: 97_700_000 })
  expect(pavel?.uses?.map(({ isDouble }) => isDouble)).toEqual([true])
  expect(helene).toMatchObject({ owedMinor: helene?.amount_minor, isOrdered: true, isTwice: false })
})
