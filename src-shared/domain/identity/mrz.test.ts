import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { characterValue, mrzAlphabet } from './check-digit.ts'
import type { MrzPlace } from './mrz-layout.ts'
import { mrzLayouts } from './mrz-layout.ts'
import { readMrz, swapIn } from './mrz.ts'

const passport = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10']
const pageFour = [passport[0] ?? '', 'L8989O2C36UTO7408122F3204153ZE184226B<<<<<16']
const card = ['I<UTOD231458907<<<<<<<<<<<<<<<', '7408122F1204159UTO<<<<<<<<<<<6', 'ERIKSSON<<ANNA<MARIA<<<<<<<<<<']
const longCard = ['I<UTOD23145890<7349<<<<<<<<<<<', '3407127M9507122UTO<<<<<<<<<<<2', 'STEVENSON<<PETER<JOHN<<<<<<<<<']
const tenCard = ['IDUTO123456789<07<<<<<<<<<<<<<', '8601012M3001019UTO<<<<<<<<<<<6', 'SPECIMEN<<JANE<<<<<<<<<<<<<<<<']
const largeCard = ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6']
const largeLongCard = ['I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<<', 'D23145890<UTO3407127M95071227349<<<8']
const german = ['P<D<<MUELLER<<JUERGEN<<<<<<<<<<<<<<<<<<<<<<<', 'C01X00T478D<<6408125M2702283<<<<<<<<<<<<<<<4']

const specimens = [
  ['TD3', passport, 'L898902C3', 'ERIKSSON', 'ANNA MARIA', 'UTO'],
  ['TD1', card, 'D23145890', 'ERIKSSON', 'ANNA MARIA', 'UTO'],
  ['TD1', longCard, 'D23145890734', 'STEVENSON', 'PETER JOHN', 'UTO'],
  ['TD1', tenCard, '1234567890', 'SPECIMEN', 'JANE', 'UTO'],
  ['TD2', largeCard, 'D23145890', 'ERIKSSON', 'ANNA MARIA', 'UTO'],
  ['TD2', largeLongCard, 'D23145890734', 'STEVENSON', 'PETER JOHN', 'UTO'],
  ['TD3', german, 'C01X00T47', 'MUELLER', 'JUERGEN', 'D'],
] as const

describe('every published specimen', () => {
  test.each(specimens)('%s %j reads with all checks fitting', (format, lines, number, surname, givenNames, state) => {
    const reading = readMrz(lines)
    expect(reading).toMatchObject({
      format,
      documentNumber: number,
      surname,
      givenNames,
      issuingState: state,
      problems: [],
    })
    expect(reading.fields.filter(({ check }) => check).map(({ check }) => check?.fits)).not.toContain(false)
    expect(reading.fields.find(({ name }) => name === 'composite')?.check?.fits).toBe(true)
  })

  test.each(specimens)(
    '%s %j reads the same as one string, in lower case, spaced and with other line ends',
    (format, lines) => {
      const plain = readMrz(lines)
      expect(plain.format).toBe(format)
      expect(readMrz([lines.join('')])).toEqual(plain)
      expect(readMrz([lines.join('\r\n')])).toEqual(plain)
      expect(
        readMrz([
          ` ${lines
            .join('\n\n')
            .toLowerCase()
            .replace(/(....)/g, '$1 ')}`,
        ]),
      ).toEqual(plain)
    },
  )

  test('gives the passport its parts and their places', () => {
    const reading = readMrz(passport)
    expect(reading).toMatchObject({
      kind: 'passport',
      documentCode: 'P',
      nationality: 'UTO',
      sex: 'female',
      birthDate: { printed: '740812', year: 74, month: 8, day: 12 },
      expiryDate: { printed: '120415', year: 12, month: 4, day: 15 },
      optionalData: ['ZE184226B'],
      nameMayBeCut: false,
    })
    expect(reading.fields.find(({ name }) => name === 'birthDate')).toEqual({
      name: 'birthDate',
      line: 2,
      start: 14,
      end: 19,
      value: '740812',
      check: { at: { line: 2, position: 20 }, digit: '2', expected: '2', fits: true },
    })
  })

  test('points at the check digit of a long number where it stands', () => {
    expect(readMrz(longCard).fields.find(({ name }) => name === 'documentNumber')).toMatchObject({
      line: 1,
      start: 6,
      end: 18,
      value: 'D23145890734',
      check: { at: { line: 1, position: 19 }, digit: '9', fits: true },
    })
  })

  test('accepts a figure 0 where a passport without optional data has a filler', () => {
    expect(readMrz([german[0] ?? '', 'C01X00T478D<<6408125M2702283<<<<<<<<<<<<<<04']).problems).toEqual([])
  })
})

