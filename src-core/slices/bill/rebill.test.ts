import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { compilePlan } from '#shared/domain/rating/compile-plan.ts'
import type { CoreStore } from '#core/db/open-core-database.ts'
import { inUnit } from '#core/db/unit.ts'
import type { BillingRules } from './billing-rules.ts'
import { bookPayment } from './book-payment.ts'
import { creditBill } from './credit-bill.ts'
import { creditAmount } from './credit-lines.ts'
import { rebill } from './rebill.ts'
import { rerateBill } from './rerate-bill.ts'
import { billUpTo, billingStores, callLine, postPaidLines, takeIn, testRules } from './test-billing.ts'
import { trialBalance } from './trial-balance.ts'

const stores = billingStores()
let store: CoreStore
let payer = ''
let productId = ''
let billId = ''
beforeEach(async () => {
  store = await stores.open()
  const [line] = await postPaidLines(store)
  payer = line?.account_id ?? ''
  productId = line?.id ?? ''
  billId = `${payer}:2026-11-03`
  await takeIn(store, stores.folder, [callLine({ id: 'x', msisdn: line?.msisdn ?? '', other: '+33899000000' })])
  await once('once', 1500)
  await billUpTo(store, '2026-11-03')
})
afterEach(() => stores.closeOpened())
afterAll(() => stores.stop())

const once = async (id: string, price_minor: number) => {
  const charge = await store.db
    .selectFrom('charge')
    .selectAll()
    .where('product_id', '=', productId)
    .executeTakeFirstOrThrow()
  const row = { ...charge, id, kind: 'oneTime', price_minor, active_from: '2026-10-20', active_until: null }
  await store.db.insertInto('charge').values(row).execute()
}
const billOf = (id: string) => store.db.selectFrom('bill').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const linesOf = (id: string) =>
  store.db
    .selectFrom('bill_line')
    .select(['kind', 'charge_id', 'from_date', 'to_date', 'days', 'amount_minor', 'records'])
    .where('bill_id', '=', id)
    .orderBy('position')
    .execute()
const again = (rules = testRules()) => rebill(store, billId, rules, '2026-11-12')
const balanced = async () => {
  const { off, unbalanced, openDiffers } = await trialBalance(store)
  expect({ off, unbalanced, openDiffers }).toEqual({ off: [], unbalanced: [], openDiffers: [] })
}
const dearer = (): BillingRules => {
  const rules = testRules()
  const { plan } = rules.planOf('*')
  const rates = plan.rates.map((rate) => ({
    ...rate,
    bands: rate.bands.map((band) => ({ ...band, connectMicro: band.connectMicro + 1_000_000 })),
  }))
  return { ...rules, planOf: () => compilePlan({ ...plan, rates }) }
}

test('a bill with nothing wrong comes out the same, under a number and a date of its own, and once only', async () => {
  const made = await again()
  const bill = await billOf(billId)
  expect(made).toMatchObject({
    value: {
      noteId: `${billId}:note`,
      bill: {
        ...{ about_id: billId, bill_date: '2026-11-12', period_start: bill.period_start, period_end: bill.period_end },
        ...{ payable_minor: bill.payable_minor, open_minor: bill.payable_minor, net_minor: bill.net_minor },
      },
    },
  })
  expect(await linesOf(`${billId}:rebill`)).toEqual(await linesOf(billId))
  const numbers = await store.db.selectFrom('bill').select('number').where('customer_id', '=', payer).execute()
  const counts = numbers.map(({ number }) => Number(number.split('-').at(-1))).toSorted((a, b) => a - b)
  expect(counts).toEqual(counts.map((_, index) => index + 1))
  expect(await again()).toEqual(made)
  await balanced()
  // and the next run finds its month as if nothing had been
  expect(await billUpTo(store, '2026-12-03')).toMatchObject({ records: 0 })
  const fee = (await linesOf(billId)).filter(({ kind }) => kind === 'recurring')
  expect((await linesOf(`${payer}:2026-12-03`)).map(({ kind, amount_minor }) => [kind, amount_minor])).toEqual(
    fee.map(({ amount_minor }) => ['recurring', amount_minor]),
  )
  await balanced()
})

