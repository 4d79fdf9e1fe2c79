import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import type { CoreStore } from '#core/db/open-core-database.ts'
import { inUnit } from '#core/db/unit.ts'
import { compilePlan } from '#shared/domain/rating/compile-plan.ts'
import { readBillUsage } from '#shared/domain/rating/rows.ts'
import type { RatePlan } from '#shared/domain/rating/plan.ts'
import { examplePlan, minutes } from '#shared/domain/rating/plan.fixture.ts'
import type { BillingRules } from './billing-rules.ts'
import { billingRulesFrom } from './billing-rules.ts'
import { bookPayment } from './book-payment.ts'
import { ensureAccounts } from './ensure-accounts.ts'
import { runBills } from './run-bills.ts'
import { callLine, seedSmall, storeCopies, takeIn, testMarket, testRules } from './test-billing.ts'
import { trialBalance } from './trial-balance.ts'

const stores = storeCopies('linedesk-plans-', (seeded) => seedSmall(seeded, 4))
const { folder } = stores
let store: CoreStore
beforeEach(async () => {
  store = await stores.open()
})
afterEach(() => stores.closeOpened())
afterAll(() => stores.stop())

const [paul, ines] = ['+33702999001', '+33702999002']

/** Lines of a household, as many as numbers; each is of an offer of its own. Gives the household's id. */
async function householdWith(lines: readonly { readonly msisdn: string; readonly change: object }[]): Promise<string> {
  const { db } = store
  const of = await db.selectFrom('customer').select('id').where('kind', '=', 'household').executeTakeFirstOrThrow()
  const like = await db
    .selectFrom('product')
    .selectAll()
    .where('msisdn', 'is not', null)
    .where('order_id', 'is', null)
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  const own = { customer_id: of.id, payer_id: null, iccid: null, state: 'active', since: Date.UTC(2026, 5, 1) }
  for (const { msisdn, change } of lines)
    await db
      .insertInto('product')
      .values({ ...like, ...own, id: msisdn, msisdn, ...change })
      .execute()
  return of.id
}

const call = (id: string, msisdn: string, units: number, startedAt: string) =>
  callLine({ id, msisdn, units, startedAt: `${startedAt}+01:00` })

async function bill(date: string, rules: BillingRules) {
  await ensureAccounts(store, date, testMarket)
  return runBills(store, date, rules)
}

const usageOn = (payer: string, date: string) =>
  store.db
    .selectFrom('bill_line')
    .innerJoin('bill', 'bill.id', 'bill_line.bill_id')
    .select(['bill_line.product_id', 'bill_line.quantity', 'bill_line.free', 'bill_line.amount_minor'])
    .where('bill.customer_id', '=', payer)
    .where('bill.bill_date', '=', date)
    .where('bill_line.kind', '=', 'usage')
    .orderBy('bill_line.product_id')
    .orderBy('bill_line.amount_minor')
    .execute()
const balanced = { off: [], unbalanced: [], openDiffers: [] }

