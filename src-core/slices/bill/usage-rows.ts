import type { RatedUse } from '#shared/domain/bill/sum-usage.ts'
import type { BilledUse, BillUsageRow } from '#shared/domain/rating/rows.ts'
import { usageRecordsPerRow, writeBillUsage } from '#shared/domain/rating/rows.ts'
import type { RatedUsage, UsageRow } from '#core/db/billing-schema.ts'

/** The records of a line of a bill, in the order they happened. */
export interface UsageOfLine {
  readonly lineId: string
  readonly uses: readonly BilledUse[]
}

interface UsageOfBill {
  readonly id: string
  readonly scope: string
  readonly hasFreeUsage: boolean
}

/** The records of a bill as its desks hold them: by line, some hundred to a row. */
export function usageRows(
  lines: readonly UsageOfLine[],
  { id, scope, hasFreeUsage }: UsageOfBill,
): readonly Omit<BillUsageRow, 'version'>[] {
  return lines.flatMap(({ lineId, uses: all }) => {
    const uses = hasFreeUsage ? all : all.filter((one) => one.amountMicro !== 0 || one.isBeyondFairUse)
    return Array.from({ length: Math.ceil(uses.length / usageRecordsPerRow) }, (_, part) => {
      const some = uses.slice(part * usageRecordsPerRow, (part + 1) * usageRecordsPerRow)
      const of = { id: `${lineId}#${part}`, scope, bill_id: id, line_id: lineId, part }
      return { ...of, records: some.length, body: writeBillUsage(some) }
    })
  })
}

/** A record just rated as its bill's line shows it. */
export function billedUse({ record, charged, free, amountMicro, isBeyondFairUse }: RatedUse): BilledUse {
  const { id, startedAt, other, visited, units } = record
  return { id, startedAt, other, visited, units, charged, free, amountMicro, isBeyondFairUse }
}

/** The same of what was stored. */
export function useOf(
  record: Pick<UsageRow, 'id' | 'started_at' | 'other' | 'visited' | 'units'>,
  rated: Pick<RatedUsage, 'charged' | 'free' | 'amount_micro' | 'beyond_fair_use'>,
): BilledUse {
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
