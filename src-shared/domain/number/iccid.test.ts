import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { luhnDigit } from '#shared/kernel/luhn.ts'
import { readIccid, writeIccid } from './iccid.ts'

describe('a SIM number', () => {
  test.each([
    ['8942000000000000013', undefined, '8942000000000000013', false],
    ['89330000000000000120', undefined, '89330000000000000120', false],
    ['8933 0000 0000 0000 0120', 20, '89330000000000000120', false],
    ['89330000000000000120F', undefined, '89330000000000000120', false],
    ['894200000000000001', undefined, '8942000000000000013', true],
    ['8933000000000000012', 20, '89330000000000000120', true],
  ] as const)('%s (cards of %s) reads as %s, check digit missing: %s', (text, length, iccid, checkDigitMissing) => {
    expect(readIccid(text, length)).toEqual({ ok: true, value: { iccid, checkDigitMissing } })
  })

  test.each([
    ['8933000000000000012O', undefined, 'ICCID_CHARACTER', { position: 20, character: 'O' }],
    ['', undefined, 'ICCID_LENGTH', { has: 0 }],
    ['8933', undefined, 'ICCID_LENGTH', { has: 4 }],
    ['893300000000000001201', undefined, 'ICCID_LENGTH', { has: 21 }],
    ['8942000000000000013', 20, 'ICCID_CHECK_LATER', undefined],
    ['7942000000000000013', undefined, 'ICCID_PREFIX', { begins: '79' }],
    ['8942000000000000014', undefined, 'ICCID_CHECK_DIGIT', { digit: '4', expected: '3' }],
    ['89330000000000000121', 20, 'ICCID_CHECK_DIGIT', { digit: '1', expected: '0' }],
  ] as const)('%s (cards of %s): %s', (text, length, code, details) => {
    const read = readIccid(text, length)
    // Nineteen digits of a twenty-digit card carry no check digit, so nothing can be refused yet.
    if (code === 'ICCID_CHECK_LATER') expect(read).toMatchObject({ ok: true, value: { checkDigitMissing: true } })
    else expect(read).toEqual({ ok: false, error: { code, details } })
  })

  test('any single wrong digit is detected', () => {
    const facts = { account: fc.nat({ max: 1e9 }), length: fc.constantFrom(19 as const, 20 as const) }
    fc.assert(
      fc.property(
        fc.record(facts),
        fc.integer({ min: 2, max: 18 }),
        fc.integer({ min: 1, max: 9 }),
        (card, at, more) => {
          const iccid = writeIccid({ country: '33', issuer: '01', ...card })
          expect(readIccid(iccid)).toEqual({ ok: true, value: { iccid, checkDigitMissing: false } })
          const wrong = iccid.slice(0, at) + ((Number(iccid[at]) + more) % 10) + iccid.slice(at + 1)
          expect(readIccid(wrong)).toMatchObject({ ok: false, error: { code: 'ICCID_CHECK_DIGIT' } })
        },
      ),
    )
  })

  test('the Luhn digit is that of published numbers, and asked only over digits', () => {
    expect([luhnDigit('49015420323751'), luhnDigit('35209900176148')]).toEqual(['8', '1'])
    expect(() => luhnDigit('89a')).toThrow('no Luhn digit')
    expect(() => writeIccid({ country: '33', issuer: '01', account: 1e15 })).toThrow('no SIM number')
  })
})
