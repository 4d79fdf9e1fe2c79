import type { IsoDate } from '#shared/kernel/date.ts'
import { partsOf } from '#shared/kernel/date.ts'
import { checkDigit } from './check-digit.ts'
import { transliterate } from './transliterate.ts'

/** What a document states, to write its lines. Names in any alphabet of standards.md 1.6; states as printed (`D`). */
export interface DocumentFacts {
  readonly surname: string
  readonly givenNames: string
  readonly documentNumber: string
  readonly birthDate: IsoDate
  readonly expiryDate: IsoDate
  readonly sex: 'F' | 'M' | '<'
  readonly issuingState: string
  readonly nationality: string
  /** `P` for a passport, `I` for a card unless said otherwise. */
  readonly documentCode?: string
  readonly optionalData?: string
}

/** The specimen passport of ICAO 9303 part 4, appendix A; printed with an expiry long past, on purpose. */
export const icaoSpecimen: DocumentFacts = {
  surname: 'Eriksson',
  givenNames: 'Anna Maria',
  documentNumber: 'L898902C3',
  birthDate: '1974-08-12',
  expiryDate: '2012-04-15',
  sex: 'F',
  issuingState: 'UTO',
  nationality: 'UTO',
  optionalData: 'ZE184226B',
}

/**
 * The two lines of a passport with every check digit computed (standards.md 1.1). Throws on a number of more than nine
 * characters: a passport has no room for it. Names too long are cut to the field.
 */
export function writeTd3(facts: DocumentFacts): readonly [string, string] {
  if (facts.documentNumber.length > 9) throw new Error(`too long for a passport: ${facts.documentNumber}`)
  const { number, birth, expiry } = checkedParts(facts)
  const optional = fill(facts.optionalData ?? '', 14)
  const optionalCheck = /^<*$/.test(optional) ? '<' : checkDigit(optional)
  const composite = checkDigit(number + birth + expiry + optional + optionalCheck)
  return [
    fill(facts.documentCode ?? 'P', 2) + fill(facts.issuingState, 3) + nameField(facts, 39),
    number + fill(facts.nationality, 3) + birth + facts.sex + expiry + optional + optionalCheck + composite,
  ]
}

/**
 * The three lines of an identity card with every check digit computed; a number of more than nine characters goes on in
 * the optional data (standards.md 1.1, 1.3). Throws when number and optional data do not fit into line 1.
 */
export function writeTd1(facts: DocumentFacts): readonly [string, string, string] {
  const { number, birth, expiry } = checkedParts(facts)
  const isLong = facts.documentNumber.length > 9
  const rest = isLong ? `${facts.documentNumber.slice(9)}${checkDigit(facts.documentNumber)}<` : ''
  const head = isLong ? `${facts.documentNumber.slice(0, 9)}<` : number
  const optional = rest + (facts.optionalData ?? '')
  if (withoutEnd(optional).length > 15) throw new Error(`too long for a card: ${facts.documentNumber}`)
  const first = fill(facts.documentCode ?? 'I', 2) + fill(facts.issuingState, 3) + head + fill(optional, 15)
  const composite = checkDigit(first.slice(5) + birth + expiry + fill('', 11))
  return [
    first,
    birth + facts.sex + expiry + fill(facts.nationality, 3) + fill('', 11) + composite,
    nameField(facts, 30),
  ]
}

function checkedParts(facts: DocumentFacts): { number: string; birth: string; expiry: string } {
  return {
    number: checked(fill(facts.documentNumber, 9)),
    birth: checked(sixFigures(facts.birthDate)),
    expiry: checked(sixFigures(facts.expiryDate)),
  }
}

function checked(text: string): string {
  return text + checkDigit(text)
}

function sixFigures(date: IsoDate): string {
  const { year, month, day } = partsOf(date)
  return [year % 100, month, day].map((part) => String(part).padStart(2, '0')).join('')
}

function nameField(facts: DocumentFacts, length: number): string {
  const surname = transliterate(facts.surname).replace(/ /g, '<')
  const givenNames = transliterate(facts.givenNames).replace(/ /g, '<')
  return fill(givenNames === '' ? surname : `${surname}<<${givenNames}`, length)
}

function fill(text: string, length: number): string {
  return text.slice(0, length).padEnd(length, '<')
}

function withoutEnd(text: string): string {
  return text.replace(/<$/, '')
}
