import type { IsoDate } from '#shared/kernel/date.ts'
import { ageOn } from '#shared/kernel/date.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { readBirthDate, readExpiryDate } from './document-dates.ts'
import type { DocumentKind, MrzReading, Sex } from './mrz.ts'
import { isIssuingState, stateOf } from './state-codes.ts'
import { canonicalName } from './transliterate.ts'

export const documentRefusals = [
  'MRZ_INCOMPLETE',
  'MRZ_CHARACTER',
  'MRZ_CHECK_DIGIT',
  'DOCUMENT_EXPIRED',
  'UNDER_AGE',
  'DATE_UNREADABLE',
  'STATE_UNKNOWN',
  'SPECIMEN_NOT_ACCEPTED',
  'DOCUMENT_KIND_UNKNOWN',
] as const
export type DocumentRefusal = (typeof documentRefusals)[number]

/** A document we accept, as its machine readable zone states it. */
export interface IdentityDocument {
  readonly kind: DocumentKind
  /** As printed: three letters, or `D` for Germany. */
  readonly issuingState: string
  readonly nationality: string
  readonly documentNumber: string
  /** For people: Eriksson, Anna Maria. The zone knows no marks and no capitals inside a name. */
  readonly surname: string
  readonly givenNames: string
  readonly nameMayBeCut: boolean
  readonly birthDate: IsoDate
  readonly expiryDate: IsoDate
  /** The six characters as printed, since the century is our reading (standards.md 1.5). */
  readonly birthDatePrinted: string
  readonly expiryDatePrinted: string
  readonly sex: Sex
  readonly lines: readonly string[]
}

/** What the market asks of a document; `today` is the business day as the core gave it. */
export interface DocumentPolicy {
  readonly today: IsoDate
  readonly minimumAge: number
  readonly acceptSpecimen: boolean
}

/**
 * Accepts a document or says the first reason why not, in the order an agent can mend them: what is typed, then what
 * the document is, then its dates. Valid through the whole expiry day. Details by code: MRZ_INCOMPLETE {line, has,
 * shouldBe, and field where it holds fillers only}, MRZ_CHARACTER {line, position, character}, MRZ_CHECK_DIGIT {field, line, position, digit, expected, and
 * was, shouldBe where one look-alike explains it}, DOCUMENT_EXPIRED {expiryDate}, UNDER_AGE {age, minimumAge,
 * orBorn}, DATE_UNREADABLE {field, printed}, STATE_UNKNOWN {state, field}, SPECIMEN_NOT_ACCEPTED {state},
 * DOCUMENT_KIND_UNKNOWN {reason}.
 */
export function judgeDocument(
  reading: MrzReading,
  policy: DocumentPolicy,
): Result<IdentityDocument, Refusal<DocumentRefusal>> {
  if (reading.kind === undefined) return refuse('DOCUMENT_KIND_UNKNOWN', { reason: reading.reason ?? 'EMPTY' })
  const typing = typingRefusal(reading) ?? stateRefusal(reading, policy.acceptSpecimen)
  if (typing) return { ok: false, error: typing }
  const birth = readBirthDate(reading.birthDate?.printed ?? '', policy.today)
  if (!birth.ok) return birth
  const expiry = readExpiryDate(reading.expiryDate?.printed ?? '', policy.today)
  if (!expiry.ok) return expiry
  if (expiry.value.date < policy.today) return refuse('DOCUMENT_EXPIRED', { expiryDate: expiry.value.date })
  const age = ageOn(birth.value.date, policy.today)
  if (age < policy.minimumAge)
    return refuse('UNDER_AGE', { age, minimumAge: policy.minimumAge, orBorn: birth.value.orEarlier ?? null })
  return ok({
    kind: reading.kind,
    issuingState: reading.issuingState,
    nationality: reading.nationality,
    documentNumber: reading.documentNumber,
    surname: titleCase(reading.surname),
    givenNames: titleCase(reading.givenNames),
    nameMayBeCut: reading.nameMayBeCut,
    birthDate: birth.value.date,
    expiryDate: expiry.value.date,
    birthDatePrinted: birth.value.printed,
    expiryDatePrinted: expiry.value.printed,
    sex: reading.sex ?? 'unspecified',
    lines: reading.lines,
  })
}

/** The text that says "the same document", to be hashed with a key: state, kind, number. */
export function sameDocumentKey(document: Pick<IdentityDocument, 'issuingState' | 'kind' | 'documentNumber'>): string {
  return [document.issuingState, document.kind, document.documentNumber].join('|')
}

/** The text that says "probably the same person", to be hashed with a key; every way to write the name gives one text. */
export function samePersonKey(surname: string, givenNames: string, birthDate: IsoDate): string {
  return [canonicalName(surname), canonicalName(givenNames), birthDate].join('|')
}

function typingRefusal(reading: MrzReading): Refusal<DocumentRefusal> | undefined {
  const { progress, problems } = reading
  for (const problem of problems) {
    if (problem.kind === 'length') {
      const { line, has, shouldBe } = problem
      return { code: 'MRZ_INCOMPLETE', details: { line, has, shouldBe } }
    }
    if (problem.kind === 'character') {
      const { line, position, character } = problem
      return { code: 'MRZ_CHARACTER', details: { line, position, character } }
    }
    const { field, at, digit, expected, swap } = problem
    const place = swap ?? at
    return {
      code: 'MRZ_CHECK_DIGIT',
      details: {
        field,
        line: place.line,
        position: place.position,
        digit,
        expected,
        ...(swap && { was: swap.was, shouldBe: swap.shouldBe }),
      },
    }
  }
  if (progress)
    return { code: 'MRZ_INCOMPLETE', details: { line: progress.line, has: progress.typed, shouldBe: progress.of } }
  // Nothing but fillers passes every check digit, yet names no document and no person.
  for (const name of ['name', 'documentNumber'] as const) {
    const field = reading.fields.find((candidate) => candidate.name === name)
    if (!field || field.value === '')
      return { code: 'MRZ_INCOMPLETE', details: { line: field?.line ?? 1, has: 0, shouldBe: 1, field: name } }
  }
  return undefined
}

function stateRefusal(reading: MrzReading, acceptSpecimen: boolean): Refusal<DocumentRefusal> | undefined {
  const { issuingState, nationality } = reading
  if (!isIssuingState(issuingState))
    return { code: 'STATE_UNKNOWN', details: { state: issuingState, field: 'issuingState' } }
  if (!stateOf(nationality)) return { code: 'STATE_UNKNOWN', details: { state: nationality, field: 'nationality' } }
  const specimen = [issuingState, nationality].find((code) => stateOf(code)?.kind === 'specimen')
  return specimen !== undefined && !acceptSpecimen
    ? { code: 'SPECIMEN_NOT_ACCEPTED', details: { state: specimen } }
    : undefined
}

function titleCase(name: string): string {
  return name
    .toLowerCase()
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
}
