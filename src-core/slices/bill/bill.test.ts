import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CoreStore } from '#core/db/open-core-database.ts'
import { inUnit } from '#core/db/unit.ts'
import { compilePlan } from '#shared/domain/rating/compile-plan.ts'
import type { BillingRules } from './billing-rules.ts'
import { bookPayment } from './book-payment.ts'
import { creditBill } from './credit-bill.ts'
import { ensureAccounts } from './ensure-accounts.ts'
import { rerateBill } from './rerate-bill.ts'
import { runBills } from './run-bills.ts'
import { billUpTo, billingStores, callLine, postPaidLines, takeIn, testMarket, testRules } from './test-billing.ts'
import { trialBalance } from './trial-balance.ts'

const stores = billingStores()
const { folder } = stores
let store: CoreStore
beforeEach(async () => {
  store = await stores.open()
})
afterEach(() => stores.closeOpened())
afterAll(() => stores.stop())

const rowsOf = async (table: 'bill' | 'bill_line' | 'bill_tax' | 'gl_entry' | 'rated_usage') => {
  const rows = await store.db.selectFrom(table).selectAll().execute()
  return rows.map((row) => JSON.stringify(row)).toSorted()
}
const balance = async () => {
  const { off, unbalanced, openDiffers } = await trialBalance(store)
  return { off, unbalanced, openDiffers }
}
const balanced = { off: [], unbalanced: [], openDiffers: [] }

describe('a bill run', () => {
  test('bills every payer once; the same day again makes nothing new, and the ledger adds up', async () => {
    const first = await billUpTo(store, '2026-11-03')
    expect(first.bills).toBeGreaterThan(5)
    const made = await Promise.all([rowsOf('bill'), rowsOf('bill_line'), rowsOf('gl_entry')])
    expect(await billUpTo(store, '2026-11-10')).toMatchObject({ accounts: 0, bills: 0 })
    expect(await Promise.all([rowsOf('bill'), rowsOf('bill_line'), rowsOf('gl_entry')])).toEqual(made)
    expect(await balance()).toEqual(balanced)
    const next = await billUpTo(store, '2026-12-03')
    expect(next.bills).toBe(first.bills)
    expect(await balance()).toEqual(balanced)
  })

  test('adds every document up as EN 16931 has it, and the lines’ own rows say the same', async () => {
    await billUpTo(store, '2026-11-03')
    for (const bill of await store.db.selectFrom('bill').selectAll().execute()) {
      const lines = await store.db.selectFrom('bill_line').selectAll().where('bill_id', '=', bill.id).execute()
      const taxes = await store.db.selectFrom('bill_tax').selectAll().where('bill_id', '=', bill.id).execute()
      const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0)
      expect(sum(lines.map((line) => line.net_minor))).toBe(bill.net_minor)
      expect(sum(taxes.map((tax) => tax.taxable_minor))).toBe(bill.net_minor)
      expect(bill.payable_minor).toBe(bill.net_minor + bill.tax_minor + bill.rounding_minor)
      const priced = sum(lines.map((line) => line.amount_minor))
      expect(bill.tax_included === 1 ? bill.payable_minor : bill.net_minor).toBe(priced)
    }
  })

  test('branches whose bills go to the parent are lines of the parent’s bill, each with who used it', async () => {
    const branches = await store.db
      .selectFrom('company')
      .innerJoin('product', 'product.customer_id', 'company.id')
      .select(['company.id', 'company.parent_id'])
      .where('company.bills', '=', 'parent')
      .distinct()
      .execute()
    expect(branches).toHaveLength(2)
    for (const { id, parent_id } of branches) {
      const payers = await store.db
        .selectFrom('bill_line')
        .innerJoin('bill', 'bill.id', 'bill_line.bill_id')
        .select(['bill.customer_id', 'bill.tax_included'])
        .where('bill_line.user_id', '=', id)
        .distinct()
        .execute()
      expect(payers).toEqual([{ customer_id: parent_id, tax_included: 0 }])
    }
  })

  test('a branch that gets its bills itself has a series of its own, and its parent’s bill nothing of it', async () => {
    const { db } = store
    const branch = await db
      .selectFrom('company')
      .select(['id', 'parent_id'])
      .where('parent_id', 'is not', null)
      .where('id', 'not in', db.selectFrom('product').select('customer_id'))
      .orderBy('id')
      .limit(1)
      .executeTakeFirstOrThrow()
    await db.updateTable('company').set({ bills: 'own' }).where('id', '=', branch.id).execute()
    const like = await db
      .selectFrom('product')
      .selectAll()
      .where('payer_id', '=', branch.parent_id)
      .orderBy('id')
      .limit(1)
      .executeTakeFirstOrThrow()
    const line = { id: 'own-line', customer_id: branch.id, payer_id: null, msisdn: null, iccid: null }
    await db
      .insertInto('product')
      .values({ ...like, ...line })
      .execute()
    await billUpTo(store, '2026-11-03')
    const bills = await db
      .selectFrom('bill_line')
      .innerJoin('bill', 'bill.id', 'bill_line.bill_id')
      .select(['bill.customer_id', 'bill.number', 'bill.tax_included', 'bill_line.user_id', 'bill_line.product_id'])
      .where('bill.bill_date', '=', '2026-11-03')
      .where(({ or, eb }) => or([eb('bill.customer_id', '=', branch.id), eb('bill_line.user_id', '=', branch.id)]))
      .execute()
    const { account_number } = await db
      .selectFrom('customer')
      .select('account_number')
      .where('id', '=', branch.id)
      .executeTakeFirstOrThrow()
    const own = { customer_id: branch.id, number: `${account_number}-0001`, tax_included: 0 }
    expect(bills).toEqual([{ ...own, user_id: branch.id, product_id: 'own-line' }])
    expect(await balance()).toEqual(balanced)
  })

  test('a line that ended, and one suspended, found out too late are given back on the next bill', async () => {
    await billUpTo(store, '2026-11-03')
    const [ended, paused] = await postPaidLines(store)
    const end = { active_until: '2026-10-24' }
    await store.db
      .updateTable('charge')
      .set(end)
      .where('product_id', '=', ended?.id ?? '')
      .execute()
    const pause = { id: 'p', account_id: paused?.account_id ?? '', product_id: paused?.id ?? '' }
    const days = { from_date: '2026-10-13', to_date: '2026-10-23' }
    await store.db
      .insertInto('charge_pause')
      .values({ ...pause, ...days })
      .execute()
    await billUpTo(store, '2026-12-03')
    const back = await store.db
      .selectFrom('bill_line')
      .select(['product_id', 'from_date', 'to_date', 'days', 'of_days'])
      .where('is_correction', '=', 1)
      .orderBy('product_id')
      .execute()
    expect(back).toEqual([
      { product_id: ended?.id, from_date: '2026-10-24', to_date: '2026-11-03', days: 10, of_days: 31 },
      { product_id: paused?.id, from_date: '2026-10-13', to_date: '2026-10-23', days: 10, of_days: 31 },
    ])
  })
})