test('what a line leaves rolls over, a household’s lines share what one of them brings, and a holiday has its own price', async () => {
  const holidays = ['2026-12-25']
  const plans: Readonly<Record<string, RatePlan>> = {
    'mobile-s': examplePlan({ holidays, allowances: [minutes({ units: 600, rollsOver: true, fairUseUnits: 700 })] }),
    'mobile-m': examplePlan({ holidays, allowances: [minutes({ id: 'family', units: 300, isShared: true })] }),
  }
  const rules = testRules()
  const onDesk = { ...rules.onDesk, freeUsageUpToPayers: 0 }
  const own = { ...rules, onDesk, planOf: (offer: string) => compilePlan(plans[offer] ?? rules.planOf(offer).plan) }
  const household = await householdWith([
    { msisdn: paul, change: { offer_id: 'mobile-s' } },
    { msisdn: ines, change: { offer_id: 'mobile-m' } },
  ])
  await bill('2026-11-03', own)
  await takeIn(store, folder, [
    // the 600 of October, which rolled over, and 400 of November's
    call('a', paul, 1000, '2026-11-05T10:00:00'),
    call('b', ines, 100, '2026-11-06T10:00:00'),
    // Paul: 200 rolled over and 600 of the month, then 100 of what Inès brings; of that 200 are left for her
    call('c', paul, 900, '2026-12-08T10:00:00'),
    call('d', ines, 300, '2026-12-09T10:00:00'),
    // a minute at the price of a holiday (0.05), and the same minute of a working day (0.10 and 0.12)
    call('e', ines, 60, '2026-12-24T10:00:00'),
    call('f', ines, 60, '2026-12-25T10:00:00'),
  ])
  await bill('2026-12-03', own)
  expect(await usageOn(household, '2026-12-03')).toEqual([
    { product_id: paul, quantity: 1000, free: 1000, amount_minor: 0 },
    { product_id: ines, quantity: 100, free: 100, amount_minor: 0 },
  ])
  await bill('2027-01-03', own)
  expect(await usageOn(household, '2027-01-03')).toEqual([
    { product_id: paul, quantity: 900, free: 900, amount_minor: 0 },
    { product_id: ines, quantity: 60, free: 0, amount_minor: 5 },
    // 100 s beyond the shared 300 (0.30), and the minute of 24 December (0.22)
    { product_id: ines, quantity: 360, free: 200, amount_minor: 52 },
  ])
  const onDesks = await store.db
    .selectFrom('bill_usage')
    .select('body')
    .where('line_id', 'like', `${household}:%`)
    .execute()
  const uses = onDesks.flatMap(readBillUsage).map(({ id, isBeyondFairUse }) => `${id} ${isBeyondFairUse}`)
  // what cost nothing stays in a large core, but for what went beyond fair use
  expect(uses.toSorted()).toEqual(['a true', 'c true', 'd false', 'e false', 'f false'])
  const left = await store.db
    .selectFrom('billing_account')
    .select('allowances')
    .where('id', '=', household)
    .executeTakeFirstOrThrow()
  expect(JSON.parse(left.allowances)).toMatchObject([{ productId: paul, granted: 600, rolled: 200, used: 800 }])
  expect(await trialBalance(store)).toMatchObject(balanced)
})

/** Rules of one plan for all, and the same in koruna, a minute at 3.00. */
function inTwoCurrencies(): BillingRules {
  const euro = examplePlan()
  const crowns = examplePlan({
    id: 'koruna',
    currency: 'CZK',
    rates: euro.rates.map((rate) => ({
      ...rate,
      bands: rate.bands.map((band) => ({
        ...band,
        connectMicro: 0,
        tiers: [{ fromUnits: 0, priceMicro: 3_000_000 }],
      })),
    })),
  })
  const { dueDays, onDesk } = testRules()
  const rules = billingRulesFrom({ dueDays, onDesk, plans: [euro, crowns].map((plan) => ({ offers: ['*'], plan })) })
  if (!rules.ok) throw new Error(rules.error.code)
  return rules.value
}

test('a payer in another currency is billed by its own prices, pays in it, and both currencies balance', async () => {
  const rules = inTwoCurrencies()
  const payer = await householdWith([{ msisdn: paul, change: { currency: 'CZK', monthly_minor: 49_900 } }])
  await bill('2026-11-03', rules)
  await takeIn(store, folder, [call('a', paul, 90, '2026-11-05T10:00:00')])
  const billOf = (date: string) =>
    store.db
      .selectFrom('bill')
      .selectAll()
      .where('customer_id', '=', payer)
      .where('bill_date', '=', date)
      .executeTakeFirstOrThrow()
  expect(await bill('2026-12-03', rules)).toMatchObject({ records: 1, unpriced: 0 })
  expect(await usageOn(payer, '2026-12-03')).toEqual([{ product_id: paul, quantity: 90, free: 0, amount_minor: 450 }])
  expect(await billOf('2026-12-03')).toMatchObject({ currency: 'CZK', payable_minor: 50_350, open_minor: 50_350 })
  const money = { id: 'p', customerId: payer, way: 'cash', reference: '', takenOn: '2026-12-05', told: null } as const
  const pay = (currency: string) =>
    inUnit(store, (unit) => bookPayment(unit, { ...money, currency, amountMinor: 49_900 + 50_350 + 1000 }))
  expect(await pay('EUR')).toMatchObject({ error: { code: 'PAYMENT_CURRENCY', details: { currency: 'CZK' } } })
  expect(await pay('CZK')).toMatchObject({ ok: true })
  expect(await billOf('2026-12-03')).toMatchObject({ state: 'settled', open_minor: 0 })
  await bill('2027-01-03', rules)
  expect(await billOf('2027-01-03')).toMatchObject({ payable_minor: 49_900, open_minor: 48_900 })
  const { sums, ...balance } = await trialBalance(store)
  expect(balance).toMatchObject(balanced)
  expect(new Set(sums.map(({ currency }) => currency))).toEqual(new Set(['EUR', 'CZK']))
})
