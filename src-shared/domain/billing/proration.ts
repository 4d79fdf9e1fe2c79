import type { IsoDate } from '#shared/kernel/date.ts'
import { daysBetween } from '#shared/kernel/date.ts'
import { roundedQuotient } from '#shared/kernel/money.ts'
import type { Period } from './periods.ts'
import { daysOf } from './periods.ts'

/** A part of a period, with its working: `amountMinor` is `days` of `ofDays` of the price. */
export interface Part {
  readonly from: IsoDate
  readonly to: IsoDate
  readonly days: number
  readonly ofDays: number
  readonly amountMinor: number
}

/**
 * The price of some days of a period: days used over the days of the whole period around the cycle day (product.md,
 * Proration), minor units. What is left at a day is rounded half away from zero, and a part is what was left at its first
 * day less what is left at its end; so the parts of any split add up to the whole, and a part that reaches the period's
 * end, as a first bill's does, is `share` of its days exactly. Below zero it mirrors: a credit equals its charge. Days
 * outside the period count nothing; no day at all is nothing.
 */
export function prorate(priceMinor: number, period: Period, used: Period): Part {
  const from = used.start > period.start ? used.start : period.start
  const to = used.end < period.end ? used.end : period.end
  const ofDays = daysOf(period)
  if (to <= from) return { from, to: from, days: 0, ofDays, amountMinor: 0 }
  const amountMinor = leftAt(from, priceMinor, period) - leftAt(to, priceMinor, period)
  return { from, to, days: daysBetween(from, to), ofDays, amountMinor: amountMinor === 0 ? 0 : amountMinor }
}

function leftAt(day: IsoDate, priceMinor: number, period: Period): number {
  return roundedQuotient(priceMinor * daysBetween(day, period.end), daysOf(period))
}
