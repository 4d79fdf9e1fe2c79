import { describe, expect, test } from 'vitest'
import { judgeDocument, sameDocumentKey, samePersonKey } from './judge-document.ts'
import { readMrz } from './mrz.ts'
import type { DocumentFacts } from './specimen.ts'
import { icaoSpecimen, writeTd1, writeTd3 } from './specimen.ts'

const policy = { today: '2026-10-22', minimumAge: 18, acceptSpecimen: true }
const printed = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10']
const valid: DocumentFacts = { ...icaoSpecimen, expiryDate: '2032-04-15' }

function judge(lines: readonly string[], changes: Partial<typeof policy> = {}): ReturnType<typeof judgeDocument> {
  return judgeDocument(readMrz(lines), { ...policy, ...changes })
}

describe('the specimen passport', () => {
  test('is written as the standard prints it', () => {
    expect(writeTd3(icaoSpecimen)).toEqual(printed)
  })

  test('as printed is refused as expired', () => {
    expect(judge(printed)).toEqual({
      ok: false,
      error: { code: 'DOCUMENT_EXPIRED', details: { expiryDate: '2012-04-15' } },
    })
  })

  test('with the expiry moved to 2032 and check digits computed anew is accepted', () => {
    const lines = writeTd3(valid)
    expect(lines[1]).toBe('L898902C36UTO7408122F3204153ZE184226B<<<<<16')
    expect(judge(lines)).toEqual({
      ok: true,
      value: {
        kind: 'passport',
        issuingState: 'UTO',
        nationality: 'UTO',
        documentNumber: 'L898902C3',
        surname: 'Eriksson',
        givenNames: 'Anna Maria',
        nameMayBeCut: false,
        birthDate: '1974-08-12',
        expiryDate: '2032-04-15',
        birthDatePrinted: '740812',
        expiryDatePrinted: '320415',
        sex: 'female',
        lines,
      },
    })
  })

  test('is valid through the whole expiry day and refused the day after', () => {
    expect(judge(writeTd3(valid), { today: '2032-04-15' }).ok).toBe(true)
    expect(judge(writeTd3(valid), { today: '2032-04-16' })).toMatchObject({ error: { code: 'DOCUMENT_EXPIRED' } })
  })
})

describe('a document is refused', () => {
  const lines = writeTd3(valid)
  const first = lines[0]
  test.each([
    ['when a line is short', [first, lines[1].slice(0, 43)], {}, 'MRZ_INCOMPLETE', { line: 2, has: 43, shouldBe: 44 }],
    ['when a line is missing', [first], {}, 'MRZ_INCOMPLETE', { line: 2, has: 0, shouldBe: 44 }],
    ['when a line is long', [`${first}<`, lines[1]], {}, 'MRZ_INCOMPLETE', { line: 1, has: 45, shouldBe: 44 }],
    [
      'when the number is only fillers',
      writeTd3({ ...valid, documentNumber: '' }),
      {},
      'MRZ_INCOMPLETE',
      { line: 2, has: 0, shouldBe: 1, field: 'documentNumber' },
    ],
    [
      'when a character is strange',
      [first.replace('IKSSON', 'IKSS?N'), lines[1]],
      {},
      'MRZ_CHARACTER',
      { line: 1, position: 12, character: '?' },
    ],
    [
      'when a check digit does not fit',
      [first, lines[1].replace('L898902', 'L8989O2')],
      {},
      'MRZ_CHECK_DIGIT',
      { field: 'documentNumber', line: 2, position: 6, digit: '6', expected: '0', was: 'O', shouldBe: '0' },
    ],
    [
      'when a check digit does not fit and no look-alike explains it',
      [first, lines[1].replace('L898902', 'L898922')],
      {},
      'MRZ_CHECK_DIGIT',
      { field: 'documentNumber', line: 2, position: 10, digit: '6', expected: '8' },
    ],
    [
      'when nobody issues it',
      writeTd3({ ...valid, issuingState: 'ABC' }),
      {},
      'STATE_UNKNOWN',
      { state: 'ABC', field: 'issuingState' },
    ],
    [
      'when no such nationality is',
      writeTd3({ ...valid, nationality: 'DEU' }),
      {},
      'STATE_UNKNOWN',
      { state: 'DEU', field: 'nationality' },
    ],
    ['when it is a specimen in live use', lines, { acceptSpecimen: false }, 'SPECIMEN_NOT_ACCEPTED', { state: 'UTO' }],
    [
      'under age',
      writeTd3({ ...valid, birthDate: '2009-01-01' }),
      {},
      'UNDER_AGE',
      { age: 17, minimumAge: 18, orBorn: '1909-01-01' },
    ],
    ['when it is a visa', ['V<UTOERIKSSON<<ANNA'], {}, 'DOCUMENT_KIND_UNKNOWN', { reason: 'VISA' }],
    ['when it is empty', [], {}, 'DOCUMENT_KIND_UNKNOWN', { reason: 'EMPTY' }],
    [
      'when the birth day is not known',
      ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO<<<<<<0F3204153<<<<<<<<<<<<<<<4'],
      {},
      'DATE_UNREADABLE',
      { field: 'birthDate', printed: '<<<<<<' },
    ],
  ])('%s', (_, typed, changes, code, details) => {
    expect(judge(typed, changes)).toEqual({ ok: false, error: { code, details } })
  })

  test('never on the eighteenth birthday', () => {
    expect(judge(writeTd3({ ...valid, birthDate: '2008-10-22' })).ok).toBe(true)
  })
})

describe('documents to be found again', () => {
  test('a card with a long number is accepted under its whole number', () => {
    const judged = judge(
      writeTd1({ ...valid, documentNumber: 'D23145890734', issuingState: 'CZE', nationality: 'XXB' }),
    )
    expect(judged).toMatchObject({ ok: true, value: { kind: 'idCard', documentNumber: 'D23145890734' } })
    expect(judged.ok && sameDocumentKey(judged.value)).toBe('CZE|idCard|D23145890734')
  })

  test('a person has one key however the name is written', () => {
    const keys = ['Müller', 'MUELLER', 'Muller', 'muxxller'].map((name) => samePersonKey(name, 'Jürgen', '1964-08-12'))
    expect(new Set(keys)).toEqual(new Set(['MULLER|JURGEN|1964-08-12']))
    expect(samePersonKey('Иванова', 'Ольга', '1980-01-02')).toBe(samePersonKey('IVANOVA', 'OLGA', '1980-01-02'))
    expect(samePersonKey('Novak', 'Jana', '1980-01-02')).not.toBe(samePersonKey('Novak', 'Jana', '1980-01-03'))
  })
})
