import type { IsoDate } from '#shared/kernel/date.ts'
import { addMonths, isDate } from '#shared/kernel/date.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** A date of a document: as we understand it, and the six characters as printed. */
export interface DocumentDate {
  readonly date: IsoDate
  readonly printed: string
  /** The same day a hundred years earlier, for a person to choose where the first reading is unlikely. */
  readonly orEarlier: IsoDate | undefined
}

/** Years ahead beyond which an expiry date belongs to the last century (standards.md 1.5). */
const farthestExpiryYears = 50

/**
 * The birth date of a YYMMDD: in this century if not later than today, else in the last one (standards.md 1.5).
 * DATE_UNREADABLE when a part is unknown or the day does not exist.
 */
export function readBirthDate(printed: string, today: IsoDate): Result<DocumentDate, Refusal<'DATE_UNREADABLE'>> {
  return readDate('birthDate', printed, (date) => date <= today)
}

/**
 * The expiry date of a YYMMDD: in this century unless more than 50 years ahead (standards.md 1.5).
 * DATE_UNREADABLE when a part is unknown or the day does not exist.
 */
export function readExpiryDate(printed: string, today: IsoDate): Result<DocumentDate, Refusal<'DATE_UNREADABLE'>> {
  const latest = addMonths(today, farthestExpiryYears * 12)
  return readDate('expiryDate', printed, (date) => date <= latest)
}

function readDate(
  field: 'birthDate' | 'expiryDate',
  printed: string,
  isThisCentury: (date: IsoDate) => boolean,
): Result<DocumentDate, Refusal<'DATE_UNREADABLE'>> {
  const later = dateIn('20', printed)
  const earlier = dateIn('19', printed)
  if (later !== undefined && isThisCentury(later)) return ok({ date: later, printed, orEarlier: earlier })
  if (earlier !== undefined) return ok({ date: earlier, printed, orEarlier: undefined })
  return refuse('DATE_UNREADABLE', { field, printed })
}

function dateIn(century: '19' | '20', printed: string): IsoDate | undefined {
  if (!/^[0-9]{6}$/.test(printed)) return undefined
  const date = `${century}${printed.slice(0, 2)}-${printed.slice(2, 4)}-${printed.slice(4, 6)}`
  return isDate(date) ? date : undefined
}
