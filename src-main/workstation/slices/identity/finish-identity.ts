import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { CommandBody } from '#shared/contract/commands.ts'
import type { Policies } from '#shared/domain/catalogue/policies.ts'
import type { CompanyRow } from '#shared/domain/customer/company-rows.ts'
import type { CustomerRow } from '#shared/domain/customer/rows.ts'
import type { IdentityDocument } from '#shared/domain/identity/judge-document.ts'
import { judgeDocument } from '#shared/domain/identity/judge-document.ts'
import { maskDocumentNumber } from '#shared/domain/identity/mask.ts'
import { isOtherPerson, isOtherSignatory } from '#shared/domain/identity/other-person.ts'
import { readMrz } from '#shared/domain/identity/mrz.ts'
import { namesMatch } from '#shared/domain/identity/transliterate.ts'
import { mrzLines } from '#shared/domain/interaction/document-missing.ts'
import type { StepFields } from '#shared/domain/interaction/steps.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import { daysBetween } from '#shared/kernel/date.ts'
import { parseDay } from '#shared/kernel/parse-day.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { findSamePerson } from '#main/workstation/sale/find-same-person.ts'
import { beginStep, incomplete } from '#main/workstation/sale/finish-step.ts'

/**
 * Finishes Identity: a document that is accepted today, a person who is not another customer of this desk, and a proof
 * of address. The core judges all of it again. A known customer may go on with evidence that is still valid.
 */
export const finishIdentity = defineDeskHandler('identity.finishIdentity', (desk, { caseId }) => {
  const begun = beginStep(desk, caseId, 'identity')
  if (!begun.ok) return begun
  const work = begun.value
  const { facts, policies, today } = work
  if (work.isUnchanged) return ok({})
  const { customer } = facts
  if (!customer) return incomplete('customerId', 'missing.customer', { step: 'reason' })
  const { identity } = facts.fields
  const lines = mrzLines(identity)
  if (lines.length === 0)
    return facts.evidence?.row.state === 'valid' ? work.save() : incomplete('line1', 'missing.identity')
  const judged = judgeDocument(readMrz(lines), {
    today,
    minimumAge: policies.identity.minimumAge,
    acceptSpecimen: policies.market.specimenDocuments,
  })
  if (!judged.ok) {
    const { reason: kindReason, ...details } = judged.error.details ?? {}
    return refuse('IDENTITY_REFUSED', {
      ...details,
      ...(kindReason !== undefined && { kindReason }),
      reason: judged.error.code,
    })
  }
  const document = judged.value
  const { company } = facts
  // who signs for a company may be a customer of their own
  const known = company ? undefined : findSamePerson(desk, { ...document, document }, customer.id)
  if (known) return refuse('PERSON_KNOWN', { customerId: known.id, name: customerName(known) })
  if (company ? isOtherSignatory(company, document) : isOtherPerson(customer, document)) return refuse('PERSON_DIFFERS')
  if (!identity.nameConfirmed) return incomplete('nameConfirmed', 'missing.nameConfirmed')
  const address = judgeAddress(identity, policies.identity, today)
  if (!address.ok) return address
  const read = {
    ...namesOnDesk(document, company ? signatoryOf(company) : customer),
    issuingState: document.issuingState,
    documentMasked: maskDocumentNumber(document.documentNumber),
    birthDate: document.birthDate,
    expiryDate: document.expiryDate,
  }
  const evidence = {
    caseId,
    customerId: customer.id,
    kind: document.kind,
    mrz: [...document.lines],
    read,
    address: address.value,
  }
  const recorded = work.write('identity.recordEvidence', { evidenceId: work.idFor('evidence', evidence), ...evidence })
  return recorded.ok ? work.save() : recorded
})

function signatoryOf(company: CompanyRow): Pick<CustomerRow, 'family_name' | 'given_names'> {
  return { family_name: company.signatory_family_name, given_names: company.signatory_given_names }
}

type Address = CommandBody<'identity.recordEvidence'>['address']

/** Judges the proof of address; the first wrong field is named. */
export function judgeAddress(
  identity: StepFields['identity'],
  policy: Policies['identity'],
  today: IsoDate,
): Result<Address, Refusal<'STEP_INCOMPLETE'>> {
  const issued = parseDay(identity.addressIssuedOn)
  if (!issued.ok) return incomplete('addressIssuedOn', issued.error.code)
  const age = daysBetween(issued.value, today)
  if (age < 0) return incomplete('addressIssuedOn', 'DATE_AHEAD')
  const lines = { street: identity.street.trim(), postalCode: identity.postalCode.trim(), town: identity.town.trim() }
  for (const [field, max] of [
    ['street', 120],
    ['postalCode', 12],
    ['town', 80],
  ] as const) {
    if (lines[field] === '') return incomplete(field, 'EMPTY')
    if (lines[field].length > max) return incomplete(field, 'TOO_LONG', { max })
  }
  if (age > policy.addressProofMaxAgeDays)
    return incomplete('addressIssuedOn', 'ADDRESS_PROOF_OLD', { maxAgeDays: policy.addressProofMaxAgeDays })
  return ok({ kind: identity.addressKind, issuedOn: issued.value, ...lines })
}

/** The zone knows no marks: a name typed before (Nováková) stays where the document may write it so (NOVAKOVA). */
function namesOnDesk(
  document: IdentityDocument,
  typed: Pick<CustomerRow, 'family_name' | 'given_names'>,
): { readonly surname: string; readonly givenNames: string } {
  const fits = (printed: string, name: string): boolean =>
    name.trim() !== '' && namesMatch(printed, name, document.nameMayBeCut)
  return {
    surname: fits(document.surname, typed.family_name) ? typed.family_name : document.surname,
    givenNames: fits(document.givenNames, typed.given_names) ? typed.given_names : document.givenNames,
  }
}
