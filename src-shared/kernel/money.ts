import { z } from 'zod'
import { numberFormat } from './formats.ts'

/** Currencies of the markets we serve, with the digits of their minor unit (ISO 4217). */
export const minorDigits = { EUR: 2, CZK: 2, GBP: 2, RUB: 2, PLN: 2, HUF: 2, JPY: 0 } as const

export type Currency = keyof typeof minorDigits

export const currencySchema = z.enum(['EUR', 'CZK', 'GBP', 'RUB', 'PLN', 'HUF', 'JPY'])

/** An amount of money: whole minor units (cents) of one currency. Never a fraction. */
export interface Money {
  readonly amountMinor: number
  readonly currency: Currency
}

/** Makes money of whole minor units. Throws on a fraction or beyond safe integers: that is a bug, not input. */
export function money(amountMinor: number, currency: Currency): Money {
  if (!Number.isSafeInteger(amountMinor)) throw new Error('money needs whole minor units')
  return { amountMinor: amountMinor === 0 ? 0 : amountMinor, currency }
}

/** Nothing, in a currency. */
export function zero(currency: Currency): Money {
  return money(0, currency)
}

/** Adds amounts of one currency; an empty list is nothing in that currency. Throws when currencies are mixed. */
export function sum(currency: Currency, amounts: readonly Money[]): Money {
  let total = 0
  for (const amount of amounts) {
    if (amount.currency !== currency) throw new Error(`cannot add ${amount.currency} to ${currency}`)
    total += amount.amountMinor
  }
  return money(total, currency)
}

/** a - b, one currency. */
export function subtract(a: Money, b: Money): Money {
  return sum(a.currency, [a, money(-b.amountMinor, b.currency)])
}

/** A whole number of times an amount. */
export function times(amount: Money, count: number): Money {
  return money(amount.amountMinor * count, amount.currency)
}

/**
 * A part of an amount, `numerator / denominator`, rounded half away from zero: the only rounding of money there is
 * (EN 16931 rounds amounts to the minor unit, half up; ours mirrors it below zero so that a credit equals its charge).
 */
export function share(amount: Money, numerator: number, denominator: number): Money {
  return money(roundedQuotient(amount.amountMinor * numerator, denominator), amount.currency)
}

/** Quotient of two whole numbers, rounded half away from zero, exactly (no floating point). Throws on zero below. */
export function roundedQuotient(numerator: number, denominator: number): number {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator))
    throw new Error('rounding needs whole numbers')
  if (denominator === 0) throw new Error('division by zero')
  const sign = numerator < 0 === denominator < 0 ? 1 : -1
  const above = Math.abs(numerator)
  const below = Math.abs(denominator)
  const whole = Math.floor(above / below)
  const rest = above - whole * below
  const rounded = rest * 2 >= below ? whole + 1 : whole
  return rounded === 0 ? 0 : sign * rounded
}

/**
 * Shares an amount out over weights, in whole units that add up to it exactly: each part is within one of its true share and
 * never more than its weight while the amount is not more than their sum. Weights are whole and not below zero; throws when
 * they come to nothing.
 */
export function shareOut(amountMinor: number, weights: readonly number[]): readonly number[] {
  const total = weights.reduce((all, one) => all + BigInt(one), 0n)
  if (total <= 0n) throw new Error('nothing to share over')
  let before = 0n
  let given = 0n
  return weights.map((weight) => {
    before += BigInt(weight)
    const upTo = (BigInt(amountMinor) * before) / total
    const part = upTo - given
    given = upTo
    return Number(part)
  })
}

/** An amount for people: two decimals, grouping and sign as the locale has it; the currency only when asked for. */
export function formatMoney(amount: Money, locale: string, withCurrency = false): string {
  const digits = minorDigits[amount.currency]
  const options: Intl.NumberFormatOptions = withCurrency
    ? { style: 'currency', currency: amount.currency }
    : { minimumFractionDigits: digits, maximumFractionDigits: digits }
  return numberFormat(locale, options)
    .format(amount.amountMinor / 10 ** digits)
    .replace('-', '−')
}
