import { luhnDigit } from '#shared/kernel/luhn.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** A SIM number (ITU-T E.118): 19 or 20 digits beginning with 89, the last one the Luhn digit. */
export type Iccid = string

export const iccidRefusals = ['ICCID_PREFIX', 'ICCID_LENGTH', 'ICCID_CHARACTER', 'ICCID_CHECK_DIGIT'] as const
export type IccidRefusal = (typeof iccidRefusals)[number]

export interface IccidReading {
  /** Always with its check digit, computed where it was missing. */
  readonly iccid: Iccid
  /** Suppliers' files leave it out; then no typing error can be seen, so a person should compare. */
  readonly checkDigitMissing: boolean
}

/**
 * Reads a SIM number as typed, scanned or from a file: spaces and hyphens dropped, the filler F of the card's own record
 * too (standards.md 2.2). Without `cardLength` a 19-digit number must fit its check digit, and 18 digits are one without;
 * with the issuer's length known, one digit less is accepted and flagged. Refusals: ICCID_CHARACTER {position, character},
 * ICCID_PREFIX {begins}, ICCID_LENGTH {has}, ICCID_CHECK_DIGIT {digit, expected}.
 */
export function readIccid(text: string, cardLength?: 19 | 20): Result<IccidReading, Refusal<IccidRefusal>> {
  const digits = text.replace(/[\s-]/g, '').replace(/[Ff]$/, '')
  const strangeAt = digits.search(/[^0-9]/)
  if (strangeAt >= 0) return refuse('ICCID_CHARACTER', { position: strangeAt + 1, character: digits.charAt(strangeAt) })
  const lengths: readonly number[] = cardLength === undefined ? [19, 20] : [cardLength]
  const isBare = digits.length === (cardLength ?? 19) - 1
  if (!isBare && !lengths.includes(digits.length)) return refuse('ICCID_LENGTH', { has: digits.length })
  if (!digits.startsWith('89')) return refuse('ICCID_PREFIX', { begins: digits.slice(0, 2) })
  if (isBare) return ok({ iccid: digits + luhnDigit(digits), checkDigitMissing: true })
  const expected = luhnDigit(digits.slice(0, -1))
  const digit = digits.slice(-1)
  return digit === expected
    ? ok({ iccid: digits, checkDigitMissing: false })
    : refuse('ICCID_CHECK_DIGIT', { digit, expected })
}

export interface IccidFacts {
  /** Telephone country code, 1 to 3 digits: `33`. */
  readonly country: string
  /** Issuer number, 1 to 4 digits. */
  readonly issuer: string
  /** The card's own number; zeros are put before it. */
  readonly account: number
  readonly length?: 19 | 20
}

/** Writes a SIM number with its check digit; 20 digits unless said otherwise. Throws when the account does not fit. */
export function writeIccid({ country, issuer, account, length = 20 }: IccidFacts): Iccid {
  const head = `89${country}${issuer}`
  const room = length - 1 - head.length
  const own = String(account).padStart(room, '0')
  if (!/^[0-9]+$/.test(head + own) || own.length > room) throw new Error(`no SIM number: ${head} ${account}`)
  return `${head}${own}${luhnDigit(head + own)}`
}
