import { expect, test } from 'vitest'
import { offer } from './builders.ts'
import { carries, coverageAt, isAddressed, noCoverage } from './coverage.ts'
import type { CoverageRow } from './rows.ts'

const row = (street: string, speeds: Partial<CoverageRow>): CoverageRow => ({
  id: `54000:${street}`,
  scope: 'test',
  version: 1,
  postal_code: '54000',
  town: 'Nancy',
  street,
  fibre_mbit: 0,
  dsl_mbit: 0,
  radio_mbit: 0,
  ...speeds,
})
const rows = [
  row('', { dsl_mbit: 50 }),
  row('rue de la gare', { fibre_mbit: 1000, dsl_mbit: 50 }),
  row('gare', { radio_mbit: 100 }),
]

test.each([
  ['12 rue de la Gare', '54000', { fibre: 1000, dsl: 50, radio: 0 }],
  ['12, RUE DE LA GARE bis', '54 000', { fibre: 1000, dsl: 50, radio: 0 }],
  ['3 place de l’Étoile', '54000', { fibre: 0, dsl: 50, radio: 0 }],
  ['Garenne 4', '54000', { fibre: 0, dsl: 50, radio: 0 }],
  ['12 rue de la Gare', '99999', noCoverage],
  ['12 rue de la Gare', '', noCoverage],
] as const)('at %s, %s the network carries what its street, else its place, has', (street, postalCode, coverage) => {
  expect(coverageAt(rows, { street, postalCode, town: 'Nancy' })).toEqual(coverage)
})

test('an address is looked up once street and postal code are typed', () => {
  expect(isAddressed({ street: ' ', postalCode: '54000', town: 'Nancy' })).toBe(false)
  expect(isAddressed({ street: '1 rue', postalCode: '54000', town: '' })).toBe(true)
})

test.each([
  ['fibre', 1000, true, 1000],
  ['fibre', 2000, false, 1000],
  ['radio', 100, false, 0],
  ['', 0, true, 0],
] as const)('an offer over %s of %i Mbit/s', (coverage, speed_mbit, isEnough, mbit) => {
  const found = carries({ fibre: 1000, dsl: 50, radio: 0 }, offer({ coverage, speed_mbit }))
  expect(found).toEqual({ isEnough, mbit })
})
