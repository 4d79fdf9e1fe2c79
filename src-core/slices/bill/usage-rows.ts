import type { BillUsageRow } from '#shared/domain/rating/rows.ts'
import { usageRecordsPerRow, writeBillUsage } from '#shared/domain/rating/rows.ts'
import type { RatedUsage, UsageRow } from '#core/db/billing-schema.ts'

interface UsageOfBill {
  readonly id: string
  readonly scope: string
  readonly hasFreeUsage: boolean
}

/** The records of a bill as its desks hold them: by line, in the order they happened, some hundred to a row. */
export function usageRows(
  { records }: { readonly records: ReadonlyMap<string, UsageRow> },
  rated: readonly RatedUsage[],
  { id, scope, hasFreeUsage }: UsageOfBill,
): readonly Omit<BillUsageRow, 'version'>[] {
  const byLine = new Map<string, RatedUsage[]>()
  for (const one of rated) {
    if (!hasFreeUsage && one.amount_micro === 0) continue
    const line = byLine.get(one.bill_line_id)
    if (line) line.push(one)
    else byLine.set(one.bill_line_id, [one])
  }
  return [...byLine].flatMap(([lineId, all]) => {
    const uses = all
      .flatMap((one) => {
        const record = records.get(one.usage_id)
        return record ? [useOf(record, one)] : []
      })
      .toSorted((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1))
    return Array.from({ length: Math.ceil(uses.length / usageRecordsPerRow) }, (_, part) => {
      const some = uses.slice(part * usageRecordsPerRow, (part + 1) * usageRecordsPerRow)
      const of = { id: `${lineId}#${part}`, scope, bill_id: id, line_id: lineId, part }
      return { ...of, records: some.length, body: writeBillUsage(some) }
    })
  })
}

/** A record with its price as a bill's line shows it. */
export function useOf(
  record: Pick<UsageRow, 'id' | 'started_at' | 'other' | 'visited' | 'units'>,
  rated: Pick<RatedUsage, 'charged' | 'free' | 'amount_micro' | 'beyond_fair_use'>,
) {
  return {
    id: record.id,
    startedAt: record.started_at,
    other: record.other,
    visited: record.visited,
    units: record.units,
    charged: rated.charged,
    free: rated.free,
    amountMicro: rated.amount_micro,
    isBeyondFairUse: rated.beyond_fair_use === 1,
  }
}
