import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { quote } from '#shared/domain/catalogue/quote.ts'
import { contractTerms } from '#shared/domain/contract/builders.ts'
import type { CoreStore } from '#core/db/open-core-database.ts'
import { inUnit } from '#core/db/unit.ts'
import { creditLines } from './credit-lines.ts'
import { ensureAccounts } from './ensure-accounts.ts'
import { endCharges, pauseCharges, resumeCharges, undoCharges } from './line-changes.ts'
import { billUpTo, billingStores, testMarket } from './test-billing.ts'
import { trialBalance } from './trial-balance.ts'

const stores = billingStores()
afterEach(() => stores.closeOpened())
afterAll(() => stores.stop())

const ids = { customer: '', agreement: 'agreement-1', order: 'order-1', product: 'product-1' }
const signedOn = '2026-10-22'

/** A line sold and activated on 22 October: the large plan with its promotion; gives what its first bill was quoted at. */
async function sell(
  store: CoreStore,
  change: { readonly monthlyMinor?: number } = {},
  customers: readonly string[] | null = null,
): Promise<number> {
  const { db } = store
  const customer = await db
    .selectFrom('customer')
    .selectAll()
    .where('kind', '=', 'individual')
    .$if(customers !== null, (query) => query.where('id', 'in', customers ?? []))
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const plan = await db.selectFrom('offer').selectAll().where('id', '=', 'mobile-l').executeTakeFirstOrThrow()
  const promotion = await db.selectFrom('promotion').selectAll().where('id', '=', 'welcome-l').executeTakeFirstOrThrow()
  const priceList = await db.selectFrom('price_list').selectAll().executeTakeFirstOrThrow()
  const sold = {
    plan,
    addOns: [],
    promotions: [promotion],
    priceList,
    sim: 'card',
    depositMonths: null,
    today: signedOn,
  } as const
  const { monthlyMinor, firstBillMinor, firstBillOn } = quote(sold)
  const terms = contractTerms({
    ...{ planId: plan.id, promotionIds: [promotion.id], priceListId: priceList.id, signedOn },
    ...{ monthlyMinor, firstBillMinor, firstBillOn, ...change },
  })
  const at = Date.UTC(2026, 9, 22, 9)
  const { scope } = customer
  const of = { scope, customer_id: customer.id, case_id: 'case-1' }
  await inUnit(store, async (unit) => {
    const paper = {
      parent_id: null,
      reference: 'R',
      state: 'inForce',
      language: 'fr',
      document_hash: '',
      signed_at: at,
    }
    await unit.insert('agreement', {
      ...of,
      ...paper,
      ...noWithdrawal,
      id: ids.agreement,
      terms: JSON.stringify(terms),
    })
    await unit.insert('product_order', {
      ...{ ...of, id: ids.order, agreement_id: ids.agreement, state: 'completed', offer_id: plan.id, msisdn: '' },
      ...{ iccid: null, hold_reason: '', submitted_at: at, updated_at: at },
    })
    await unit.insert('product', {
      ...{ id: ids.product, scope, customer_id: customer.id, order_id: ids.order, offer_id: plan.id, state: 'active' },
      ...{ msisdn: null, iccid: null, monthly_minor: monthlyMinor, currency: 'EUR', since: at },
      ...{ user_name: '', payer_id: null, purchase_order: '' },
    })
  })
  return firstBillMinor
}

const noWithdrawal = {
  acceptance: 'pad',
  acceptance_reference: '',
  withdraw_until: null,
  document_check: '',
  document_checked_at: null,
}

const linesOf = (store: CoreStore) =>
  store.db
    .selectFrom('bill_line')
    .select(['kind', 'amount_minor', 'days', 'of_days'])
    .where('product_id', '=', ids.product)
    .orderBy('bill_id')
    .orderBy('position')
    .execute()

