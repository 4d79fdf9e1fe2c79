import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatMsisdn, maskMsisdn, parseMsisdn } from './msisdn.ts'

describe('a phone number', () => {
  test.each([
    ['06 39 98 66 10', 'FR', '+33639986610'],
    ['+33 6 39 98 66 10', 'CZ', '+33639986610'],
    ['0033639986610', 'FR', '+33639986610'],
    ['01 99 00 12 34', 'FR', '+33199001234'],
    ['601 123 456', 'CZ', '+420601123456'],
    ['0912 123 456', 'SK', '+421912123456'],
    ['8 (912) 345-67-89', 'RU', '+79123456789'],
    ['01512 3456789', 'DE', '+4915123456789'],
    ['+44 7400 123456', 'FR', '+447400123456'],
    ['512 345 678', 'PL', '+48512345678'],
  ] as const)('%s typed in %s is stored as %s', (text, country, stored) => {
    expect(parseMsisdn(text, country)).toEqual({ ok: true, value: stored })
  })

  test.each([
    ['', 'PHONE_NUMBER_MISSING'],
    ['  ', 'PHONE_NUMBER_MISSING'],
    ['abc', 'PHONE_NUMBER_WRONG'],
    ['12', 'PHONE_NUMBER_WRONG'],
    ['06 39 98 66 1', 'PHONE_NUMBER_WRONG'],
    ['+33 6 39 97 66 1', 'PHONE_NUMBER_WRONG'],
    ['06 39 98 66 10 ext 5', 'PHONE_NUMBER_WRONG'],
    ['call 06 39 98 66 10', 'PHONE_NUMBER_WRONG'],
    ['0000', 'PHONE_NUMBER_WRONG'],
    ['06 39 98 66 100', 'PHONE_NUMBER_TOO_LONG'],
    ['+33 6 39 98 66 10 66 10 66', 'PHONE_NUMBER_TOO_LONG'],
    ['1'.repeat(400), 'PHONE_NUMBER_TOO_LONG'],
  ])('%s is refused with %s', (text, code) => {
    expect(parseMsisdn(text, 'FR')).toEqual({ ok: false, error: { code } })
  })

  test('never throws on pasted rubbish, and what it takes reads back to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const parsed = parseMsisdn(text, 'FR')
        if (parsed.ok) expect(parseMsisdn(formatMsisdn(parsed.value), 'CZ')).toEqual(parsed)
      }),
    )
  })

  test.each([
    ['+33639986610', '+33 6 39 98 66 10', '+33 6 •• •• •• 10', '+33 6 39 98 •• 10'],
    ['+420601123456', '+420 601 123 456', '+420 601 ••• •56', '+420 601 12• •56'],
  ])('%s is shown as %s, masked as %s or %s', (stored, shown, masked, pair) => {
    expect([formatMsisdn(stored), maskMsisdn(stored), maskMsisdn(stored, 'pair')]).toEqual([shown, masked, pair])
  })
})