describe('usage on a bill', () => {
  test('is a line for each rate, and each line leads back to its records and their price', async () => {
    const [line] = await postPaidLines(store)
    const msisdn = line?.msisdn ?? ''
    const calls = ['1', '2', '3'].map((id) => callLine({ id, msisdn, other: '+33899000000' }))
    const abroad = callLine({ id: '4', msisdn, type: 'data', other: '', visited: '310', units: 10_000_000 })
    await takeIn(store, folder, [...calls, abroad])
    expect(await billUpTo(store, '2026-11-03')).toMatchObject({ records: 4, unpriced: 0 })
    const lines = await store.db.selectFrom('bill_line').selectAll().where('kind', '=', 'usage').execute()
    const sums = lines.toSorted((a, b) => a.records - b.records)
    expect(sums.map(({ records, amount_minor, quantity }) => [records, amount_minor, quantity])).toEqual([
      [1, 3100, 10_000_000],
      [3, 390, 180],
    ])
    const back = await store.db
      .selectFrom('rated_usage')
      .innerJoin('usage_record', 'usage_record.id', 'rated_usage.usage_id')
      .select(['usage_record.id', 'rated_usage.amount_micro'])
      .where('bill_line_id', '=', lines.find(({ records }) => records === 3)?.id ?? '')
      .orderBy('usage_record.id')
      .execute()
    expect(back).toEqual(['1', '2', '3'].map((id) => ({ id, amount_micro: 1_300_000 })))
    expect(await balance()).toEqual(balanced)
  })

  test('in two orders and two files it makes the same bill', async () => {
    const [line] = await postPaidLines(store)
    const lines = Array.from({ length: 30 }, (_, index) =>
      callLine({
        id: `r${String(index).padStart(2, '0')}`,
        msisdn: line?.msisdn ?? '',
        type: 'data',
        other: '',
        visited: '262',
        units: 3_000_000_000,
        startedAt: `2026-10-${String(10 + (index % 15))}T10:00:00+02:00`,
      }),
    )
    const other = await stores.open()
    await takeIn(store, folder, lines)
    await takeIn(other, folder, lines.toReversed().slice(0, 10), 'a.ndjson')
    await takeIn(other, folder, lines.slice(0, 20), 'b.ndjson')
    await billUpTo(store, '2026-11-03')
    await billUpTo(other, '2026-11-03')
    const mine = await Promise.all([rowsOf('bill'), rowsOf('bill_line'), rowsOf('rated_usage')])
    store = other
    expect(await Promise.all([rowsOf('bill'), rowsOf('bill_line'), rowsOf('rated_usage')])).toEqual(mine)
  })
})