test('a line sold here is charged fee by fee, and its first bill is what the price panel said', async () => {
  const store = await stores.open()
  const quoted = await sell(store)
  await billUpTo(store, '2026-11-03')
  const lines = await linesOf(store)
  expect(lines).toEqual([
    { kind: 'recurring', amount_minor: 1545, days: 12, of_days: 31 },
    { kind: 'discount', amount_minor: -387, days: 12, of_days: 31 },
  ])
  expect(lines.reduce((sum, { amount_minor }) => sum + amount_minor, 0)).toBe(quoted)
})

test('a line of a new payer is billed from its first day where runs were missed, and nothing before', async () => {
  const store = await stores.open()
  const accounts = await store.db.selectFrom('billing_account').select('id').execute()
  const fresh = await store.db
    .selectFrom('customer')
    .select('id')
    .where(
      'id',
      'not in',
      accounts.map(({ id }) => id),
    )
    .execute()
  const quoted = await sell(
    store,
    {},
    fresh.map(({ id }) => id),
  )
  await billUpTo(store, '2026-12-03')
  const lines = await linesOf(store)
  expect(lines.map(({ days, of_days }) => [days, of_days])).toEqual([
    [12, 31],
    [12, 31],
    [30, 30],
    [30, 30],
  ])
  expect(lines.slice(0, 2).reduce((sum, { amount_minor }) => sum + amount_minor, 0)).toBe(quoted)
  expect(await trialBalance(store)).toMatchObject({ off: [], unbalanced: [], openDiffers: [] })
})

test('a line signed at another price than the catalogue’s is charged the fee it was signed at', async () => {
  const store = await stores.open()
  await sell(store, { monthlyMinor: 1 })
  await billUpTo(store, '2026-11-03')
  expect(await linesOf(store)).toEqual([{ kind: 'recurring', amount_minor: 1545, days: 12, of_days: 31 }])
})

/** What a payment of the sale says. */
async function pay(store: CoreStore, id: string, method: string, takenAt = Date.UTC(2026, 9, 22, 9)): Promise<void> {
  const { customer_id, scope } = await store.db
    .selectFrom('product')
    .select(['customer_id', 'scope'])
    .where('id', '=', ids.product)
    .executeTakeFirstOrThrow()
  await inUnit(store, (unit) =>
    unit.insert('payment', {
      ...{ id, scope, customer_id, case_id: 'case-1', agreement_id: ids.agreement, method },
      ...{ amount_minor: 1000, currency: 'EUR', terminal_reference: null, taken_at: takenAt },
      ...{ taken_by: 'Luc', top_up_minor: 0, tendered_minor: null, desk_name: 'Desk', shift_id: null },
    }),
  )
}

const onceOf = async (store: CoreStore) => (await linesOf(store)).filter(({ kind }) => kind === 'oneTime')
const sumsOf = async (store: CoreStore) =>
  (await onceOf(store)).map(({ amount_minor }) => amount_minor).toSorted((a, b) => a - b)

test('what was put on the next bill at the counter is on it, once', async () => {
  const store = await stores.open()
  await sell(store)
  await pay(store, 'payment-1', 'nextBill')
  await billUpTo(store, '2026-11-03')
  await billUpTo(store, '2026-12-03')
  expect(await onceOf(store)).toEqual([{ kind: 'oneTime', amount_minor: 1000, days: 1, of_days: 1 }])
})

test('what was paid a second time at the counter comes off the next bill, and goes back where the contract does', async () => {
  const store = await stores.open()
  await sell(store)
  await pay(store, 'payment-1', 'nextBill')
  await pay(store, 'payment-0', 'cash', Date.UTC(2026, 9, 22, 8))
  await billUpTo(store, '2026-11-03')
  expect(await sumsOf(store)).toEqual([-1000, 1000])
  // the counter gives back what it took, and the bills are even
  await inUnit(store, (unit) => undoCharges(unit, ids.product))
  await billUpTo(store, '2026-12-03')
  expect((await onceOf(store)).reduce((sum, { amount_minor }) => sum + amount_minor, 0)).toBe(0)
})

