import { sql } from 'kysely'
import type { CoreUsage, OlderBills } from '#shared/domain/bill/core-contract.ts'
import { olderBillsAtMost } from '#shared/domain/bill/core-contract.ts'
import type { BilledUse } from '#shared/domain/rating/rows.ts'
import { mirrorTables } from '#shared/contract/mirror.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import type { CoreStore } from '#core/db/open-core-database.ts'
import { keptScope } from '#core/db/write-batch.ts'
import { useOf, usageRows } from './usage-rows.ts'

type Reader = Pick<CoreStore, 'reader'>

/** Documents of a payer from before a day, whether desks have them or not: the last ones, newest first. */
export async function olderBills(
  { reader }: Reader,
  { customerId, scope, before }: { readonly customerId: string; readonly scope: string; readonly before: IsoDate },
): Promise<OlderBills> {
  const bills = await reader
    .selectFrom('bill')
    .select(columnsOf('bill'))
    .where('customer_id', '=', customerId)
    .where('scope', 'in', [scope, keptScope(scope)])
    .where('bill_date', '<', before)
    .orderBy('bill_date', 'desc')
    .orderBy('number', 'desc')
    .limit(olderBillsAtMost)
    .execute()
  const ids = ['', ...bills.map(({ id }) => id)]
  const lines = await reader
    .selectFrom('bill_line')
    .select(columnsOf('bill_line'))
    .where('bill_id', 'in', ids)
    .orderBy('bill_id')
    .orderBy('position')
    .execute()
  const taxes = await reader.selectFrom('bill_tax').select(columnsOf('bill_tax')).where('bill_id', 'in', ids).execute()
  const allocations = await reader
    .selectFrom('payment_allocation')
    .select(columnsOf('payment_allocation'))
    .where('bill_id', 'in', ids)
    .execute()
  const payments = await reader
    .selectFrom('bill_payment')
    .select(columnsOf('bill_payment'))
    .where('id', 'in', ['', ...allocations.map(({ source_id }) => source_id)])
    .execute()
  return {
    bills: bills.map((row) => ({ ...row, scope })),
    lines: lines.map((row) => ({ ...row, scope })),
    taxes: taxes.map((row) => ({ ...row, scope })),
    payments: payments.map((row) => ({ ...row, scope })),
    allocations: allocations.map((row) => ({ ...row, scope })),
  }
}

/** The usage records of a bill, whole, from the records themselves; undefined for no bill of this market. */
export async function usageOfBill({ reader }: Reader, scope: string, billId: string): Promise<CoreUsage | undefined> {
  const bill = await reader
    .selectFrom('bill')
    .select('id')
    .where('id', '=', billId)
    .where('scope', 'in', [scope, keptScope(scope)])
    .executeTakeFirst()
  if (!bill) return undefined
  const rows = await reader
    .selectFrom('bill_line')
    .innerJoin('rated_usage', 'rated_usage.bill_line_id', 'bill_line.id')
    .innerJoin('usage_record', 'usage_record.id', 'rated_usage.usage_id')
    .select(['rated_usage.bill_line_id', 'rated_usage.charged', 'rated_usage.free', 'rated_usage.amount_micro'])
    .select(['rated_usage.beyond_fair_use', 'usage_record.id', 'usage_record.started_at', 'usage_record.other'])
    .select(['usage_record.visited', 'usage_record.units'])
    .where('bill_line.bill_id', '=', billId)
    .orderBy('bill_line.position')
    .execute()
  const byLine = Map.groupBy(rows, ({ bill_line_id }) => bill_line_id)
  const lines = [...byLine].map(([lineId, all]) => ({
    lineId,
    uses: all.map((row) => useOf(row, row)).toSorted(asHappened),
  }))
  const usage = usageRows(lines, { id: billId, scope, hasFreeUsage: true })
  return { usage: usage.map((row) => ({ ...row, version: 1 })) }
}

/** The order a bill run rates in, on either database. */
function asHappened(a: BilledUse, b: BilledUse): number {
  return a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1)
}

/** The columns of a mirrored table: what the feed writes beside them is not for desks. */
function columnsOf<T extends keyof typeof mirrorTables>(table: T) {
  // names of the very table
  return mirrorTables[table].columnNames.map((name) => sql.ref(name).as(name)) as never
}
