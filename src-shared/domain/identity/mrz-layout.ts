/** The formats of identity documents we read (ICAO 9303 parts 4, 5 and 6). */
export const mrzFormats = ['TD1', 'TD2', 'TD3'] as const
export type MrzFormat = (typeof mrzFormats)[number]

export const mrzFieldNames = [
  'documentCode',
  'issuingState',
  'name',
  'documentNumber',
  'nationality',
  'birthDate',
  'sex',
  'expiryDate',
  'optionalData',
  'composite',
] as const
export type MrzFieldName = (typeof mrzFieldNames)[number]

/** A place in the zone; lines and positions count from 1, as in the standard. */
export interface MrzPlace {
  readonly line: number
  readonly position: number
}

export interface MrzSpan {
  readonly line: number
  readonly start: number
  readonly end: number
}

export interface MrzFieldLayout extends MrzSpan {
  readonly name: MrzFieldName
  readonly check?: MrzPlace
}

export interface MrzLayout {
  readonly format: MrzFormat
  readonly lineCount: number
  readonly lineLength: number
  readonly fields: readonly MrzFieldLayout[]
  /** What the composite check digit covers, in order. */
  readonly compositeOver: readonly MrzSpan[]
  /** Where a document number longer than nine characters goes on; a passport has no such place. */
  readonly longNumber?: MrzSpan
}

/** Every field's place (standards.md 1.1; recomputed there against the published specimens). */
export const mrzLayouts: Readonly<Record<MrzFormat, MrzLayout>> = {
  TD1: {
    format: 'TD1',
    lineCount: 3,
    lineLength: 30,
    fields: [
      field('documentCode', 1, 1, 2),
      field('issuingState', 1, 3, 5),
      field('documentNumber', 1, 6, 14, 15),
      field('optionalData', 1, 16, 30),
      field('birthDate', 2, 1, 6, 7),
      field('sex', 2, 8, 8),
      field('expiryDate', 2, 9, 14, 15),
      field('nationality', 2, 16, 18),
      field('optionalData', 2, 19, 29),
      field('composite', 2, 30, 30, 30),
      field('name', 3, 1, 30),
    ],
    compositeOver: [span(1, 6, 30), span(2, 1, 7), span(2, 9, 15), span(2, 19, 29)],
    longNumber: span(1, 16, 30),
  },
  TD2: {
    format: 'TD2',
    lineCount: 2,
    lineLength: 36,
    fields: [...twoLineFields(36), field('optionalData', 2, 29, 35), field('composite', 2, 36, 36, 36)],
    compositeOver: [span(2, 1, 10), span(2, 14, 20), span(2, 22, 35)],
    longNumber: span(2, 29, 35),
  },
  TD3: {
    format: 'TD3',
    lineCount: 2,
    lineLength: 44,
    fields: [...twoLineFields(44), field('optionalData', 2, 29, 42, 43), field('composite', 2, 44, 44, 44)],
    compositeOver: [span(2, 1, 10), span(2, 14, 20), span(2, 22, 43)],
  },
}

function twoLineFields(lineLength: number): readonly MrzFieldLayout[] {
  return [
    field('documentCode', 1, 1, 2),
    field('issuingState', 1, 3, 5),
    field('name', 1, 6, lineLength),
    field('documentNumber', 2, 1, 9, 10),
    field('nationality', 2, 11, 13),
    field('birthDate', 2, 14, 19, 20),
    field('sex', 2, 21, 21),
    field('expiryDate', 2, 22, 27, 28),
  ]
}

function span(line: number, start: number, end: number): MrzSpan {
  return { line, start, end }
}

function field(name: MrzFieldName, line: number, start: number, end: number, checkAt?: number): MrzFieldLayout {
  const place = { name, line, start, end }
  return checkAt === undefined ? place : { ...place, check: { line, position: checkAt } }
}
