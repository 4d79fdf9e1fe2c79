import { afterAll, afterEach, expect, test } from 'vitest'
import { sqliteStores } from '#core/db/test-store.ts'
import type { CoreStore } from '#core/db/open-core-database.ts'
import { testRules } from '#core/slices/bill/test-billing.ts'
import { trialBalance } from '#core/slices/bill/trial-balance.ts'
import { brokenRules } from '#shared/domain/bill/en16931.ts'
import { billToUbl } from '#shared/domain/bill/ubl.ts'
import { ublWords } from '#shared/node/bill-words.ts'
import { readBillDocuments } from '#core/slices/bill/read-bill-documents.ts'
import { policiesOf } from '#core/sync/market.ts'
import { seedBills } from './seed-bills.ts'
import { knownBillStores, seedWithBills } from './test-bills.ts'

const stores = sqliteStores()
const known = knownBillStores({ customers: 30 })
const now = Date.UTC(2026, 10, 22, 9)
afterEach(() => Promise.all([stores.closeOpened(), known.closeOpened()]))
afterAll(() => {
  stores.stop()
  known.stop()
})

/** Bills of a customer by their family name, the last one first. */
async function billsOf({ db }: CoreStore, familyName: string) {
  const customer = await db
    .selectFrom('customer')
    .select(['id', 'balance_minor'])
    .where('family_name', '=', familyName)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const bills = await db
    .selectFrom('bill')
    .selectAll()
    .where('customer_id', '=', customer.id)
    .orderBy('bill_date', 'desc')
    .execute()
  const lines = await db
    .selectFrom('bill_line')
    .selectAll()
    .where('bill_id', '=', bills[0]?.id ?? '')
    .orderBy('position')
    .execute()
  return { bills, lines, balanceMinor: customer.balance_minor, payables: bills.map((bill) => bill.payable_minor) }
}

// a leap day, a short month, and a day on which the market's own bills are made
const startDays = ['2026-11-22', '2028-02-29', '2027-01-03']

test.each(startDays)(
  'started on %s, Jana’s bill is 38.20 above the last: roaming 31.00, part month 7.20',
  async (day) => {
    const store = await stores.open()
    await seedWithBills(store, { now: Date.parse(`${day}T09:00:00Z`), only: ['jana'] })
    const { bills, lines, payables, balanceMinor } = await billsOf(store, 'Nováková')
    expect(payables).toEqual([7110, 3290, 3290, 3640, 3290, 3290, 2610, 2490, 2490, 2490, 2930, 2490])
    const roaming = lines.filter(({ name }) => name.includes('roamingZone3'))
    expect(roaming.map((line) => [line.amount_minor, line.records])).toEqual([
      [400, 10],
      [2400, 2],
      [300, 1],
    ])
    expect(lines.filter(({ name }) => name.includes('Data+'))).toMatchObject([{ days: 12, amount_minor: 720 }])
    expect([bills[0]?.state, bills[1]?.state, balanceMinor]).toEqual(['validated', 'settled', 7110])
    expect(await trialBalance(store)).toMatchObject({ off: [], unbalanced: [], openDiffers: [] })
  },
)

test('there is a part month, a rest, a late payment, too much paid, collections, and a company with its branches', async () => {
  const store = await known.open()
  const part = await billsOf(store, 'Beneš')
  expect(part.bills).toHaveLength(1)
  expect(part.lines[0]).toMatchObject({ days: 12, of_days: 31, amount_minor: 964 })
  const rest = await billsOf(store, 'Roux')
  expect(rest.bills[0]).toMatchObject({ state: 'partiallyPaid', open_minor: 490 })
  const paidTooMuch = await billsOf(store, 'Martin')
  expect([paidTooMuch.bills[0]?.state, paidTooMuch.balanceMinor]).toEqual(['settled', -2010])
  const overdue = await billsOf(store, 'Dvořák')
  expect(overdue.bills.map(({ open_minor }) => open_minor).slice(0, 3)).toEqual([3990, 14_610, 0])
  expect([overdue.bills[1]?.due_date, overdue.balanceMinor]).toEqual(['2026-10-15', 18_600])
  const late = await billsOf(store, 'Garnier')
  const paid = await store.db
    .selectFrom('bill_payment')
    .select('taken_on')
    .where('id', '=', `${late.bills[1]?.id}:paid`)
    .executeTakeFirst()
  expect([late.bills[1]?.due_date, paid?.taken_on]).toEqual(['2026-10-17', '2026-10-26'])
  const company = await billsOf(store, 'Boulangerie Martin')
  expect(company.bills[0]).toMatchObject({ tax_included: 0, kind: 'bill' })
  expect(new Set(company.lines.map(({ user_id }) => user_id)).size).toBe(3)
})

test('a disputed call abroad and 5.00 of goodwill were given back, and every document keeps the rules of EN 16931', async () => {
  const store = await known.open()
  const bills = await store.db.selectFrom('bill').selectAll().orderBy('bill_date').execute()
  const notes = bills.filter(({ kind }) => kind === 'creditNote')
  expect(notes.map(({ reason, tax_included }) => [reason, tax_included])).toEqual([
    ['dispute', 0],
    ['goodwill', 1],
  ])
  const [dispute, goodwill] = notes
  expect(goodwill?.payable_minor).toBe(500)
  const calls = await store.db
    .selectFrom('bill_line')
    .selectAll()
    .where('bill_id', '=', dispute?.id ?? '')
    .execute()
  expect(calls.map(({ name, records }) => [JSON.parse(name), records])).toEqual([
    [{ usage: 'voice', zone: 'world' }, 1],
  ])
  const market = (await policiesOf(store.db, 'nancy'))?.market
  if (!market?.seller) throw new Error('the seeded market has a seller')
  const documents = await readBillDocuments(store.db, bills, { seller: market.seller, market, withUsage: false })
  expect(documents.filter(({ document }) => document.creditMinor === 500)).toHaveLength(1)
  const broken = documents.flatMap(({ document }) =>
    brokenRules(billToUbl(document, ublWords(document, 'fr', market.zone))).map(
      (rule) => `${document.bill.id} ${rule}`,
    ),
  )
  expect(broken).toEqual([])
})

test('done again it changes nothing; other people get theirs beside, and all of it balances', async () => {
  const store = await known.open()
  const count = async (): Promise<readonly number[]> => {
    const tables = ['bill', 'bill_line', 'usage_record', 'gl_entry', 'bill_payment'] as const
    const found: number[] = []
    for (const table of tables) found.push((await store.db.selectFrom(table).select('id').execute()).length)
    return found
  }
  const first = await count()
  const again = { seed: 1, customers: 30, now, rules: testRules() } as const
  await seedBills(store, { ...again, who: 'known' })
  expect(await count()).toEqual(first)
  await seedBills(store, { ...again, who: { from: 0, until: 100 } })
  const payers = await store.db.selectFrom('bill').select('customer_id').distinct().execute()
  expect(payers.length).toBeGreaterThan(12)
  expect(await trialBalance(store)).toMatchObject({ off: [], unbalanced: [], openDiffers: [] })
})