test('usage without a price waits for as many bills as its price takes', async () => {
  const [line] = await postPaidLines(store)
  await takeIn(store, folder, [callLine({ id: 'x', msisdn: line?.msisdn ?? '', other: '+33899000000' })])
  const rules = testRules()
  const none = { ...rules, planOf: (offer: string) => compilePlan({ ...rules.planOf(offer).plan, rates: [] }) }
  for (const date of ['2026-11-03', '2026-12-03', '2027-01-03', '2027-02-03', '2027-03-03'])
    expect(await runBills(store, date, none)).toMatchObject({ records: 0, unpriced: 1 })
  expect(await billUpTo(store, '2027-04-03')).toMatchObject({ records: 1, unpriced: 0 })
  expect(await billUpTo(store, '2027-05-03')).toMatchObject({ records: 0, unpriced: 0 })
})

describe('money', () => {
  const payment = (customerId: string, amountMinor: number) => ({
    id: 'pay-1',
    customerId,
    way: 'cash' as const,
    reference: '',
    amountMinor,
    currency: 'EUR',
    takenOn: '2026-11-10',
    told: null,
  })

  test('settles the oldest bill first, leaves a credit that the next bill takes, and counts once', async () => {
    await billUpTo(store, '2026-11-03')
    const [line] = await postPaidLines(store)
    const id = line?.account_id ?? ''
    const due = await store.db.selectFrom('bill').select('payable_minor').where('customer_id', '=', id).execute()
    const monthMinor = due.at(-1)?.payable_minor ?? 0
    const paid = payment(
      id,
      due.reduce((sum, bill) => sum + bill.payable_minor, 500),
    )
    for (const _ of [1, 2]) expect(await inUnit(store, (unit) => bookPayment(unit, paid))).toMatchObject({ ok: true })
    expect(await balance()).toEqual(balanced)
    await billUpTo(store, '2026-12-03')
    const bills = await store.db
      .selectFrom('bill')
      .select(['state', 'open_minor'])
      .where('customer_id', '=', id)
      .orderBy('bill_date')
      .execute()
    expect(bills).toEqual([
      { state: 'settled', open_minor: 0 },
      { state: 'settled', open_minor: 0 },
      { state: 'partiallyPaid', open_minor: monthMinor - 500 },
    ])
    expect(await balance()).toEqual(balanced)
  })

  test('is refused for nobody, nothing and another currency', async () => {
    await billUpTo(store, '2026-11-03')
    const [line] = await postPaidLines(store)
    const id = line?.account_id ?? ''
    const book = (change: object) => inUnit(store, (unit) => bookPayment(unit, { ...payment(id, 100), ...change }))
    expect(await book({ customerId: 'nobody' })).toMatchObject({ error: { code: 'ACCOUNT_UNKNOWN' } })
    expect(await book({ amountMinor: 0 })).toMatchObject({ error: { code: 'PAYMENT_AMOUNT' } })
    expect(await book({ currency: 'CZK' })).toMatchObject({ error: { code: 'PAYMENT_CURRENCY' } })
  })

  test('a credit note of everything brings the balance to zero; its days and usage are billed again', async () => {
    const [line] = await postPaidLines(store)
    const id = line?.account_id ?? ''
    await takeIn(store, folder, [callLine({ id: 'x', msisdn: line?.msisdn ?? '', other: '+33899000000' })])
    await billUpTo(store, '2026-11-03')
    const bill = await store.db
      .selectFrom('bill')
      .selectAll()
      .where('customer_id', '=', id)
      .where('bill_date', '=', '2026-11-03')
      .executeTakeFirstOrThrow()
    const note = await inUnit(store, (unit) =>
      creditBill(unit, { id: `${bill.id}:note`, billId: bill.id, on: '2026-11-12' }),
    )
    const whole = {
      kind: 'creditNote',
      payable_minor: bill.payable_minor,
      net_minor: bill.net_minor,
      lines: bill.lines,
    }
    expect(note).toMatchObject({ ok: true, value: { note: whole } })
    expect(
      await inUnit(store, (unit) => creditBill(unit, { id: 'other', billId: bill.id, on: '2026-11-12' })),
    ).toMatchObject({
      error: { code: 'BILL_CREDITED' },
    })
    expect(await balance()).toEqual(balanced)
    const left = await store.db
      .selectFrom('gl_entry')
      .select(({ fn }) => fn.sum<number>('amount_minor').as('sum'))
      .where('source_id', 'in', [bill.id, `${bill.id}:note`])
      .where('account', 'in', ['1100', '2210', '2100'])
      .groupBy('account')
      .execute()
    expect(left.every(({ sum }) => Number(sum) === 0)).toBe(true)
    expect(await billUpTo(store, '2026-12-03')).toMatchObject({ records: 1 })
    const again = await store.db
      .selectFrom('bill')
      .select('payable_minor')
      .where('customer_id', '=', id)
      .where('bill_date', '=', '2026-12-03')
      .executeTakeFirst()
    expect(again?.payable_minor).toBe(bill.payable_minor + (line?.price_minor ?? 0))
    expect(await balance()).toEqual(balanced)
  })
})

