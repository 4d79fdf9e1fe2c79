import { describe, expect, test } from 'vitest'
import { isOfRegister, readBusinessNumber, readOneOf } from './business-numbers.ts'

describe('numbers published as real ones are taken', () => {
  test.each([
    ['czIco', '25596641'],
    ['czIco', '452 74 649'],
    ['czIco', '00177041'],
    ['czDic', 'CZ25123891'],
    ['czDic', 'CZ7103192745'],
    ['czDic', 'CZ640903926'],
    ['frSiren', '732 829 320'],
    ['frSiret', '73282932000074'],
    ['frSiret', '35600000049837'],
    ['frTva', 'FR44732829320'],
    ['frTva', 'FR40303265045'],
    ['frTva', 'FRK7399859412'],
    ['deVat', 'DE136695976'],
    ['deVat', 'DE811569869'],
    ['deRegister', 'HRB12345'],
    ['gbVat', 'GB980780684'],
    ['gbVat', 'GB434031494'],
    ['gbVat', 'GBGD001'],
    ['gbCompany', '01234567'],
    ['gbCompany', 'SC123456'],
    ['ruInn', '7707083893'],
    ['ruInn', '7736050003'],
    ['ruInn', '500100732259'],
    ['ruInn', '123456789047'],
    ['ruOgrn', '1027700132195'],
    ['ruOgrn', '1027739609391'],
    ['ruOgrn', '304500116000157'],
    ['ruKpp', '770701001'],
  ] as const)('%s %s', (kind, text) => {
    expect(readBusinessNumber(kind, text)).toEqual({ ok: true, value: text.replace(/ /g, '') })
  })
})

describe('a number that is wrong says what is wrong', () => {
  test.each([
    ['czIco', '25596642', 'BUSINESS_NUMBER_CHECK_DIGIT', { name: 'IČO' }],
    ['czIco', '2559664', 'BUSINESS_NUMBER_LENGTH', { name: 'IČO', has: 7, of: '8' }],
    ['czDic', 'CZ25123892', 'BUSINESS_NUMBER_CHECK_DIGIT', { name: 'DIČ' }],
    ['czDic', 'CZ7103192746', 'BUSINESS_NUMBER_CHECK_DIGIT', { name: 'DIČ' }],
    ['czDic', 'CZ7113992745', 'BUSINESS_NUMBER_CHECK_DIGIT', { name: 'DIČ' }],
    ['czDic', 'CZ640903927', 'BUSINESS_NUMBER_CHECK_DIGIT', { name: 'DIČ' }],
    ['czDic', '2512389', 'BUSINESS_NUMBER_LENGTH', { name: 'DIČ', has: 7, of: '8 / 9 / 10' }],
    ['frSiren', '732829321', 'BUSINESS_NUMBER_CHECK_DIGIT', { name: 'SIREN' }],
    ['frSiren', '73282932O', 'BUSINESS_NUMBER_FORM', { name: 'SIREN', example: '732 829 320' }],
    ['frSiret', '73282932000075', 'BUSINESS_NUMBER_CHECK_DIGIT', { name: 'SIRET' }],
    ['frSiret', '35600000049838', 'BUSINESS_NUMBER_CHECK_DIGIT', { name: 'SIRET' }],
    ['frTva', 'FR45732829320', 'BUSINESS_NUMBER_CHECK_DIGIT', { name: 'TVA' }],
    ['frTva', 'FRK8399859412', 'BUSINESS_NUMBER_CHECK_DIGIT', { name: 'TVA' }],
    ['deVat', 'DE136695978', 'BUSINESS_NUMBER_CHECK_DIGIT', { name: 'USt-IdNr.' }],
    ['deVat', 'DE036695978', 'BUSINESS_NUMBER_FORM', { name: 'USt-IdNr.', example: 'DE 136695976' }],
    ['gbVat', 'GB980780685', 'BUSINESS_NUMBER_CHECK_DIGIT', { name: 'VAT number' }],
    ['gbVat', 'GBHA499', 'BUSINESS_NUMBER_FORM', { name: 'VAT number', example: 'GB 980 7806 84' }],
    ['gbCompany', '123456', 'BUSINESS_NUMBER_LENGTH', { name: 'Company number', has: 6, of: '8' }],
    ['ruInn', '7707083894', 'BUSINESS_NUMBER_CHECK_DIGIT', { name: 'ИНН' }],
    ['ruInn', '500100732258', 'BUSINESS_NUMBER_CHECK_DIGIT', { name: 'ИНН' }],
    ['ruInn', '77070838931', 'BUSINESS_NUMBER_LENGTH', { name: 'ИНН', has: 11, of: '10 / 12' }],
    ['ruOgrn', '1027700132196', 'BUSINESS_NUMBER_CHECK_DIGIT', { name: 'ОГРН' }],
    ['ruOgrn', '304500116000158', 'BUSINESS_NUMBER_CHECK_DIGIT', { name: 'ОГРН' }],
    ['ruKpp', '77070100X', 'BUSINESS_NUMBER_FORM', { name: 'КПП', example: '770701001' }],
  ] as const)('%s %s: %s', (kind, text, code, details) => {
    expect(readBusinessNumber(kind, text)).toEqual({ ok: false, error: { code, details } })
  })
})

test('every single wrong digit of a SIREN and a USt-IdNr. is seen', () => {
  const numbers = [
    ['frSiren', '732829320'],
    ['deVat', 'DE136695976'],
  ] as const
  for (const [kind, number] of numbers) {
    const wrong = [...number].flatMap((digit, at) =>
      /[0-9]/.test(digit)
        ? [...'0123456789'].filter((other) => other !== digit).map((other) => withDigit(number, at, other))
        : [],
    )
    expect(wrong.length).toBe(81)
    expect(wrong.filter((text) => readBusinessNumber(kind, text).ok)).toEqual([])
  }
})

function withDigit(text: string, at: number, digit: string): string {
  return `${text.slice(0, at)}${digit}${text.slice(at + 1)}`
}

test('the country’s letters may be left out, and come back', () => {
  expect(readBusinessNumber('frTva', '44 732 829 320')).toEqual({ ok: true, value: 'FR44732829320' })
  expect(readBusinessNumber('gbVat', 'XI 980780684')).toEqual({ ok: true, value: 'XI980780684' })
})

test('a number of the French register is a SIREN or a SIRET by its length', () => {
  expect(readOneOf(['frSiren', 'frSiret'], '73282932000074')).toMatchObject({ value: { kind: 'frSiret' } })
  expect(readOneOf(['frSiren', 'frSiret'], '732829320')).toMatchObject({ value: { kind: 'frSiren' } })
  expect(readOneOf(['frSiren', 'frSiret'], '7328293')).toMatchObject({ error: { details: { name: 'SIREN', has: 7 } } })
})

test('a tax number that belongs to another company is told apart where it holds the register number', () => {
  expect(isOfRegister('732829320', 'FR44732829320')).toBe(true)
  expect(isOfRegister('73282932000074', 'FR44732829320')).toBe(true)
  expect(isOfRegister('303265045', 'FR44732829320')).toBe(false)
  expect(isOfRegister('25123891', 'CZ25123891')).toBe(true)
  expect(isOfRegister('25596641', 'CZ25123891')).toBe(false)
  expect(isOfRegister('HRB12345', 'DE136695976')).toBe(true)
})
