import { expect, test } from 'vitest'
import { creditorReference, inFours } from './creditor-reference.ts'
import { epcPayment } from './epc-payment.ts'

test.each([
  ['539007547034', 'RF18539007547034'],
  ['2026-000123', 'RF462026000123'],
])('%s is %s as a creditor reference (standards.md, section 4)', (number, reference) => {
  expect(creditorReference(number)).toBe(reference)
})

test('what has no letter or digit, or more than 21, is no creditor reference', () => {
  expect([creditorReference('--'), creditorReference('1'.repeat(22))]).toEqual([undefined, undefined])
  expect(creditorReference('a'.repeat(21))).toMatch(/^RF[0-9]{2}A{21}$/)
})

test('an account number stands in groups of four', () => {
  expect(inFours('FR1420041010050500013M02606')).toBe('FR14 2004 1010 0505 0001 3M02 606')
})

const payment = {
  name: 'Northline Mobile SAS',
  iban: 'FR1420041010050500013M02606',
  bic: null,
  amountMinor: 2490,
  currency: 'EUR',
  reference: 'RF462026000123',
  words: '2026-000123',
} as const

test('a transfer in euro has a code with account, amount and reference on their lines', () => {
  expect(epcPayment(payment)?.split('\n')).toEqual([
    ...['BCD', '002', '1', 'SCT', '', 'Northline Mobile SAS', 'FR1420041010050500013M02606', 'EUR24.90', ''],
    'RF462026000123',
  ])
  expect(
    epcPayment({ ...payment, reference: undefined, bic: 'PSSTFRPP' })
      ?.split('\n')
      .slice(4),
  ).toEqual([...['PSSTFRPP', 'Northline Mobile SAS', 'FR1420041010050500013M02606', 'EUR24.90', '', '', '2026-000123']])
})

test.each([{ currency: 'CZK' as const }, { amountMinor: 0 }, { amountMinor: -5 }, { name: 'n'.repeat(71) }])(
  'what the standard has no code for gets none: %j',
  (change) => expect(epcPayment({ ...payment, ...change })).toBeUndefined(),
)