test('of what is billed once and was given back in part, a withdrawn contract gives back the rest', async () => {
  const store = await stores.open()
  await sell(store)
  await pay(store, 'payment-1', 'nextBill')
  await billUpTo(store, '2026-11-03')
  const line = await store.db
    .selectFrom('bill_line')
    .select(['id', 'bill_id'])
    .where('product_id', '=', ids.product)
    .where('kind', '=', 'oneTime')
    .executeTakeFirstOrThrow()
  const parts = [{ lineId: line.id, amountMinor: 400 }]
  const credit = { id: 'note', billId: line.bill_id, on: '2026-11-05', reason: 'goodwill', parts } as const
  await inUnit(store, (unit) => creditLines(unit, credit))
  await inUnit(store, (unit) => undoCharges(unit, ids.product))
  await billUpTo(store, '2026-12-03')
  expect(await sumsOf(store)).toEqual([-600, 400, 1000])
})

test('a line that ended or was suspended costs the days it was in force, also where bills know of it late', async () => {
  const store = await stores.open()
  await sell(store, { monthlyMinor: 3990 })
  await billUpTo(store, '2026-11-03')
  const change = (work: (unit: Parameters<typeof endCharges>[0]) => Promise<void>) => inUnit(store, work)
  // suspended for ten of the days that the last bill charged, and for ten of the running period
  await change((unit) => pauseCharges(unit, ids.product, '2026-10-24'))
  await change((unit) => pauseCharges(unit, ids.product, '2026-10-25'))
  await change((unit) => resumeCharges(unit, ids.product, '2026-11-13'))
  await change((unit) => endCharges(unit, ids.product, '2026-11-23'))
  await billUpTo(store, '2026-12-03')
  const lines = (await linesOf(store)).filter(({ kind }) => kind === 'recurring')
  expect(lines.map(({ amount_minor, days }) => [amount_minor, days])).toEqual([
    [1545, 12],
    [-1287, 10],
    [1330, 10],
  ])
  await billUpTo(store, '2027-01-03')
  expect((await linesOf(store)).filter(({ kind }) => kind === 'recurring')).toHaveLength(3)
})

test('a withdrawn contract costs nothing: what was billed comes back with the next bill, and the ledger adds up', async () => {
  const store = await stores.open()
  await sell(store)
  await pay(store, 'payment-1', 'nextBill')
  await billUpTo(store, '2026-11-03')
  for (const _ of [1, 2]) await inUnit(store, (unit) => undoCharges(unit, ids.product))
  await billUpTo(store, '2026-12-03')
  await inUnit(store, (unit) => undoCharges(unit, ids.product))
  await billUpTo(store, '2027-01-03')
  const lines = await linesOf(store)
  expect(lines.length).toBeGreaterThan(2)
  expect(lines.reduce((sum, { amount_minor }) => sum + amount_minor, 0)).toBe(0)
  expect(await trialBalance(store)).toMatchObject({ off: [], unbalanced: [], openDiffers: [] })
})

test('lines and sums for the next bill become charges 200 to a commit', async () => {
  const store = await stores.open()
  await sell(store)
  const line = await store.db.selectFrom('product').selectAll().where('id', '=', ids.product).executeTakeFirstOrThrow()
  const more = Array.from({ length: 200 }, (_, index) => ({ ...line, id: `more-${index}`, order_id: null }))
  await store.db.insertInto('product').values(more).execute()
  await pay(store, 'payment', 'nextBill')
  const payment = await store.db.selectFrom('payment').selectAll().where('id', '=', 'payment').executeTakeFirstOrThrow()
  await store.db
    .insertInto('payment')
    .values(more.map((_, index) => ({ ...payment, id: `payment-${index}` })))
    .execute()
  const commits = vi.spyOn(store.db, 'transaction')
  await ensureAccounts(store, '2026-11-03', testMarket)
  // 201 of either, and a turn that finds nothing more
  expect(commits).toHaveBeenCalledTimes(2 * 3)
  const charges = await store.db.selectFrom('charge').select(['id', 'product_id']).execute()
  expect(charges.filter(({ product_id }) => product_id.startsWith('more-')).length).toBe(200)
  expect(charges.filter((charge) => charge.id.startsWith('payment')).length).toBe(201)
})
