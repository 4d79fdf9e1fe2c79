import type { IsoDate } from './date.ts'
import { isDate } from './date.ts'
import type { Refusal, Result } from './result.ts'
import { ok, refuse } from './result.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * Reads a typed day: `2026-09-03`, `3.9.2026`, `03/09/2026`, `3 9 2026`, `3 Sep 2026`; day before month, as in every
 * market we serve. A year has four figures. DATE_WRONG for anything else, a day that does not exist included.
 */
export function parseDay(text: string): Result<IsoDate, Refusal<'DATE_MISSING' | 'DATE_WRONG'>> {
  const typed = text.trim().toLowerCase()
  if (typed === '') return refuse('DATE_MISSING')
  if (isDate(typed)) return ok(typed)
  const match = /^(\d{1,2})[\s./-]+(\d{1,2}|[a-z]{3,9})[\s./-]+(\d{4})$/.exec(typed)
  const [, day = '', middle = '', year = ''] = match ?? []
  const month = /^\d/.test(middle) ? middle : String(months.indexOf(middle.slice(0, 3)) + 1)
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return match && isDate(date) ? ok(date) : refuse('DATE_WRONG')
}
