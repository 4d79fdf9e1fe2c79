import type { IsoDate } from '#shared/kernel/date.ts'
import { addMonths, dateOf, daysBetween, partsOf } from '#shared/kernel/date.ts'

/** The billing period a day falls in: from one cycle day to the next (cut to the month's last day), half open. */
export function billingPeriod(
  today: IsoDate,
  cycleDay: number,
): { readonly start: IsoDate; readonly end: IsoDate; readonly days: number; readonly daysLeft: number } {
  const { year, month } = partsOf(today)
  const thisMonth = dateOf(year, month, cycleDay)
  const first = dateOf(year, month, 1)
  const other = (months: number): IsoDate => {
    const { year: y, month: m } = partsOf(addMonths(first, months))
    return dateOf(y, m, cycleDay)
  }
  const [start, end] = today < thisMonth ? [other(-1), thisMonth] : [thisMonth, other(1)]
  return { start, end, days: daysBetween(start, end), daysLeft: daysBetween(today, end) }
}
