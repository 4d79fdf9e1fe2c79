import type { EvidenceRow } from '#shared/domain/identity/rows.ts'
import type { DocumentRefusal } from '#shared/domain/identity/judge-document.ts'
import { readMrz } from '#shared/domain/identity/mrz.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { say } from '#shared/kernel/sentence.ts'
import type { StepView } from './contract.ts'
import type { StepFields } from './steps.ts'

/** What is wrong with the document, with what its sentence needs (the day it expired, the age). */
export function documentMissing({ code, details = {} }: Refusal<DocumentRefusal>): StepView['missing'][number] {
  const plain = Object.entries(details).filter((entry): entry is [string, string | number] =>
    /^(string|number)$/.test(typeof entry[1]),
  )
  return { step: 'identity', sentence: say(`missing.document.${code}`, Object.fromEntries(plain)) }
}

/** The lines of a document as typed: two for a passport, two or three for a card. */
export function mrzLines(identity: StepFields['identity']): readonly string[] {
  const all = [identity.line1, identity.line2, identity.line3]
  return (identity.documentKind === 'passport' ? all.slice(0, 2) : all).filter((line) => line.trim() !== '')
}

/** Whether a check digit of the lines typed does not fit, while no document was taken yet. */
export function hasWrongDocument({ fields: { identity }, evidence }: TypedDocument): boolean {
  if (evidence) return false
  return readMrz(mrzLines(identity)).problems.some((problem) => problem.kind === 'checkDigit')
}

interface TypedDocument {
  readonly fields: Pick<StepFields, 'identity'>
  readonly evidence: EvidenceRow | null
}
