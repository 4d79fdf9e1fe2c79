import { z } from 'zod'
import { dateFormat } from './formats.ts'

/** A calendar day, `YYYY-MM-DD`, of the market's own time zone. Business days are decided by the core. */
export type IsoDate = string

/** A moment: milliseconds since 1970-01-01T00:00:00Z. Handed in as a value; nothing here reads a clock. */
export type Instant = number

export const isoDateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((value) => isDate(value))

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Whether a text is an existing day of the Gregorian calendar. */
export function isDate(value: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Year, month (1 to 12) and day of a date. Throws on what is no date: parse at the door first. */
export function partsOf(date: IsoDate): Parts {
  if (!isDate(date)) throw new Error(`not a date: ${date}`)
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

/** Writes year, month, day as a date; the day is cut to the month's last one. */
export function dateOf(year: number, month: number, day: number): IsoDate {
  const cut = Math.min(day, daysInMonth(year, month))
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(cut).padStart(2, '0')}`
}

/** Days of a month (1 to 12), leap years included. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Days since 1970-01-01 (Howard Hinnant's civil-day count: years begin in March so that leap days come last). */
export function dayNumber(date: IsoDate): number {
  const { year, month, day } = partsOf(date)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The date a number of days after 1970-01-01; the inverse of `dayNumber`. */
export function dateOfDayNumber(days: number): IsoDate {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return dateOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

/** A date some days later (or earlier). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return dateOfDayNumber(dayNumber(date) + days)
}

/** The same day some months later; the 31st becomes the month's last day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = partsOf(date)
  const index = year * 12 + (month - 1) + months
  return dateOf(Math.floor(index / 12), (index % 12) + 1, day)
}

/** Whole days from one date to another; negative when the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** Completed years of age on a day. */
export function ageOn(birth: IsoDate, day: IsoDate): number {
  const born = partsOf(birth)
  const on = partsOf(day)
  const hadBirthday = on.month > born.month || (on.month === born.month && on.day >= born.day)
  return on.year - born.year - (hadBirthday ? 0 : 1)
}

/** The UTC day of a moment. Only for tests and for a market whose zone is UTC; the core decides business days. */
export function utcDateOf(at: Instant): IsoDate {
  return dateOfDayNumber(Math.floor(at / 86_400_000))
}

/** The day of a moment in a time zone (IANA name), e.g. `Europe/Paris`. */
export function dateInZone(at: Instant, zone: string): IsoDate {
  return dateFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)
}
