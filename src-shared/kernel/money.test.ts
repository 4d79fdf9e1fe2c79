import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatMoney, money, roundedQuotient, share, subtract, sum, times } from './money.ts'

test.each([
  [5, 2, 3],
  [-5, 2, -3],
  [5, -2, -3],
  [-5, -2, 3],
  [4, 3, 1],
  [-4, 3, -1],
  [0, -7, 0],
  [24_90 * 12, 31, 964],
  [500 * 12, 31, 194],
])('%i divided by %i rounds half away from zero to %i', (numerator, denominator, expected) => {
  expect(roundedQuotient(numerator, denominator)).toBe(expected)
  expect(Object.is(roundedQuotient(0, -7), 0)).toBe(true)
})

test('a share and the share of its negative cancel out, so that a credit equals its charge', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.integer({ min: 0, max: 366 }),
      fc.integer({ min: 1, max: 366 }),
      (amount, part, whole) => {
        const charge = share(money(amount, 'EUR'), part, whole)
        const credit = share(money(-amount, 'EUR'), part, whole)
        expect(charge.amountMinor + credit.amountMinor).toBe(0)
        expect(Math.abs(charge.amountMinor * whole - amount * part) * 2).toBeLessThanOrEqual(whole)
      },
    ),
  )
})

test('fractions and mixed currencies are bugs and throw', () => {
  expect(() => money(1.5, 'EUR')).toThrow('whole minor units')
  expect(() => sum('EUR', [money(1, 'EUR'), money(1, 'CZK')])).toThrow('cannot add CZK to EUR')
  expect(() => roundedQuotient(1, 0)).toThrow('division by zero')
})

test('amounts are shown with the decimals of their currency, in the reader’s locale', () => {
  expect(formatMoney(money(123_456_750, 'EUR'), 'en-GB')).toBe('1,234,567.50')
  expect(formatMoney(money(-2990, 'EUR'), 'en-GB')).toBe('−29.90')
  expect(formatMoney(money(1490, 'JPY'), 'en-GB')).toBe('1,490')
  expect(formatMoney(subtract(times(money(2490, 'EUR'), 2), money(80, 'EUR')), 'fr-FR', true)).toBe('49,00\u00a0€')
})