describe('prices put right', () => {
  const dearer = (factor: number): BillingRules => {
    const rules = testRules()
    return {
      ...rules,
      planOf: (offerId) => {
        const { plan } = rules.planOf(offerId)
        const rates = plan.rates.map((rate) => ({
          ...rate,
          bands: rate.bands.map((band) => ({
            ...band,
            tiers: band.tiers.map((tier) => ({ ...tier, priceMicro: tier.priceMicro * factor })),
          })),
        }))
        return compilePlan({ ...plan, rates })
      },
    }
  }

  test('book the difference on the next bill, once, and leave bill and records as they are', async () => {
    const [line] = await postPaidLines(store)
    await takeIn(store, folder, [callLine({ id: 'x', msisdn: line?.msisdn ?? '', other: '+33899000000' })])
    await billUpTo(store, '2026-11-03')
    const id = `${line?.account_id ?? ''}:2026-11-03`
    const before = await rowsOf('bill_line')
    const again = () => rerateBill(store, id, dearer(2), '2026-11-10')
    // 0.50 to connect and 0.80 a minute became 0.50 and 1.60
    expect(await again()).toEqual({ ok: true, value: { differenceMinor: 80, records: 1 } })
    expect(await again()).toEqual({ ok: true, value: { differenceMinor: 0, records: 0 } })
    expect(await rowsOf('bill_line')).toEqual(before)
    const micros = await store.db.selectFrom('rated_usage').select('amount_micro').orderBy('rating').execute()
    expect(micros.map(({ amount_micro }) => amount_micro)).toEqual([1_300_000, -1_300_000, 2_100_000])
    // right after all: the difference goes back
    expect(await rerateBill(store, id, testRules(), '2026-11-11')).toMatchObject({ value: { differenceMinor: -80 } })
    expect(await rerateBill(store, id, dearer(3), '2026-11-12')).toMatchObject({ value: { differenceMinor: 160 } })
    expect(await billUpTo(store, '2026-12-03')).toMatchObject({ records: 0 })
    const once = await store.db.selectFrom('bill_line').select('amount_minor').where('kind', '=', 'oneTime').execute()
    expect(once.reduce((sum, { amount_minor }) => sum + amount_minor, 0)).toBe(160)
    expect(await balance()).toEqual(balanced)
  })

  test('are refused for a bill there is not, one taken back, and usage without a price', async () => {
    const [line] = await postPaidLines(store)
    await takeIn(store, folder, [callLine({ id: 'x', msisdn: line?.msisdn ?? '' })])
    await billUpTo(store, '2026-11-03')
    const id = `${line?.account_id ?? ''}:2026-11-03`
    const rules = testRules()
    const none = { ...rules, planOf: (offer: string) => compilePlan({ ...rules.planOf(offer).plan, rates: [] }) }
    expect(await rerateBill(store, 'none', rules, '2026-11-10')).toMatchObject({ error: { code: 'BILL_UNKNOWN' } })
    expect(await rerateBill(store, id, none, '2026-11-10')).toMatchObject({ error: { code: 'USAGE_UNPRICED' } })
    await inUnit(store, (unit) => creditBill(unit, { id: 'n', billId: id, on: '2026-11-10' }))
    expect(await rerateBill(store, id, rules, '2026-11-10')).toMatchObject({ error: { code: 'BILL_CREDITED' } })
  })
})

test('a line in another currency than its payer’s others is refused, and the others are billed', async () => {
  const [line] = await postPaidLines(store)
  const product = await store.db
    .selectFrom('product')
    .selectAll()
    .where('id', '=', line?.id ?? '')
    .executeTakeFirstOrThrow()
  await store.db
    .insertInto('product')
    .values({ ...product, id: 'crowns', msisdn: null, currency: 'CZK' })
    .execute()
  expect(await ensureAccounts(store, '2026-11-03', testMarket)).toEqual({ refused: ['crowns'] })
  const charged = await store.db.selectFrom('charge').select('id').where('product_id', '=', 'crowns').execute()
  expect(charged).toEqual([])
})
