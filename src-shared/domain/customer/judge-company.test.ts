import { expect, test } from 'vitest'
import { hasPlaceNumber } from './business-numbers.ts'
import { judgeCompanyNumbers } from './judge-company.ts'

test('numbers of one company are taken as they are stored', () => {
  expect(judgeCompanyNumbers('FR', { registerNumber: '732 829 320', vatNumber: '44 732829320' })).toEqual({
    ok: true,
    value: { registerNumber: '732829320', vatNumber: 'FR44732829320', placeNumber: '' },
  })
})

test('a company may have no tax number', () => {
  expect(judgeCompanyNumbers('CZ', { registerNumber: '25596641', vatNumber: ' ' })).toEqual({
    ok: true,
    value: { registerNumber: '25596641', vatNumber: null, placeNumber: '' },
  })
})

test('a Russian company may name its place of business, other countries have no such number', () => {
  const russian = { registerNumber: '1027700132195', vatNumber: '7707083893' }
  expect(judgeCompanyNumbers('RU', { ...russian, placeNumber: '7707 01 001' })).toMatchObject({
    value: { placeNumber: '770701001' },
  })
  expect(judgeCompanyNumbers('RU', { ...russian, placeNumber: '' })).toMatchObject({ value: { placeNumber: '' } })
  expect(judgeCompanyNumbers('RU', { ...russian, placeNumber: '7707' })).toMatchObject({
    error: { code: 'BUSINESS_NUMBER_LENGTH', details: { field: 'placeNumber' } },
  })
  expect(
    judgeCompanyNumbers('FR', { registerNumber: '732829320', vatNumber: null, placeNumber: 'anything' }),
  ).toMatchObject({ value: { placeNumber: '' } })
})

test('a Russian entrepreneur is a person and has no number of a place, by either of their numbers', () => {
  const typed = { registerNumber: '304500116000157', vatNumber: '500100732259', placeNumber: '770701001' }
  expect(judgeCompanyNumbers('RU', typed)).toMatchObject({ ok: true, value: { placeNumber: '' } })
  expect(hasPlaceNumber('RU', '', '')).toBe(true)
  expect(hasPlaceNumber('RU', '304500116000157', '')).toBe(false)
  expect(hasPlaceNumber('RU', '', '5001 0073 2259')).toBe(false)
  expect(hasPlaceNumber('FR', '', '')).toBe(false)
})

test.each([
  ['FR', '732829321', null, 'BUSINESS_NUMBER_CHECK_DIGIT', 'registerNumber'],
  ['FR', '732829320', 'FR45732829320', 'BUSINESS_NUMBER_CHECK_DIGIT', 'vatNumber'],
  ['FR', '732829320', 'FR40303265045', 'VAT_OF_ANOTHER', 'vatNumber'],
  ['CZ', '25596641', 'CZ25123891', 'VAT_OF_ANOTHER', 'vatNumber'],
  ['RU', '10277001321', null, 'BUSINESS_NUMBER_LENGTH', 'registerNumber'],
] as const)('%s %s %s: %s in %s', (country, registerNumber, vatNumber, code, field) => {
  expect(judgeCompanyNumbers(country, { registerNumber, vatNumber })).toMatchObject({
    error: { code, details: { field } },
  })
})

test('numbers of a country without rules are kept as typed', () => {
  expect(judgeCompanyNumbers('PL', { registerNumber: ' krs 12 ', vatNumber: null })).toMatchObject({
    value: { registerNumber: 'KRS 12' },
  })
})
