import type { IsoDate } from '#shared/kernel/date.ts'
import { daysBetween } from '#shared/kernel/date.ts'
import { parseDay } from '#shared/kernel/parse-day.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { PhoneCountry } from './msisdn.ts'
import { parseMsisdn } from './msisdn.ts'

/** A number to be brought, as typed. */
export interface TypedPortIn {
  readonly portNumber: string
  readonly portDonor: string
  readonly portCode: string
  readonly portOn: string
}

export interface PortInWish {
  readonly msisdn: string
  readonly donor: string
  readonly code: string
  readonly onDate: IsoDate
}

export type PortInProblem =
  | 'EMPTY'
  | 'PHONE_NUMBER_MISSING'
  | 'PHONE_NUMBER_WRONG'
  | 'PHONE_NUMBER_TOO_LONG'
  | 'DATE_MISSING'
  | 'DATE_WRONG'
  | 'PORT_DAY_WRONG'

/** Days from today on within which a donor takes a day. */
export const portWithinDays = 90

/** Judges what was typed of a number to be brought; the refusal names its `field`. Today is a day one may wish for. */
export function judgePortIn(
  typed: TypedPortIn,
  facts: { readonly today: IsoDate; readonly country: string },
): Result<PortInWish, Refusal<PortInProblem>> {
  // the market's policy names a country libphonenumber knows
  const number = parseMsisdn(typed.portNumber, facts.country as PhoneCountry)
  if (!number.ok) return refuse(number.error.code, { field: 'portNumber' })
  const [donor, code] = [typed.portDonor.trim(), typed.portCode.trim()]
  if (donor === '') return refuse('EMPTY', { field: 'portDonor' })
  if (code === '') return refuse('EMPTY', { field: 'portCode' })
  const day = parseDay(typed.portOn)
  if (!day.ok) return refuse(day.error.code, { field: 'portOn' })
  return isPortDay(day.value, facts.today)
    ? ok({ msisdn: number.value, donor: donor.slice(0, 60), code: code.slice(0, 40), onDate: day.value })
    : refuse('PORT_DAY_WRONG', { field: 'portOn', days: portWithinDays })
}

/** Whether a donor can be asked for a day: from today on, within three months. */
export function isPortDay(day: IsoDate, today: IsoDate): boolean {
  const ahead = daysBetween(today, day)
  return ahead >= 0 && ahead <= portWithinDays
}
