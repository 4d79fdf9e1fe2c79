import type { Refusal, Result } from './result.ts'
import { ok, refuse } from './result.ts'
import type { Currency } from './money.ts'
import { minorDigits } from './money.ts'

export const amountRefusals = [
  'AMOUNT_MISSING',
  'AMOUNT_WRONG',
  'AMOUNT_AMBIGUOUS',
  'AMOUNT_TOO_PRECISE',
  'AMOUNT_TOO_LARGE',
] as const
export type AmountRefusal = (typeof amountRefusals)[number]

/** More than any counter takes or anyone earns in a month; keeps a slipped key from becoming a sum. */
const largestMinor = 10_000_000_000

/**
 * Reads a typed amount into whole minor units: `24.90`, `24,90`, `24`, `1 234.5`, `1'234,50`, `1.234,50`, with or without
 * the currency's code or sign. The last point or comma followed by as many figures as the currency has decimals (or
 * fewer) is the decimal mark; other marks must group by three. AMOUNT_TOO_PRECISE when a fraction of a minor unit is
 * typed: nothing is rounded here. AMOUNT_AMBIGUOUS for `1.234` alone, which is a thousand to some and one to others.
 * Never negative.
 */
export function parseAmount(text: string, currency: Currency): Result<number, Refusal<AmountRefusal>> {
  const typed = text.replace(new RegExp(`${currency}|[€£₽¥]|Kč|zł|Ft`, 'giu'), '').trim()
  if (typed === '') return refuse(text.trim() === '' ? 'AMOUNT_MISSING' : 'AMOUNT_WRONG')
  const match = /^(\d{1,3}(?:([\s'’.,])\d{3})+|\d+)(?:([.,])(\d*))?$/u.exec(typed)
  if (!match) return refuse('AMOUNT_WRONG')
  const [, whole = '', group, mark, fraction = ''] = match
  if (mark !== undefined && mark === group) return refuse('AMOUNT_WRONG')
  if (group !== undefined && new Set(whole.replace(/\d/g, '').replace(/\s/gu, ' ')).size > 1)
    return refuse('AMOUNT_WRONG')
  const digits = minorDigits[currency]
  if (digits > 0 && /^\d{1,3}[.,]\d{3}$/.test(typed)) return refuse('AMOUNT_AMBIGUOUS')
  if (fraction.length > digits) return refuse('AMOUNT_TOO_PRECISE', { decimals: digits })
  const figures = whole.replace(/\D/g, '') + fraction.padEnd(digits, '0')
  const minor = Number(figures)
  return figures.length > 15 || minor > largestMinor ? refuse('AMOUNT_TOO_LARGE') : ok(minor)
}
