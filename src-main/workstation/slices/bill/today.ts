import { defineDeskHandler } from '#main/workstation/desk.ts'
import { runningBillSchema } from '#shared/domain/bill/core-contract.ts'
import { readBillUsage } from '#shared/domain/rating/rows.ts'
import { daysBetween } from '#shared/kernel/date.ts'
import { ok } from '#shared/kernel/result.ts'
import { viewOfBill } from './view-of-bill.ts'

/** The running month as a bill, counted by the core; with the usage behind its lines. */
export const today = defineDeskHandler('bill.today', async (desk, { customerId }) => {
  const asked = await desk.fetchBilling(`running/${customerId}`, runningBillSchema)
  if (!asked.ok) return asked
  const { until, usage, ...whole } = asked.value
  const { period_start: from, period_end: to } = whole.bill
  return ok({
    // a part of a month beside a whole one would be less, and say nothing
    view: viewOfBill(desk, { ...whole, paidMinor: 0 }, { other: undefined, isLast: false, isFirst: false }),
    until,
    days: Math.max(0, daysBetween(from, until)),
    ofDays: daysBetween(from, to),
    usage: {
      isWhole: true,
      lines: [...Map.groupBy(usage, (row) => row.line_id)].map(([lineId, rows]) => ({
        lineId,
        uses: rows.toSorted((a, b) => a.part - b.part).flatMap((row) => [...readBillUsage(row)]),
      })),
    },
  })
})