describe('a character mistaken for its look-alike', () => {
  test('is named as on page 04: letter O, character 6 of line 2, should be the figure 0', () => {
    const reading = readMrz(pageFour)
    expect(reading.problems).toEqual([
      {
        kind: 'checkDigit',
        field: 'documentNumber',
        at: { line: 2, position: 10 },
        digit: '6',
        expected: '0',
        swap: { line: 2, position: 6, was: 'O', shouldBe: '0' },
      },
    ])
    expect(reading.fields.find(({ name }) => name === 'composite')?.check?.fits).toBe(false)
    expect(readMrz(swapIn(reading.lines, { line: 2, position: 6, was: 'O', shouldBe: '0' })).problems).toEqual([])
  })

  test.each([
    ['birth date', passport, { line: 2, position: 14 }, '7', 'T', undefined],
    ['birth date', passport, { line: 2, position: 16 }, '0', 'O', '0'],
    ['expiry date', passport, { line: 2, position: 23 }, '2', 'Z', '2'],
    ['check digit of the birth date', passport, { line: 2, position: 20 }, '2', 'Z', '2'],
    ['number of a card', card, { line: 1, position: 10 }, '4', 'S', undefined],
    ['number of a card', card, { line: 1, position: 11 }, '5', 'S', '5'],
    ['number that goes on', longCard, { line: 1, position: 8 }, '3', 'B', undefined],
    ['number that goes on', tenCard, { line: 1, position: 13 }, '8', 'B', '8'],
  ])('%s: %j at %j, %s read as %s', (_, lines, place, was, read, shouldBe) => {
    expect(lines[place.line - 1]?.charAt(place.position - 1)).toBe(was)
    const problem = readMrz(swapIn(lines, { ...place, was, shouldBe: read })).problems[0]
    expect(problem).toMatchObject({ kind: 'checkDigit' })
    expect(problem?.kind === 'checkDigit' ? problem.swap?.shouldBe : 'none').toBe(shouldBe)
  })

  test('in data only the composite covers is found by the composite', () => {
    const lines = ['I<UTOD231458907A5<<<<<<<<<<<<<', card[1] ?? '', card[2] ?? '']
    expect(readMrz(lines).problems).toMatchObject([{ kind: 'checkDigit', field: 'composite' }])
  })

  test('in a name or a state is a figure where only letters stand', () => {
    expect(readMrz(['P<UT0ER1KSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', passport[1] ?? '']).problems).toEqual([
      { kind: 'character', line: 1, position: 5, character: '0', shouldBe: 'O' },
      { kind: 'character', line: 1, position: 8, character: '1', shouldBe: 'I' },
    ])
  })
})

describe('any single wrong character that a check digit covers', () => {
  const covered = specimens.map(([format, lines]) => {
    const layout = mrzLayouts[format]
    const over = layout.compositeOver.flatMap(({ line, start, end }) =>
      Array.from({ length: end - start + 1 }, (_, index): MrzPlace => ({ line, position: start + index })),
    )
    const composite = layout.fields.find(({ name }) => name === 'composite')?.check
    return { lines, places: composite ? [...over, composite] : over }
  })
  const change = fc.constantFrom(...covered).chain(({ lines, places }) =>
    fc.record({
      lines: fc.constant(lines),
      place: fc.constantFrom(...places),
      read: fc.constantFrom(...mrzAlphabet),
    }),
  )

  test('is detected, outside the blind spots of equal value modulo 10', () => {
    fc.assert(
      fc.property(change, ({ lines, place, read }) => {
        const was = lines[place.line - 1]?.charAt(place.position - 1) ?? ''
        fc.pre((characterValue(was) ?? 0) % 10 !== (characterValue(read) ?? 0) % 10)
        const { problems } = readMrz(swapIn(lines, { ...place, was, shouldBe: read }))
        expect(problems.length).toBeGreaterThan(0)
      }),
      { numRuns: 500 },
    )
  })

  test('and a swap that is offered always leads to lines without a wrong check', () => {
    fc.assert(
      fc.property(change, ({ lines, place, read }) => {
        const changed = swapIn(lines, { ...place, was: '', shouldBe: read })
        for (const problem of readMrz(changed).problems)
          if (problem.kind === 'checkDigit' && problem.swap)
            expect(readMrz(swapIn(changed, problem.swap)).problems.filter(({ kind }) => kind === 'checkDigit')).toEqual(
              [],
            )
      }),
      { numRuns: 300 },
    )
  })
})

