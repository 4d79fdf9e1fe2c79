import { afterAll, afterEach, expect, test } from 'vitest'
import type { CoreStore } from '#core/db/open-core-database.ts'
import { inUnit } from '#core/db/unit.ts'
import type { Cycle } from '#shared/domain/billing/periods.ts'
import { ensureAccounts } from './ensure-accounts.ts'
import { setCycle } from './payer-cycle.ts'
import { runBills } from './run-bills.ts'
import {
  billUpTo,
  billingStores,
  callLine,
  postPaidLines,
  seedSmall,
  storeCopies,
  takeIn,
  testMarket,
  testRules,
} from './test-billing.ts'
import { trialBalance } from './trial-balance.ts'

const fresh = storeCopies('linedesk-cycles-', (store) => seedSmall(store, 12))
const billed = billingStores()
afterEach(() => Promise.all([fresh.closeOpened(), billed.closeOpened()]))
afterAll(() => {
  fresh.stop()
  billed.stop()
})

/** A payer of one line only, in a market where nobody was ever billed. */
async function payerOf(store: CoreStore) {
  const lines = await store.db
    .selectFrom('product')
    .innerJoin('offer', 'offer.id', 'product.offer_id')
    .innerJoin('customer', 'customer.id', 'product.customer_id')
    .select(['product.customer_id', 'product.msisdn', 'product.monthly_minor', 'product.since'])
    .where('product.state', '=', 'active')
    .where('offer.billing', '=', 'postPaid')
    .where('product.payer_id', 'is', null)
    .where('customer.kind', '=', 'individual')
    .orderBy('product.id')
    .execute()
  const own = lines.find(
    ({ customer_id, since, msisdn }) =>
      lines.filter((other) => other.customer_id === customer_id).length === 1 &&
      msisdn !== null &&
      (since ?? 0) < Date.UTC(2026, 5, 1),
  )
  if (!own) throw new Error('a payer of one line')
  return own
}
const ask = (store: CoreStore, id: string, cycle: Cycle) => inUnit(store, (unit) => setCycle(unit, id, cycle))
const billsOf = (store: CoreStore, id: string) =>
  store.db.selectFrom('bill').selectAll().where('customer_id', '=', id).orderBy('bill_date').execute()
const linesOf = async (store: CoreStore, id: string) => {
  const rows = await store.db
    .selectFrom('bill_line')
    .innerJoin('bill', 'bill.id', 'bill_line.bill_id')
    .select(['bill.bill_date', 'bill_line.kind', 'bill_line.amount_minor', 'bill_line.free'])
    .where('bill.customer_id', '=', id)
    .orderBy('bill.bill_date')
    .orderBy('bill_line.position')
    .execute()
  return rows
}

test('who asked to be billed every quarter from the 31st is: three months on a bill, all other payers monthly', async () => {
  const store = await fresh.open()
  const { customer_id: id, monthly_minor: fee } = await payerOf(store)
  expect(await ask(store, id, { frequency: 'quarterly', cycleDay: 31, anchorMonth: 8 })).toEqual({
    ok: true,
    value: true,
  })
  await billUpTo(store, '2026-12-10')
  const [bill, ...more] = await billsOf(store, id)
  expect([bill?.bill_date, bill?.period_start, more]).toEqual(['2026-11-30', '2026-08-31', []])
  expect((await linesOf(store, id)).map(({ amount_minor }) => amount_minor)).toEqual([fee, fee, fee])
  const account = await store.db.selectFrom('bill_account').selectAll().where('id', '=', id).executeTakeFirst()
  expect(account).toMatchObject({ frequency: 'quarterly', cycle_day: 31, anchor_month: 8, next_bill_on: '2027-02-28' })
  const others = await store.db
    .selectFrom('bill')
    .select('bill_date')
    .where('customer_id', '<>', id)
    .distinct()
    .execute()
  expect(others).toEqual([{ bill_date: '2026-12-03' }])
  expect(await trialBalance(store)).toMatchObject({ off: [], unbalanced: [], openDiffers: [] })
  expect(await ask(store, id, { frequency: 'monthly', cycleDay: 3, anchorMonth: 1 })).toMatchObject({
    error: { code: 'CYCLE_FIXED' },
  })
})

