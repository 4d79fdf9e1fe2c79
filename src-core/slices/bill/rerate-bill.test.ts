import fc from 'fast-check'
import { afterAll, afterEach, expect, test } from 'vitest'
import type { CoreStore } from '#core/db/open-core-database.ts'
import { inUnit } from '#core/db/unit.ts'
import { creditLines } from './credit-lines.ts'
import { ensureAccounts } from './ensure-accounts.ts'
import { rerateBill } from './rerate-bill.ts'
import { runBills } from './run-bills.ts'
import { callLine, postPaidLines, seedSmall, storeCopies, takeIn, testMarket, timesDearer } from './test-billing.ts'
import { trialBalance } from './trial-balance.ts'

/** Prices at which the bills below were made. */
const billedAt = 2

/** A market with one line that has a fee and two discounts, uses more data than its allowance, and calls what costs. */
const stores = storeCopies('linedesk-rerate-', async (store) => {
  await seedSmall(store, 12)
  await ensureAccounts(store, '2026-11-03', testMarket)
  const [line] = await postPaidLines(store)
  const msisdn = line?.msisdn ?? ''
  const fee = store.db
    .selectFrom('charge')
    .selectAll()
    .where('product_id', '=', line?.id ?? '')
  const row = await fee.executeTakeFirstOrThrow()
  for (const id of ['discount-1', 'discount-2'])
    await store.db
      .insertInto('charge')
      .values({ ...row, id, kind: 'discount', price_minor: -100 })
      .execute()
  const data = { msisdn, type: 'data', other: '', visited: '262', units: 6_000_000_000 } as const
  const files = stores.folder
  await takeIn(store, files, [
    ...['1', '2', '3', '4', '5', '6'].map((id) =>
      callLine({ ...data, id, startedAt: `2026-10-1${id}T10:00:00+02:00` }),
    ),
    ...['7', '8'].map((id) => callLine({ id, msisdn, other: '+33899000000' })),
  ])
  await runBills(store, '2026-11-03', timesDearer(billedAt))
})
afterEach(() => stores.closeOpened())
afterAll(() => stores.stop())

async function billOfUsage(store: CoreStore) {
  const [line] = await postPaidLines(store)
  const billId = `${line?.account_id ?? ''}:2026-11-03`
  const lines = await store.db
    .selectFrom('bill_line')
    .innerJoin('rated_usage', 'rated_usage.bill_line_id', 'bill_line.id')
    .select(({ fn }) => ['bill_line.id', 'bill_line.amount_minor', fn.sum<number>('amount_micro').as('micro')])
    .where('bill_id', '=', billId)
    .groupBy(['bill_line.id', 'bill_line.amount_minor'])
    .orderBy('bill_line.id')
    .execute()
  return {
    billId,
    lines,
    billedMinor: lines.reduce((sum, { amount_minor }) => sum + amount_minor, 0),
    /** By the prices of the records themselves, what the usage costs so many times the market's prices. */
    dueAt: (factor: number): number =>
      lines.reduce((sum, { micro }) => sum + Math.round((Number(micro) * factor) / billedAt / 10_000), 0),
    reratedMinor: async (): Promise<number> => {
      const charges = await store.db
        .selectFrom('charge')
        .select('price_minor')
        .where('id', 'like', `${billId}:rerated:%`)
        .execute()
      return charges.reduce((sum, { price_minor }) => sum + price_minor, 0)
    },
  }
}

test('a bill with allowances and several charges of a line priced anew at its own prices has no difference', async () => {
  const store = await stores.open()
  const { billId, lines } = await billOfUsage(store)
  expect(lines.length).toBe(2)
  expect(await rerateBill(store, billId, timesDearer(billedAt), '2026-11-10')).toEqual({
    ok: true,
    value: { differenceMinor: 0, records: 0 },
  })
})

const steps = fc.array(
  fc.oneof(
    fc.record({ factor: fc.integer({ min: 0, max: 4 }) }),
    fc.record({ line: fc.nat({ max: 1 }), part: fc.integer({ min: 1, max: 60 }) }),
  ),
  { minLength: 1, maxLength: 6 },
)

test('priced anew in any turn with credit notes, twice is once and nothing is given back twice', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const store = await stores.open()
      const { billId, lines, billedMinor, dueAt, reratedMinor } = await billOfUsage(store)
      const again = (factor: number) => rerateBill(store, billId, timesDearer(factor), '2026-11-10')
      let [factor, creditedMinor, isCreditedAfter] = [billedAt, 0, false]
      for (const [index, step] of all.entries()) {
        if ('factor' in step) {
          factor = step.factor
          await again(factor)
        } else {
          const line = lines[step.line]
          const amountMinor = Math.floor(((line?.amount_minor ?? 0) * step.part) / 100)
          const parts = [{ lineId: line?.id ?? '', amountMinor }]
          const facts = { id: `note-${index}`, billId, on: '2026-11-10', reason: 'goodwill', parts } as const
          const given = await inUnit(store, (unit) => creditLines(unit, facts))
          if (given.ok) {
            creditedMinor += amountMinor
            isCreditedAfter ||= (await reratedMinor()) !== 0
          }
        }
        expect(await again(factor)).toEqual({ ok: true, value: { differenceMinor: 0, records: 0 } })
        const [change, rerated] = [dueAt(factor) - billedMinor, await reratedMinor()]
        expect(rerated).toBeGreaterThanOrEqual(change)
        expect(rerated).toBeLessThanOrEqual(Math.max(0, change))
        if (creditedMinor === 0) expect(rerated).toBe(change)
        else if (!isCreditedAfter) expect(rerated).toBe(change > 0 ? change : Math.min(0, change + creditedMinor))
      }
      expect(await trialBalance(store)).toMatchObject({ off: [], unbalanced: [], openDiffers: [] })
      await stores.closeOpened()
    }),
    { numRuns: 10 },
  )
})
