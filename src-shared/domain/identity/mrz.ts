import type { MrzField } from './mrz-fields.ts'
import { fieldsOf } from './mrz-fields.ts'
import type { MrzFieldName, MrzFormat, MrzLayout } from './mrz-layout.ts'
import { mrzLayouts } from './mrz-layout.ts'
import type { MrzProblem } from './mrz-problems.ts'
import { problemsOf } from './mrz-problems.ts'

export type { MrzCheck, MrzField } from './mrz-fields.ts'
export type { MrzFieldName, MrzFormat } from './mrz-layout.ts'
export { mrzFieldNames, mrzLayouts } from './mrz-layout.ts'
export type { MrzProblem, MrzSwap } from './mrz-problems.ts'
export { swapIn } from './mrz-problems.ts'

/** Why lines are no identity document we read. */
export const unknownReasons = ['EMPTY', 'VISA', 'OLD_FRENCH_CARD', 'FIRST_CHARACTER'] as const
export type UnknownReason = (typeof unknownReasons)[number]

export type DocumentKind = 'passport' | 'idCard'
export type Sex = 'female' | 'male' | 'unspecified'

/** A date as printed, YYMMDD: each part a figure, or undefined where fillers say that it is not known. */
export interface MrzDate {
  readonly printed: string
  readonly year: number | undefined
  readonly month: number | undefined
  readonly day: number | undefined
}

/** What the lines say so far. Texts are upper case and empty until typed; `layout` is what it is becoming. */
export interface MrzReading {
  readonly format: MrzFormat | 'unknown' | 'partial'
  readonly layout: MrzFormat | undefined
  readonly reason: UnknownReason | undefined
  /** The line being typed and how far it is; undefined when no line is short. */
  readonly progress: { readonly line: number; readonly typed: number; readonly of: number } | undefined
  /** The lines as read: upper case, no spaces, one per line of the document. */
  readonly lines: readonly string[]
  readonly documentCode: string
  readonly kind: DocumentKind | undefined
  readonly issuingState: string
  readonly nationality: string
  readonly surname: string
  readonly givenNames: string
  /** The name fills its field to the end, so that letters may be missing. */
  readonly nameMayBeCut: boolean
  readonly documentNumber: string
  readonly birthDate: MrzDate | undefined
  readonly sex: Sex | undefined
  readonly expiryDate: MrzDate | undefined
  readonly optionalData: readonly string[]
  readonly fields: readonly MrzField[]
  readonly problems: readonly MrzProblem[]
}

/**
 * Reads the machine readable zone of a passport or an identity card (ICAO 9303 parts 4 to 6; standards.md 1.1 to 1.4),
 * finished or half typed: lower case, spaces and one pasted string with or without line breaks are understood.
 * Never refuses; what does not fit is in `problems`. The check digits prove no name, state or sex.
 */
export function readMrz(input: readonly string[]): MrzReading {
  const typed = normaliseLines(input)
  const layout = layoutOf(typed)
  if (typeof layout === 'string') return { ...nothingRead, reason: layout, lines: typed }
  const lines = typed.length === 1 ? brokenInto(layout, typed[0] ?? '') : typed
  const fields = fieldsOf(layout, lines)
  const progress = progressOf(layout, lines)
  const valueOf = (name: MrzFieldName): string => fields.find((field) => field.name === name)?.value ?? ''
  const documentCode = valueOf('documentCode')
  return {
    format: progress ? 'partial' : layout.format,
    layout: layout.format,
    reason: undefined,
    progress,
    lines,
    documentCode,
    kind: documentCode.startsWith('P') ? 'passport' : 'idCard',
    issuingState: valueOf('issuingState'),
    nationality: valueOf('nationality'),
    ...nameParts(valueOf('name')),
    nameMayBeCut: fields.some(({ name, value, start, end }) => name === 'name' && value.length === end - start + 1),
    documentNumber: valueOf('documentNumber').replace(/</g, ''),
    birthDate: dateParts(layout, lines, fields, 'birthDate'),
    sex: sexOf(fields),
    expiryDate: dateParts(layout, lines, fields, 'expiryDate'),
    optionalData: fields.flatMap(({ name, value }) => (name === 'optionalData' && value !== '' ? [value] : [])),
    fields,
    problems: problemsOf(layout, lines, fields),
  }
}

