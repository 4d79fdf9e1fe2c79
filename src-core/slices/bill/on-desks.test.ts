import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { mirrorTables } from '#shared/contract/mirror.ts'
import { readBillUsage } from '#shared/domain/rating/rows.ts'
import type { CoreStore } from '#core/db/open-core-database.ts'
import { postgresStores } from '#core/db/test-store.ts'
import { jana, knownBillStores, seedWithBills } from '#core/seed/bills/test-bills.ts'
import { runBills } from './run-bills.ts'
import { olderBills, usageOfBill } from './kept-bills.ts'
import { runningBill } from './running-bill.ts'
import { testRules } from './test-billing.ts'

const scope = 'nancy'
const known = knownBillStores()
const postgres = postgresStores()
afterEach(() => Promise.all([known.closeOpened(), postgres.closeOpened()]))
afterAll(() => {
  known.stop()
  postgres.stop()
})

const idsIn = async ({ db }: CoreStore, table: 'bill' | 'bill_line' | 'bill_tax' | 'bill_usage', of: string) => {
  const rows = await db.selectFrom(table).select('id').where('scope', '=', of).execute()
  return new Set(rows.map(({ id }) => id))
}
const gone = async ({ db }: CoreStore, table: string) => {
  const rows = await db.selectFrom('feed_gone').select(['id', 'is_exit']).where('table_name', '=', table).execute()
  return rows
}

describe('bills on desks', () => {
  test('a thirteenth pushes out the first', async () => leavesWithTheThirteenth(await known.open()))
  test.skipIf(postgres.missing)('a thirteenth pushes out the first, on PostgreSQL', async () => {
    const store = await postgres.open()
    await seedWithBills(store, { only: ['jana'] })
    await leavesWithTheThirteenth(store)
  })
  test('a desk has each record of a line as it was priced; what is not there comes from the records themselves', async () => {
    const store = await known.open()
    const rows = await store.db.selectFrom('bill_usage').selectAll().where('bill_id', '=', jana.lastBill).execute()
    const calls = rows.flatMap(readBillUsage).filter(({ visited, units }) => visited === '60201' && units > 1)
    expect(
      calls
        .map(({ units, charged, amountMicro }) => [units, charged, amountMicro])
        .toSorted(([a = 0], [b = 0]) => a - b),
    ).toEqual([
      [228, 240, 8_000_000],
      [312, 360, 3_000_000],
      [442, 480, 16_000_000],
    ])
    const whole = await usageOfBill(store, scope, jana.lastBill)
    const plain = (row: object) => ({ ...row, version: 1, change_seq: 0, row_hash: 0 })
    const sorted = (all: readonly { readonly id: string }[]) =>
      all.map(plain).toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))
    expect(sorted(whole?.usage ?? [])).toEqual(sorted(rows))
    expect(await usageOfBill(store, 'elsewhere', jana.lastBill)).toBeUndefined()
  })

  test('an account says what is open, what is to the good, and when the next bill comes', async () => {
    const store = await known.open()
    const accounts = await store.db
      .selectFrom('bill_account')
      .innerJoin('customer', 'customer.id', 'bill_account.id')
      .select(['family_name', 'given_names', 'open_minor', 'credit_minor', 'next_bill_on', 'bills'])
      .execute()
    const of = (name: string, given = '') =>
      accounts.find((row) => row.family_name === name && row.given_names.startsWith(given))
    expect(of('Nováková')).toMatchObject({
      open_minor: 7110,
      credit_minor: 0,
      next_bill_on: jana.nextBillOn,
      bills: 12,
    })
    expect(of('Dvořák')).toMatchObject({ open_minor: 18_600 })
    expect(of('Martin', 'Paul')).toMatchObject({ open_minor: 0, credit_minor: 2010 })
  })

  test('the running month is the bill of the days until today, and changes nothing', async () => {
    const store = await known.open()
    const today = '2026-11-22'
    const count = async () => (await store.db.selectFrom('bill').select('id').execute()).length
    const before = await count()
    const running = await runningBill(store, testRules(), { customerId: jana.id, scope, today })
    expect(running?.lines.map(({ days, of_days, amount_minor }) => [days, of_days, amount_minor]).slice(0, 3)).toEqual([
      [9, 30, 747],
      [9, 30, 558],
      [30, 30, 800],
    ])
    expect([running?.until, running?.bill.state]).toEqual([today, 'new'])
    expect(await count()).toBe(before)
    expect(await runningBill(store, testRules(), { customerId: jana.id, scope: 'elsewhere', today })).toBeUndefined()
  })
})

/** With a thirteenth bill the first leaves with its lines, and the usage of all but two; the core keeps them. */
async function leavesWithTheThirteenth(store: CoreStore): Promise<void> {
  const at = async (from: string) => (await idsIn(store, 'bill', from)).has(`${jana.id}:${jana.firstBillOn}`)
  expect([await at(scope), await at(`kept:${scope}`)]).toEqual([true, false])
  await runBills(store, jana.nextBillOn, testRules())
  expect([await at(scope), await at(`kept:${scope}`)]).toEqual([false, true])
  const bills = await store.db
    .selectFrom('bill')
    .select('id')
    .where('customer_id', '=', jana.id)
    .where('scope', '=', scope)
    .orderBy('bill_date', 'desc')
    .execute()
  expect(bills).toHaveLength(12)
  const usage = await store.db
    .selectFrom('bill_usage')
    .select('bill_id')
    .distinct()
    .where('bill_id', 'like', `${jana.id}%`)
    .execute()
  expect(usage.map(({ bill_id }) => bill_id).sort()).toEqual(
    bills
      .slice(0, 2)
      .map(({ id }) => id)
      .sort(),
  )
  // told as exits: a bill run moves more rows than a pull lets go without a word
  const told = [
    ...(await gone(store, 'bill')),
    ...(await gone(store, 'bill_line')),
    ...(await gone(store, 'bill_usage')),
  ]
  expect(told.some(({ id }) => id === `${jana.id}:${jana.firstBillOn}/1`)).toBe(true)
  expect(told.every(({ is_exit }) => is_exit === 1)).toBe(true)
  const older = await olderBills(store, { customerId: jana.id, scope, before: bills.at(-1)?.id.slice(-10) ?? '' })
  expect(older.bills).toMatchObject([{ bill_date: jana.firstBillOn, scope }])
  expect(older.lines.length).toBe(older.bills[0]?.lines)
  expect(Object.keys(older.lines[0] ?? {}).sort()).toEqual(mirrorTables.bill_line.columnNames.toSorted())
  expect(older.payments).toMatchObject([{ amount_minor: 2490 }])
}
