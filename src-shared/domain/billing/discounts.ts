import type { IsoDate } from '#shared/kernel/date.ts'
import { addMonths } from '#shared/kernel/date.ts'
import { roundedQuotient } from '#shared/kernel/money.ts'
import type { RecurringCharge } from './charges.ts'

/**
 * A reduction of a recurring charge: a share of its price in basis points, or an amount of each period (never more than
 * the price). `months` counts from its first day, 0 is as long as the charge; `needs` are the days its condition holds (a
 * bundle: the other line in force), null without one.
 */
export interface Discount {
  readonly id: string
  readonly off: { readonly basisPoints: number } | { readonly amountMinor: number }
  readonly from: IsoDate
  readonly months: number
  readonly needs: { readonly from: IsoDate; readonly until: IsoDate | null } | null
}

/**
 * The discount as a recurring charge below zero, owed on the days that charge, term and condition have in common: so it is
 * prorated, corrected and taken back by the same rules as what it reduces. Undefined when there is no such day.
 */
export function discountCharge(charge: RecurringCharge, discount: Discount): RecurringCharge | undefined {
  const { off, needs } = discount
  const wanted = 'basisPoints' in off ? roundedQuotient(charge.priceMinor * off.basisPoints, 10_000) : off.amountMinor
  const from = latest([charge.activeFrom, discount.from, ...(needs ? [needs.from] : [])])
  const end = discount.months === 0 ? null : addMonths(discount.from, discount.months)
  const until = earliest([charge.activeUntil, end, needs?.until ?? null])
  if (until !== null && until <= from) return undefined
  return {
    ...charge,
    id: discount.id,
    priceMinor: -Math.min(charge.priceMinor, wanted),
    activeFrom: from,
    activeUntil: until,
    atStart: from === charge.activeFrom ? charge.atStart : 'prorated',
    atEnd: until === charge.activeUntil ? charge.atEnd : 'prorated',
    pausedMinor: charge.pausedMinor === null ? null : -Math.min(charge.pausedMinor, wanted),
  }
}

function latest(days: readonly IsoDate[]): IsoDate {
  return days.reduce((best, day) => (day > best ? day : best))
}

function earliest(days: readonly (IsoDate | null)[]): IsoDate | null {
  return days.reduce((best, day) => (day !== null && (best === null || day < best) ? day : best), null)
}
