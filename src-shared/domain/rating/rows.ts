import { z } from 'zod'
import type { RowOf } from '#shared/kernel/table.ts'
import { defineTable } from '#shared/kernel/table.ts'

/**
 * The rated usage records of a bill's line, as many to a row as `usageRecordsPerRow`: a row for each would be most of what
 * a desk holds. `records` counts those in `body`, which `readBillUsage` reads. A line that says more `records` than its
 * rows here have together has the others in the core only (docs/adr/0046).
 */
export const billUsageTable = defineTable(
  'bill_usage',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    bill_id: 'text',
    line_id: 'text',
    part: 'int',
    records: 'int',
    body: 'text',
  },
  [['bill_id'], ['line_id', 'part']],
)
export type BillUsageRow = RowOf<typeof billUsageTable.columns>

export const usageRecordsPerRow = 200

/**
 * A usage record as its bill's line has it: units charged (rounded up as the rate says), what an allowance took of them,
 * and the price in millionths of the currency.
 */
export interface BilledUse {
  readonly id: string
  readonly startedAt: number
  /** Who was called or written to, or who called; '' for data. */
  readonly other: string
  /** The network abroad (MCC and MNC), '' at home. */
  readonly visited: string
  readonly units: number
  readonly charged: number
  readonly free: number
  readonly amountMicro: number
  readonly isBeyondFairUse: boolean
}

const bodySchema = z.array(
  z.tuple([z.string(), z.int(), z.string(), z.string(), z.int(), z.int(), z.int(), z.int(), z.int()]),
)

/** The body of a row: an array of arrays, in the order of `BilledUse`. */
export function writeBillUsage(uses: readonly BilledUse[]): string {
  return JSON.stringify(
    uses.map(({ id, startedAt, other, visited, units, charged, free, amountMicro, isBeyondFairUse }) => {
      const beyond = isBeyondFairUse ? 1 : 0
      return [id, startedAt, other, visited, units, charged, free, amountMicro, beyond]
    }),
  )
}

/** The records of a row. Throws on a body that no core wrote. */
export function readBillUsage({ body }: Pick<BillUsageRow, 'body'>): readonly BilledUse[] {
  return bodySchema
    .parse(JSON.parse(body))
    .map(([id, startedAt, other, visited, units, charged, free, amountMicro, beyond]) => ({
      ...{ id, startedAt, other, visited, units, charged, free, amountMicro },
      isBeyondFairUse: beyond === 1,
    }))
}