const nothingRead: MrzReading = {
  format: 'unknown',
  layout: undefined,
  reason: 'EMPTY',
  progress: undefined,
  lines: [],
  documentCode: '',
  kind: undefined,
  issuingState: '',
  nationality: '',
  surname: '',
  givenNames: '',
  nameMayBeCut: false,
  documentNumber: '',
  birthDate: undefined,
  sex: undefined,
  expiryDate: undefined,
  optionalData: [],
  fields: [],
  problems: [],
}

/** Upper case without spaces; a text with line breaks becomes lines, empty ones go. */
function normaliseLines(input: readonly string[]): readonly string[] {
  return input
    .flatMap((text) => text.split(/\r\n|\r|\n/))
    .map((text) => text.replace(/\s/g, '').replace(/[a-z]/g, (letter) => letter.toUpperCase()))
    .filter((text) => text !== '')
}

function layoutOf(lines: readonly string[]): MrzLayout | UnknownReason {
  const [first, second] = lines
  if (first === undefined) return 'EMPTY'
  if (first.startsWith('P')) return mrzLayouts.TD3
  if (first.startsWith('V')) return 'VISA'
  if (!/^[ACI]/.test(first)) return 'FIRST_CHARACTER'
  if (isOldFrenchCard(lines.join(''), lines.length)) return 'OLD_FRENCH_CARD'
  if (lines.length > 2) return mrzLayouts.TD1
  if (second !== undefined)
    return Math.abs(first.length - 30) < Math.abs(first.length - 36) ? mrzLayouts.TD1 : mrzLayouts.TD2
  return isSmallCard(first) ? mrzLayouts.TD1 : mrzLayouts.TD2
}

/**
 * Whether one string, half typed or whole, is a small card (TD1) rather than a larger one (TD2): its second line begins
 * with the birth date at 31; before that, from 6 on, it has number and check digit where the larger one has the name.
 */
function isSmallCard(text: string): boolean {
  if (text.length > 36 && /[0-9]/.test(text.slice(30, 36))) return true
  if (text.length > 36 && /[A-Z]/.test(text.slice(30, 36))) return false
  const start = text.slice(5, 30)
  return text.length === 90 || /[0-9]/.test(start) || (start.length < 10 && !/[A-Z]<+[A-Z]/.test(start))
}

/** The French identity card made until 2021: two lines of 36, of no ICAO layout, with an office number after the name. */
function isOldFrenchCard(text: string, lineCount: number): boolean {
  return lineCount <= 2 && text.length === 72 && text.startsWith('IDFRA') && /[0-9]/.test(text.slice(30, 36))
}

function brokenInto(layout: MrzLayout, text: string): readonly string[] {
  return Array.from({ length: layout.lineCount }, (_, index) => {
    const start = index * layout.lineLength
    return index === layout.lineCount - 1 ? text.slice(start) : text.slice(start, start + layout.lineLength)
  }).filter((line) => line !== '')
}

function progressOf(layout: MrzLayout, lines: readonly string[]): MrzReading['progress'] {
  for (let index = 0; index < layout.lineCount; index += 1) {
    const typed = lines[index]?.length ?? 0
    if (typed < layout.lineLength) return { line: index + 1, typed, of: layout.lineLength }
  }
  return undefined
}

/** Surname, two fillers, given names; single fillers between parts (ICAO 9303 part 3, 4.6). */
function nameParts(value: string): { readonly surname: string; readonly givenNames: string } {
  const at = value.indexOf('<<')
  const words = (text: string): string => text.replace(/<+/g, ' ').trim()
  return at < 0
    ? { surname: words(value), givenNames: '' }
    : { surname: words(value.slice(0, at)), givenNames: words(value.slice(at + 2)) }
}

function dateParts(
  layout: MrzLayout,
  lines: readonly string[],
  fields: readonly MrzField[],
  name: MrzFieldName,
): MrzDate | undefined {
  const field = fields.find((candidate) => candidate.name === name)
  const printed = field ? (lines[field.line - 1] ?? '').slice(field.start - 1, field.end) : ''
  if (printed.length < 6 || !layout.fields.some((place) => place.name === name)) return undefined
  const part = (start: number): number | undefined => {
    const figures = printed.slice(start, start + 2)
    return /^[0-9]{2}$/.test(figures) ? Number(figures) : undefined
  }
  return { printed, year: part(0), month: part(2), day: part(4) }
}

function sexOf(fields: readonly MrzField[]): Sex | undefined {
  const field = fields.find(({ name }) => name === 'sex')
  if (!field) return undefined
  return field.value === 'F' ? 'female' : field.value === 'M' ? 'male' : 'unspecified'
}
