import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatMoney, money } from './money.ts'
import { parseAmount } from './parse-amount.ts'

describe('an amount as typed', () => {
  it.each([
    ['24.90', 2490],
    ['24,90', 2490],
    ['24', 2400],
    ['24.', 2400],
    ['24,5', 2450],
    ['0', 0],
    [' 1 234.5 ', 123_450],
    ['1 234,50', 123_450],
    ['1\u202f234,50', 123_450],
    ["1'234.50", 123_450],
    ['1.234,50', 123_450],
    ['1,234.50', 123_450],
    ['1.234.567,00', 123_456_700],
    ['24,90 €', 2490],
    ['EUR 24.90', 2490],
  ])('%s is read', (text, minor) => {
    expect(parseAmount(text, 'EUR')).toEqual({ ok: true, value: minor })
  })

  it.each([
    ['', 'AMOUNT_MISSING'],
    ['   ', 'AMOUNT_MISSING'],
    ['€', 'AMOUNT_WRONG'],
    ['abc', 'AMOUNT_WRONG'],
    ['-5', 'AMOUNT_WRONG'],
    ['1e3', 'AMOUNT_WRONG'],
    ['12 34', 'AMOUNT_WRONG'],
    ['1,234,50', 'AMOUNT_WRONG'],
    ['1.234.50', 'AMOUNT_WRONG'],
    ["1'234 567", 'AMOUNT_WRONG'],
    ['24.90.1', 'AMOUNT_WRONG'],
    ['24.905', 'AMOUNT_AMBIGUOUS'],
    ['1,234', 'AMOUNT_AMBIGUOUS'],
    ['0.0001', 'AMOUNT_TOO_PRECISE'],
    ['1 234,505', 'AMOUNT_WRONG'],
    ['٢٤', 'AMOUNT_WRONG'],
    ['NaN', 'AMOUNT_WRONG'],
    ['999999999999999999', 'AMOUNT_TOO_LARGE'],
    ['100000000.01', 'AMOUNT_TOO_LARGE'],
  ])('%s is refused', (text, code) => {
    const result = parseAmount(text, 'EUR')
    expect(result.ok ? 'read' : result.error.code).toBe(code)
  })

  it('a currency without decimals takes none', () => {
    expect(parseAmount('1 500', 'JPY')).toEqual({ ok: true, value: 1500 })
    expect(parseAmount('15.5', 'JPY').ok).toBe(false)
  })

  it('what we write is what we read, in every language we ship', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_999_999_999 }),
        fc.constantFrom('en-GB', 'fr-FR', 'cs-CZ', 'ru-RU'),
        (minor, locale) => {
          expect(parseAmount(formatMoney(money(minor, 'EUR'), locale), 'EUR')).toEqual({ ok: true, value: minor })
        },
      ),
      { numRuns: 300 },
    )
  })
})
