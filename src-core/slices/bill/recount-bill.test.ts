import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { compilePlan } from '#shared/domain/rating/compile-plan.ts'
import type { CoreStore } from '#core/db/open-core-database.ts'
import type { BillingRules } from './billing-rules.ts'
import { recountBill } from './recount-bill.ts'
import { rerateBill } from './rerate-bill.ts'
import { billUpTo, billingStores, callLine, postPaidLines, takeIn, testRules } from './test-billing.ts'

const stores = billingStores()
let store: CoreStore
let scope = ''
let productId = ''
let billId = ''
beforeEach(async () => {
  store = await stores.open()
  const [line] = await postPaidLines(store)
  productId = line?.id ?? ''
  billId = `${line?.account_id ?? ''}:2026-11-03`
  const call = { msisdn: line?.msisdn ?? '', other: '+33899000000', units: 600 }
  await takeIn(store, stores.folder, [
    callLine({ ...call, id: 'once' }),
    callLine({ ...call, id: 'twice' }),
    callLine({ ...call, id: 'later', startedAt: '2026-10-10T12:00:00+02:00' }),
  ])
  await billUpTo(store, '2026-11-03')
  const bill = await store.db.selectFrom('bill').selectAll().where('id', '=', billId).executeTakeFirstOrThrow()
  scope = bill.scope
})
afterEach(() => stores.closeOpened())
afterAll(() => stores.stop())

const recount = async (rules = testRules()) => {
  const lines = (await recountBill(store, rules, scope, billId))?.lines ?? []
  const rows = await store.db.selectFrom('bill_line').selectAll().where('bill_id', '=', billId).execute()
  const of = (kind: string) => {
    const row = rows.find((one) => one.kind === kind)
    const line = lines.find(({ lineId }) => lineId === row?.id)
    if (!row || !line) throw new Error(`no ${kind}`)
    return { ...line, row }
  }
  return { usage: of('usage'), fee: of('recurring') }
}
const cheaper = (): BillingRules => {
  const rules = testRules()
  const { plan } = rules.planOf('*')
  const rates = plan.rates.map((rate) => ({
    ...rate,
    bands: rate.bands.map((band) => ({ ...band, connectMicro: Math.floor(band.connectMicro / 2) })),
  }))
  return { ...rules, planOf: () => compilePlan({ ...plan, rates }) }
}

test('a call that came twice is one, the others and the fee are as billed', async () => {
  const { usage, fee } = await recount()
  expect(usage).toMatchObject({ billedMicro: 25_500_000, shouldMicro: 17_000_000, settledMicro: 0, unpriced: 0 })
  expect(usage.uses).toEqual([{ id: 'twice', billedMicro: 8_500_000, shouldMicro: 0, isDouble: true }])
  expect(fee).toMatchObject({ isOrdered: true, isTwice: false, owedMinor: fee.row.amount_minor, settledMinor: 0 })
  expect(await recountBill(store, testRules(), 'elsewhere', billId)).toBeUndefined()
})

test('prices put right since count, and what a re-rating took back already is told', async () => {
  const { usage } = await recount(cheaper())
  expect(usage.shouldMicro).toBe(16_500_000)
  expect(Object.fromEntries(usage.uses.map(({ id, shouldMicro }) => [id, shouldMicro]))).toEqual({
    ...{ later: 8_250_000, once: 8_250_000, twice: 0 },
  })
  await rerateBill(store, billId, cheaper(), '2026-11-10')
  expect((await recount(cheaper())).usage).toMatchObject({ billedMicro: 25_500_000, settledMicro: 750_000 })
})

test('a fee for days that were not owed is what the next bill gives back; long after that, nothing does', async () => {
  await store.db.updateTable('charge').set({ active_until: '2026-10-13' }).where('product_id', '=', productId).execute()
  const { fee } = await recount()
  const lessMinor = fee.row.amount_minor - (fee.owedMinor ?? 0)
  expect([fee.owedDays, fee.settledMinor]).toEqual([10, lessMinor])
  expect(lessMinor).toBeGreaterThan(0)
  await store.db.updateTable('billing_account').set({ next_bill_on: '2027-06-03' }).execute()
  expect((await recount()).fee.settledMinor).toBe(0)
})

test('a product nobody has on record was ordered by nobody', async () => {
  await store.db.updateTable('product').set({ order_id: 'gone' }).where('id', '=', productId).execute()
  expect((await recount()).fee.isOrdered).toBe(false)
})
