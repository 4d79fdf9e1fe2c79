import type { IsoDate } from '#shared/kernel/date.ts'
import { dateOf, daysBetween, partsOf } from '#shared/kernel/date.ts'

/** How often bills come (product.md, "every part": twice a month, monthly, every two months; and what companies ask). */
export const frequencies = ['twiceMonthly', 'monthly', 'twoMonthly', 'quarterly', 'yearly'] as const
export type Frequency = (typeof frequencies)[number]

/**
 * When bills come. `cycleDay` 1 to 31 is kept apart from any date: each start is that day or the month's last one
 * (standards.md 7.2: never derived from the previous start, or the 31st drifts to the 28th). `anchorMonth` 1 to 12 is a
 * month in which a longer period begins; without meaning for the two shorter ones.
 */
export interface Cycle {
  readonly frequency: Frequency
  readonly cycleDay: number
  readonly anchorMonth: number
}

/** Days from `start` up to, not including, `end`. */
export interface Period {
  readonly start: IsoDate
  readonly end: IsoDate
}

const monthsOf = { monthly: 1, twoMonthly: 2, quarterly: 3, yearly: 12 } as const
/** Half a month after the first bill of a month. */
const halfMonthDays = 15

/** The period of a cycle that a day falls in. Throws on a cycle day or month that no calendar has: parse at the door. */
export function periodOf(day: IsoDate, cycle: Cycle): Period {
  const { year, month } = partsOf(day)
  const first = startIndex(year, month, cycle)
  // the day may stand before its own month's start, and a start of two months on is after it in any case
  let index = first
  while (startAt(index, cycle) > day) index -= 1
  while (startAt(index + 1, cycle) <= day) index += 1
  return { start: startAt(index, cycle), end: startAt(index + 1, cycle) }
}

/** The periods whose end lies after `from` and whose start lies before `until`, in order. */
export function periodsBetween(from: IsoDate, until: IsoDate, cycle: Cycle): readonly Period[] {
  const periods: Period[] = []
  for (let period = periodOf(from, cycle); period.start < until; period = periodOf(period.end, cycle))
    periods.push(period)
  return periods
}

/** A month that fees are priced by, around the cycle day, and its days that lie in a bill's period. */
export interface FeeMonth {
  readonly fee: Period
  readonly days: Period
}

/**
 * The months of a bill's period, in order: fees and allowances are by the month, however often bills come. A longer period
 * holds some whole ones; half a month is a part of one, and its two parts add up to the fee (`prorate`).
 */
export function feeMonths(period: Period, cycle: Cycle): readonly FeeMonth[] {
  if (cycle.frequency === 'monthly') return [{ fee: period, days: period }]
  const monthly = monthlyOf(cycle)
  if (cycle.frequency === 'twiceMonthly') return [{ fee: periodOf(period.start, monthly), days: period }]
  return periodsBetween(period.start, period.end, monthly).map((month) => ({ fee: month, days: month }))
}

/** The cycle of the months that fees of a cycle are priced by. */
export function monthlyOf(cycle: Cycle): Cycle {
  const cycleDay = cycle.frequency === 'twiceMonthly' ? earlyDay(cycle) : cycle.cycleDay
  return { frequency: 'monthly', cycleDay, anchorMonth: 1 }
}

/** Days of a period. */
export function daysOf({ start, end }: Period): number {
  return daysBetween(start, end)
}

/** The period as documents show it, EN 16931 and TM Forum alike: the last day is part of it. */
export function inclusive({ start, end }: Period): { readonly first: IsoDate; readonly last: IsoDate } {
  const days = daysBetween(start, end)
  if (days < 1) throw new Error('an empty period has no days to show')
  return { first: start, last: lastBefore(end) }
}

function lastBefore(day: IsoDate): IsoDate {
  const { year, month, day: date } = partsOf(day)
  if (date > 1) return dateOf(year, month, date - 1)
  return month === 1 ? dateOf(year - 1, 12, 31) : dateOf(year, month - 1, 31)
}

/** Starts are numbered through all years, so that the next one is the number above. */
function startIndex(year: number, month: number, { frequency, cycleDay, anchorMonth }: Cycle): number {
  if (!(Number.isInteger(cycleDay) && cycleDay >= 1 && cycleDay <= 31)) throw new Error('a cycle day is 1 to 31')
  if (!(Number.isInteger(anchorMonth) && anchorMonth >= 1 && anchorMonth <= 12)) throw new Error('a month is 1 to 12')
  const months = year * 12 + (month - 1)
  if (frequency === 'twiceMonthly') return months * 2
  return Math.floor((months - (anchorMonth - 1)) / monthsOf[frequency])
}

function startAt(index: number, { frequency, cycleDay, anchorMonth }: Cycle): IsoDate {
  if (frequency !== 'twiceMonthly') return dayIn(index * monthsOf[frequency] + (anchorMonth - 1), cycleDay)
  const early = earlyDay({ cycleDay })
  const isFirst = index % 2 === 0
  return dayIn(Math.floor(index / 2), isFirst ? early : early + halfMonthDays)
}

/** Days 1 to 16 open a month, 16 to 31 close it: both are the same pair of bills. */
function earlyDay({ cycleDay }: Pick<Cycle, 'cycleDay'>): number {
  return cycleDay > halfMonthDays + 1 ? cycleDay - halfMonthDays : cycleDay
}

function dayIn(months: number, day: number): IsoDate {
  return dateOf(Math.floor(months / 12), (months % 12) + 1, day)
}
