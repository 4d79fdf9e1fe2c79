import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMrz } from './mrz.ts'
import { writeTd1, writeTd3 } from './specimen.ts'

const letters = fc.stringMatching(/^[A-Z]{1,15}$/)
const dates = fc
  .date({ min: new Date('1940-01-01'), max: new Date('2039-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const facts = {
  surname: letters,
  givenNames: letters,
  birthDate: dates,
  expiryDate: dates,
  sex: fc.constantFrom('F' as const, 'M' as const, '<' as const),
  issuingState: fc.constantFrom('UTO', 'D', 'FRA'),
  nationality: fc.constantFrom('UTO', 'D', 'CZE'),
}

describe('written documents', () => {
  test('passports read back without a problem', () => {
    fc.assert(
      fc.property(fc.record({ ...facts, documentNumber: fc.stringMatching(/^[0-9A-Z]{5,9}$/) }), (document) => {
        const reading = readMrz(writeTd3(document))
        expect(reading).toMatchObject({ format: 'TD3', problems: [], documentNumber: document.documentNumber })
        expect(reading.surname).toBe(document.surname)
      }),
    )
  })

  test('cards read back without a problem, long numbers included', () => {
    fc.assert(
      fc.property(fc.record({ ...facts, documentNumber: fc.stringMatching(/^[0-9A-Z]{5,22}$/) }), (document) => {
        const reading = readMrz(writeTd1(document))
        expect(reading).toMatchObject({ format: 'TD1', problems: [], documentNumber: document.documentNumber })
        expect(reading.issuingState).toBe(document.issuingState)
      }),
    )
  })

  test('a name too long fills its field and is marked as perhaps cut', () => {
    const [, , name] = writeTd1({
      surname: 'Nilavadhanananda',
      givenNames: 'Chayapa Dejthamrong Krasuang',
      documentNumber: 'D23145890',
      birthDate: '1980-01-02',
      expiryDate: '2030-01-02',
      sex: 'F',
      issuingState: 'THA',
      nationality: 'THA',
    })
    expect(name).toBe('NILAVADHANANANDA<<CHAYAPA<DEJT')
    expect(readMrz([`I<THAD231458907${'<'.repeat(15)}`, '8001028F3001023THA<<<<<<<<<<<2', name]).nameMayBeCut).toBe(
      true,
    )
  })
})
