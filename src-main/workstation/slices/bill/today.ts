import { defineDeskHandler } from '#main/workstation/desk.ts'
import { runningBillSchema } from '#shared/domain/bill/core-contract.ts'
import { readBillUsage } from '#shared/domain/rating/rows.ts'
import { daysBetween } from '#shared/kernel/date.ts'
import { ok } from '#shared/kernel/result.ts'
import { billBefore, billsOf, viewOfBill, wholeBill } from './view-of-bill.ts'

/** The running month as a bill beside the last one, counted by the core; with the usage behind its lines. */
export const today = defineDeskHandler('bill.today', async (desk, { customerId }) => {
  const asked = await desk.fetchBilling(`running/${customerId}`, runningBillSchema)
  if (!asked.ok) return asked
  const { until, usage, ...whole } = asked.value
  const last = billBefore(billsOf(desk, customerId), whole.bill)
  const { period_start: from, period_end: to } = whole.bill
  return ok({
    view: viewOfBill(desk, whole, {
      other: last && wholeBill(desk, last),
      isLast: true,
      isFirst: last === undefined,
    }),
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