describe('while typing', () => {
  test('says how far which line is, and what is read so far', () => {
    const reading = readMrz([passport[0] ?? '', 'L898902C36UTO7408'])
    expect(reading).toMatchObject({
      format: 'partial',
      layout: 'TD3',
      progress: { line: 2, typed: 17, of: 44 },
      surname: 'ERIKSSON',
      documentNumber: 'L898902C3',
      birthDate: undefined,
      problems: [],
    })
  })

  test('points at a wrong check digit before the line is finished', () => {
    expect(readMrz([passport[0] ?? '', 'L898902C37']).problems).toEqual([
      { kind: 'checkDigit', field: 'documentNumber', at: { line: 2, position: 10 }, digit: '7', expected: '6' },
    ])
  })

  test('never throws and never finds a problem in the beginning of a good document', () => {
    for (const [format, lines] of specimens) {
      const whole = lines.join('')
      for (let length = 1; length < whole.length; length += 1) {
        const reading = readMrz([whole.slice(0, length)])
        expect([reading.format, reading.kind]).toEqual(['partial', format === 'TD3' ? 'passport' : 'idCard'])
        // A card's first letters do not tell its size; once its number or name is there they do.
        if (reading.layout === format) expect(reading.problems).toEqual([])
        if (length > 36) expect(reading.layout).toBe(format)
      }
    }
  })

  test('takes any pasted text without throwing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 120 }), { minLength: 1, maxLength: 4 }),
        (lines) => {
          expect(readMrz(lines.map((line, index) => (index === 0 ? `P${line}` : line))).kind).toBe('passport')
        },
      ),
    )
  })
})

describe('lines of a wrong length', () => {
  test.each([
    ['a line too long', [passport[0] ?? '', `${passport[1]}<`], { line: 2, has: 45, shouldBe: 44 }],
    [
      'a line too short before another',
      [(passport[0] ?? '').slice(1).replace(/^/, 'P').slice(0, 43), passport[1] ?? ''],
      { line: 1, has: 43, shouldBe: 44 },
    ],
    ['a line too many', [...passport, 'ABC'], { line: 3, has: 3, shouldBe: 0 }],
    ['a card line too long', [card[0] ?? '', `${card[1]}<`, card[2] ?? ''], { line: 2, has: 31, shouldBe: 30 }],
  ])('%s', (_, lines, problem) => {
    expect(readMrz(lines).problems).toEqual([{ kind: 'length', ...problem }])
  })

  test('a character outside the alphabet is shown at its place and computes no check', () => {
    const reading = readMrz([passport[0] ?? '', 'L8989É2C36UTO7408122F1204159ZE184226B<<<<<10'])
    expect(reading.problems).toEqual([{ kind: 'character', line: 2, position: 6, character: 'É' }])
    expect(reading.fields.find(({ name }) => name === 'documentNumber')?.check).toBeUndefined()
  })
})

describe('what is no identity document', () => {
  test.each([
    ['nothing', [], 'EMPTY'],
    ['blanks', ['  ', '\n'], 'EMPTY'],
    ['a visa', ['V<UTOERIKSSON<<ANNA', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<'], 'VISA'],
    ['rubbish', ['hello world'], 'FIRST_CHARACTER'],
    [
      'a French card of before 2021',
      [`${'IDFRABERTHIER'.padEnd(30, '<')}923086`, '8806923102858CORINNE<<<<<<<6512068F6'],
      'OLD_FRENCH_CARD',
    ],
  ])('%s is unknown, with the reason', (_, lines, reason) => {
    expect(readMrz(lines)).toMatchObject({ format: 'unknown', kind: undefined, reason })
  })
})
