import type { CountryCode } from 'libphonenumber-js/max'
import { parsePhoneNumberFromString, validatePhoneNumberLength } from 'libphonenumber-js/max'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** A phone number as stored: `+` and at most 15 digits (E.164). Never an integer. */
export type Msisdn = string

/** ISO 3166-1 alpha-2 of a market, for numbers typed without `+`. */
export type PhoneCountry = CountryCode

export const msisdnRefusals = ['PHONE_NUMBER_MISSING', 'PHONE_NUMBER_WRONG', 'PHONE_NUMBER_TOO_LONG'] as const
export type MsisdnRefusal = (typeof msisdnRefusals)[number]

/**
 * Reads a typed phone number, national or international, into E.164 (standards.md 2.1). The whole text must be the
 * number, of a range in use (libphonenumber, full metadata) or of one kept for fiction; an extension is refused.
 */
export function parseMsisdn(text: string, defaultCountry: PhoneCountry): Result<Msisdn, Refusal<MsisdnRefusal>> {
  if (text.trim() === '') return refuse('PHONE_NUMBER_MISSING')
  const isLong = text.replace(/\D/g, '').replace(/^00/, '').length > 15
  if (isLong || validatePhoneNumberLength(text, { defaultCountry }) === 'TOO_LONG')
    return refuse('PHONE_NUMBER_TOO_LONG')
  const number = parsePhoneNumberFromString(text, { defaultCountry, extract: false })
  if (!number || number.ext !== undefined || !/^\+[1-9][0-9]{1,14}$/.test(number.number))
    return refuse('PHONE_NUMBER_WRONG')
  return number.isValid() || isFiction(number.number) ? ok(number.number) : refuse('PHONE_NUMBER_WRONG')
}

/** A stored number for people, as its country writes it abroad: `+33 6 39 98 66 10`. What is no number stays as it is. */
export function formatMsisdn(msisdn: Msisdn): string {
  return parsePhoneNumberFromString(msisdn)?.formatInternational() ?? msisdn
}

/**
 * A stored number with figures hidden: all but the country, its first group and the last two (`+33 6 •• •• •• 10`), or
 * with `pair` only the two before the last two, for telling own customers apart (`+33 6 39 98 •• 10`).
 */
export function maskMsisdn(msisdn: Msisdn, hidden: 'most' | 'pair' = 'most'): string {
  const shown = formatMsisdn(msisdn)
  const [country = '', area = ''] = shown.split(' ')
  const digits = shown.replace(/\D/g, '').length
  const kept = hidden === 'pair' ? digits - 4 : Math.min(`${country}${area}`.length - 1, digits - 4)
  let seen = 0
  return shown.replace(/\d/g, (figure) => {
    seen += 1
    return seen <= kept || seen > digits - 2 ? figure : '•'
  })
}

/** Ranges the French numbering plan keeps for films and books; the metadata knows them as unused. */
const fictionPrefixes = ['+3319900', '+3326191', '+3335301', '+3346571', '+3353649', '+3363998']

function isFiction(msisdn: Msisdn): boolean {
  return msisdn.length === 12 && fictionPrefixes.some((prefix) => msisdn.startsWith(prefix))
}
