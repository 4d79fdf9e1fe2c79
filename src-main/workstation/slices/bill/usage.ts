import { defineDeskHandler } from '#main/workstation/desk.ts'
import { coreUsageSchema } from '#shared/domain/bill/core-contract.ts'
import type { BillUsageRow } from '#shared/domain/rating/rows.ts'
import { readBillUsage } from '#shared/domain/rating/rows.ts'
import { ok } from '#shared/kernel/result.ts'

/**
 * The usage records of a bill: those of this desk where it has them all, else the core's. While the core cannot be asked,
 * what is here, and that it is not all.
 */
export const usage = defineDeskHandler('bill.usage', async (desk, { billId }) => {
  const lines = desk.view.where('bill_line', 'bill_id', billId).map(({ row }) => row)
  const here = desk.view.where('bill_usage', 'bill_id', billId).map(({ row }) => row)
  const wanted = lines.reduce((sum, { records }) => sum + records, 0)
  const isWhole = lines.length > 0 && here.reduce((sum, { records }) => sum + records, 0) >= wanted
  if (isWhole) return ok({ isWhole, lines: byLine(here) })
  const asked = await desk.fetchBilling(`usage/${encodeURIComponent(billId)}`, coreUsageSchema)
  if (asked.ok) return ok({ isWhole: true, lines: byLine(asked.value.usage) })
  return ok({ isWhole: false, lines: byLine(here) })
})

function byLine(rows: readonly BillUsageRow[]) {
  const lines = new Map<string, BillUsageRow[]>()
  for (const row of rows) {
    const line = lines.get(row.line_id)
    if (line) line.push(row)
    else lines.set(row.line_id, [row])
  }
  return [...lines].map(([lineId, parts]) => ({
    lineId,
    uses: parts.toSorted((a, b) => a.part - b.part).flatMap((row) => [...readBillUsage(row)]),
  }))
}
