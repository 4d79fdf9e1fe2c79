import type { IsoDate } from './date.ts'
import { isDate } from './date.ts'
import type { Refusal, Result } from './result.ts'
import { ok, refuse } from './result.ts'

/** Beginnings of the months' names in the four languages, accents off: enough letters to tell one from another. */
const months = [
  /^(jan|led|янв)/,
  /^(feb|fev|uno|фев)/,
  /^(mar|bre|мар)/,
  /^(apr|avr|dub|апр)/,
  /^(may|mai|kve|май|мая)/,
  /^(jun|juin|cervn|cer$|июн)/,
  /^(jul|juil|cervenec|cervence|июл)/,
  /^(aug|aou|srp|авг)/,
  /^(sep|zar|сен)/,
  /^(oct|rij|окт)/,
  /^(nov|lis|ноя)/,
  /^(dec|pro|дек)/,
] as const

/**
 * Reads a typed day: `2026-09-03`, `3.9.2026`, `03/09/2026`, `3 9 2026`, `3 Sep 2026`, `3 sept. 2026`, `3. září 2026`; day before month, as in every
 * market we serve. A year has four figures. DATE_WRONG for anything else, a day that does not exist included.
 */
export function parseDay(text: string): Result<IsoDate, Refusal<'DATE_MISSING' | 'DATE_WRONG'>> {
  // й keeps its breve (май), Latin letters lose their accents
  const typed = text
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<=[a-z])\p{M}/gu, '')
    .normalize('NFC')
  if (typed === '') return refuse('DATE_MISSING')
  if (isDate(typed)) return ok(typed)
  const match = /^(\d{1,2})[\s./-]+(\d{1,2}|\p{L}{3,9})[\s./-]+(\d{4})(?:\s*г\.?)?$/u.exec(typed)
  const [, day = '', middle = '', year = ''] = match ?? []
  const month = /^\d/.test(middle) ? middle : String(months.findIndex((name) => name.test(middle)) + 1)
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return match && isDate(date) ? ok(date) : refuse('DATE_WRONG')
}
