import { openCoreDatabase } from '#core/db/open-core-database.ts'
import { inUnit } from '#core/db/unit.ts'
import { usageRecordsPerRow, writeBillUsage } from '#shared/domain/rating/rows.ts'
import { addMonths } from '#shared/kernel/date.ts'
import { coreKey, seedCore } from './sync-core.ts'

const customers = 2_000
const newest = '2026-11-03'
const bills = 12

/**
 * A market whose first customers have twelve bills each, the newest with so many usage records, half of them calls;
 * gives their account numbers.
 */
export async function seedBilledCustomers(file: string, rich: number, records: number): Promise<readonly string[]> {
  await seedCore(file, customers)
  const store = await openCoreDatabase(`sqlite:${file}`, { key: Buffer.from(coreKey, 'hex') })
  try {
    const found = await store.db
      .selectFrom('customer')
      .leftJoin('bill', 'bill.customer_id', 'customer.id')
      .innerJoin('product', 'product.customer_id', 'customer.id')
      .select(['customer.id', 'customer.scope', 'customer.account_number', 'product.id as product_id'])
      .where('customer.kind', '=', 'individual')
      .where('bill.id', 'is', null)
      .where('customer.account_number', 'is not', null)
      .orderBy('customer.id', 'desc')
      .limit(3 * rich)
      .execute()
    // one who has two lines is there twice
    const rows = [...new Map(found.map((row) => [row.id, row])).values()].slice(0, rich)
    for (const row of rows)
      await inUnit(store, async (unit) => {
        for (let back = 0; back < bills; back += 1) {
          const of = { ...row, date: addMonths(newest, -back), records: back === 0 ? records : 0 }
          for (const { table, values } of billRows(of, bills - back)) await unit.insert(table, values as never) // as: columns as the tables' own lists say
        }
      })
    return rows.flatMap(({ account_number: account }) => account ?? [])
  } finally {
    await store.close()
  }
}

interface Billed {
  readonly id: string
  readonly scope: string
  readonly product_id: string
  readonly date: string
  readonly records: number
}

function billRows({ id, scope, product_id, date, records }: Billed, place: number) {
  const billId = `${id}:${date}`
  const kinds = records === 0 ? [] : (['voice', 'data', 'message', 'other'] as const)
  const period = { period_start: addMonths(date, -1), period_end: date, from_date: addMonths(date, -1), to_date: date }
  const of = { scope, bill_id: billId, user_id: id, product_id, ...period, is_correction: 0 }
  const tax = { tax_category: 'S', tax_basis_points: 2000 }
  const each = kinds.length === 0 ? 0 : records / kinds.length
  const lines = [
    {
      ...{ ...of, ...tax, id: `${billId}/1`, position: 1, kind: 'recurring', charge_id: `${product_id}:fee` },
      ...{ name: '{"en":"Mobile M 40 GB"}', price_minor: 2490, days: 30, of_days: 30, quantity: 1, free: 0 },
      ...{ unit: 'period', records: 0, rate: '', amount_minor: 2490, net_minor: 2075 },
    },
    ...kinds.map((type, at) => ({
      ...{ ...of, ...tax, id: `${billId}/${at + 2}`, position: at + 2, kind: 'usage', charge_id: null },
      ...{
        name: JSON.stringify({ usage: type, zone: type === 'voice' ? 'roamingWorld' : 'national' }),
        price_minor: 0,
      },
      ...{
        days: 0,
        of_days: 0,
        quantity: 60 * each,
        free: 0,
        unit: type === 'data' ? 'octet' : type === 'voice' ? 'second' : 'piece',
      },
      ...{ records: each, amount_minor: 12 * each, net_minor: 10 * each },
      rate: JSON.stringify({
        first: 60,
        increment: 60,
        unitSize: 60,
        connectMicro: 0,
        tiers: [{ fromUnits: 0, priceMicro: 120_000 }],
      }),
    })),
  ]
  const payable = lines.reduce((sum, { amount_minor: amount }) => sum + amount, 0)
  const bill = {
    ...{
      id: billId,
      scope,
      customer_id: id,
      kind: 'bill',
      number: `b-${String(place).padStart(4, '0')}`,
      state: 'settled',
    },
    ...{ bill_date: date, due_date: date, period_start: period.period_start, period_end: date, currency: 'EUR' },
    ...{ tax_included: 1, net_minor: payable, tax_minor: 0, rounding_minor: 0, payable_minor: payable, open_minor: 0 },
    ...{ about_id: null, credited_by: null, lines: lines.length },
  }
  const usage = kinds.flatMap((_type, at) =>
    Array.from({ length: Math.ceil(each / usageRecordsPerRow) }, (_, part) => {
      const count = Math.min(usageRecordsPerRow, each - part * usageRecordsPerRow)
      const uses = Array.from({ length: count }, (__, index) => ({
        ...{
          id: `${billId}/${at}/${part}/${index}`,
          other: `+336399${String(10_000 + part * 200 + index)}`,
          visited: '',
        },
        ...{ startedAt: Date.UTC(2026, 9, 4) + (part * 200 + index) * 600_000, units: 47, charged: 60, free: 0 },
        ...{ amountMicro: 120_000, isBeyondFairUse: false },
      }))
      const lineId = `${billId}/${at + 2}`
      return {
        id: `${lineId}/${part}`,
        scope,
        bill_id: billId,
        line_id: lineId,
        part,
        records: count,
        body: writeBillUsage(uses),
      }
    }),
  )
  return [
    { table: 'bill' as const, values: bill },
    ...lines.map((values) => ({ table: 'bill_line' as const, values })),
    ...usage.map((values) => ({ table: 'bill_usage' as const, values })),
  ]
}