test('what was found out since is on it at once: days, prices and what was paid', async () => {
  const bill = await billOf(billId)
  const paid = { way: 'cash', reference: '', amountMinor: bill.payable_minor, currency: 'EUR', told: null } as const
  await inUnit(store, (unit) =>
    bookPayment(unit, {
      ...paid,
      id: 'p',
      customerId: payer,
      takenOn: '2026-11-05',
      told: [{ billId, amountMinor: paid.amountMinor }],
    }),
  )
  await store.db
    .updateTable('charge')
    .set({ active_until: '2026-10-24' })
    .where('product_id', '=', productId)
    .where('kind', '<>', 'oneTime')
    .execute()
  const made = await again(dearer())
  const lines = await linesOf(`${billId}:rebill`)
  const [fee, , usage] = lines
  expect([fee?.days, usage?.amount_minor]).toEqual([21, 230])
  const payable = lines.reduce((sum, { amount_minor }) => sum + amount_minor, 0)
  expect(made).toMatchObject({ value: { bill: { payable_minor: payable, open_minor: 0, state: 'settled' } } })
  const account = await store.db.selectFrom('bill_account').selectAll().where('id', '=', payer).executeTakeFirst()
  expect(account?.credit_minor).toBe(bill.payable_minor - payable)
  await balanced()
})

test('a bill taken back before gets its rebill; where the next bill took it up, nothing is billed twice', async () => {
  await inUnit(store, (unit) => creditBill(unit, { id: 'n', billId, on: '2026-11-10' }))
  const other = await stores.open()
  const first = await again()
  expect(first).toMatchObject({ value: { noteId: 'n', bill: { about_id: billId } } })
  await balanced()
  store = other
  const [line] = await postPaidLines(store)
  await takeIn(store, stores.folder, [callLine({ id: 'x', msisdn: line?.msisdn ?? '', other: '+33899000000' })])
  await billUpTo(store, '2026-11-03')
  await inUnit(store, (unit) => creditBill(unit, { id: 'n', billId, on: '2026-11-10' }))
  await billUpTo(store, '2026-12-03')
  expect(await again()).toMatchObject({ value: { noteId: 'n', bill: null } })
  await balanced()
})

test('a bill whose usage was priced anew since is taken back with the difference', async () => {
  await rerateBill(store, billId, dearer(), '2026-11-04')
  expect(await again(dearer())).toMatchObject({ ok: true })
  const usage = (await linesOf(`${billId}:rebill`)).filter(({ kind }) => kind === 'usage')
  expect(usage.map(({ amount_minor }) => amount_minor)).toEqual([230])
  await billUpTo(store, '2026-12-03')
  expect((await linesOf(`${payer}:2026-12-03`)).map(({ kind }) => kind)).toEqual(['recurring'])
  await balanced()
})

test('a difference that is on a bill already goes back with the next one', async () => {
  await rerateBill(store, billId, dearer(), '2026-11-04')
  await billUpTo(store, '2026-12-03')
  expect(await again(dearer())).toMatchObject({ ok: true })
  await billUpTo(store, '2027-01-03')
  const back = (await linesOf(`${payer}:2027-01-03`)).filter(({ kind }) => kind === 'oneTime')
  expect(back.map(({ amount_minor }) => amount_minor)).toEqual([-100])
  await balanced()
})

test('is refused for what is no bill, and for a bill given back out of goodwill', async () => {
  const { payable_minor: amountMinor } = await billOf(billId)
  expect(await rebill(store, 'none', testRules(), '2026-11-12')).toMatchObject({ error: { code: 'BILL_UNKNOWN' } })
  const facts = { id: 'g', billId, on: '2026-11-10', reason: 'goodwill' as const }
  await inUnit(store, (unit) => creditAmount(unit, { ...facts, amountMinor }))
  expect(await again()).toMatchObject({ error: { code: 'BILL_CREDITED' } })
})