test('an account without a bill takes another cycle on, and usage of both halves of a month shares its allowance', async () => {
  const store = await fresh.open()
  const { customer_id: id, msisdn } = await payerOf(store)
  await ensureAccounts(store, '2026-10-01', testMarket)
  expect(await ask(store, id, { frequency: 'twiceMonthly', cycleDay: 1, anchorMonth: 1 })).toMatchObject({ ok: true })
  const data = (name: string, day: string, units: number) =>
    callLine({
      id: name,
      msisdn: msisdn ?? '',
      type: 'data',
      other: '',
      units,
      startedAt: `2026-10-${day}T10:00:00+02:00`,
    })
  const whole = await fresh.open()
  await ask(whole, id, { frequency: 'monthly', cycleDay: 1, anchorMonth: 1 })
  await ensureAccounts(whole, '2026-10-01', testMarket)
  const usage = [data('a', '05', 90_000_000_000), data('b', '20', 90_000_000_000)]
  for (const one of [store, whole]) await takeIn(one, fresh.folder, usage)
  await billUpTo(store, '2026-11-01')
  await billUpTo(whole, '2026-11-01')
  const sumOf = async (one: CoreStore) => {
    const lines = (await linesOf(one, id)).filter(({ bill_date: day }) => day > '2026-10-01')
    const sum = (kind: string, of: 'amount_minor' | 'free') =>
      lines.filter((line) => line.kind === kind).reduce((all, line) => all + line[of], 0)
    return [sum('recurring', 'amount_minor'), sum('usage', 'amount_minor'), sum('usage', 'free')]
  }
  expect((await billsOf(store, id)).map(({ bill_date }) => bill_date).slice(-2)).toEqual(['2026-10-16', '2026-11-01'])
  const monthly = await sumOf(whole)
  expect(monthly[1]).toBeGreaterThan(0)
  expect(await sumOf(store)).toEqual(monthly)
})

test('usage of a year’s bill is all on it, each month by its own allowance', async () => {
  const store = await fresh.open()
  const { customer_id: id, msisdn } = await payerOf(store)
  await ask(store, id, { frequency: 'yearly', cycleDay: 1, anchorMonth: 11 })
  const month = (name: string, on: string) =>
    callLine({
      id: name,
      msisdn: msisdn ?? '',
      type: 'data',
      other: '',
      units: 15_000_000_000,
      startedAt: `${on}T10:00:00Z`,
    })
  await ensureAccounts(store, '2026-10-20', testMarket)
  await takeIn(store, fresh.folder, [month('a', '2026-07-10'), month('b', '2026-08-10'), month('c', '2026-09-10')])
  await runBills(store, '2026-11-01', testRules())
  const usage = (await linesOf(store, id)).filter(
    ({ kind, bill_date }) => kind === 'usage' && bill_date === '2026-11-01',
  )
  expect(usage.reduce((sum, { free }) => sum + free, 0)).toBe(45_000_000_000)
})

test('nobody has no cycle, and what is billed already keeps its own', async () => {
  const store = await billed.open()
  const monthly = { frequency: 'monthly', cycleDay: 31, anchorMonth: 1 } as const
  expect(await ask(store, 'nobody', monthly)).toMatchObject({ error: { code: 'CUSTOMER_UNKNOWN' } })
  const [line] = await postPaidLines(store)
  await billUpTo(store, '2026-11-03')
  expect(await ask(store, line?.account_id ?? '', monthly)).toMatchObject({ error: { code: 'CYCLE_FIXED' } })
})
