import type { CommandBody } from '#shared/contract/commands.ts'
import type { IdentityDocument } from '#shared/domain/identity/judge-document.ts'
import { judgeDocument } from '#shared/domain/identity/judge-document.ts'
import { maskDocumentNumber } from '#shared/domain/identity/mask.ts'
import { isOtherPerson, isOtherSignatory } from '#shared/domain/identity/other-person.ts'
import { readMrz } from '#shared/domain/identity/mrz.ts'
import { kindOf } from '#shared/domain/customer/kinds.ts'
import type { EvidenceState } from '#shared/domain/identity/states.ts'
import { namesMatch } from '#shared/domain/identity/transliterate.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import { daysBetween } from '#shared/kernel/date.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { defineHandler } from '#core/sync/handler.ts'
import type { Rejected } from '../kit/answers.ts'
import { applied, conflict, rejected } from '../kit/answers.ts'
import type { PersonHashes } from './same-person.ts'
import { hashesOf, isWatched, otherCustomer } from './same-person.ts'

type Body = CommandBody<'identity.recordEvidence'>

/**
 * Reads and judges the document again on the core's business day, looks for the same person and at the watch list. Of
 * the number only a mask and a keyed hash are kept. A hit on the watch list is no refusal: a person decides.
 */
export const recordEvidence = defineHandler('identity.recordEvidence', {
  run: async (context, body) => {
    const { policies, businessDate } = context
    const customer = await context.get('customer', body.customerId)
    if (!customer || customer.scope !== context.scope) return rejected('CUSTOMER_UNKNOWN')
    if (await context.get('identity_evidence', body.evidenceId))
      return rejected('BODY_INVALID', { field: 'evidenceId' })
    const judged = judgeDocument(readMrz(body.mrz), {
      today: businessDate,
      minimumAge: policies.identity.minimumAge,
      acceptSpecimen: policies.market.specimenDocuments,
    })
    if (!judged.ok) return rejected(judged.error.code, judged.error.details)
    const company = kindOf(customer) === 'company' ? await context.get('company', customer.id) : undefined
    if (company ? isOtherSignatory(company, judged.value) : isOtherPerson(customer, judged.value))
      return rejected('PERSON_DIFFERS')
    const proof = judgeProof(body.address.issuedOn, businessDate, policies.identity.addressProofMaxAgeDays)
    if (proof) return proof
    const hashes = hashesOf(judged.value, context.hashKey)
    // who signs for a company may be a customer of their own
    const known = company ? undefined : await otherCustomer(context, context.scope, body.customerId, hashes)
    if (known) {
      const snapshot = {
        customerId: known.id,
        name: `${known.given_names} ${known.family_name}`.trim(),
        town: known.town ?? '',
      }
      return conflict('PERSON_KNOWN', snapshot, [{ kind: 'openCustomer', value: known.id }])
    }
    const state: EvidenceState = (await isWatched(context, hashes)) ? 'referred' : 'valid'
    await keep(context, body, { document: judged.value, hashes, state, isCompany: company !== undefined })
    return applied
  },
})

function judgeProof(
  issuedOn: IsoDate,
  today: IsoDate,
  maxAgeDays: number,
): Rejected<'ADDRESS_PROOF_OLD' | 'BODY_INVALID'> | undefined {
  const age = daysBetween(issuedOn, today)
  if (age < 0) return rejected('BODY_INVALID', { field: 'address.issuedOn' })
  return age > maxAgeDays ? rejected('ADDRESS_PROOF_OLD', { issuedOn, maxAgeDays }) : undefined
}

interface Kept {
  readonly document: IdentityDocument
  readonly hashes: PersonHashes
  readonly state: EvidenceState
  /** Then the document is its signatory's: the company keeps its own name. */
  readonly isCompany: boolean
}

async function keep(context: HandlerContext, body: Body, { document, hashes, state, isCompany }: Kept): Promise<void> {
  const names = namesOnRecord(body.read, document)
  await context.insert('identity_evidence', {
    id: body.evidenceId,
    scope: context.scope,
    customer_id: body.customerId,
    case_id: body.caseId,
    kind: document.kind,
    issuing_state: document.issuingState,
    document_masked: maskDocumentNumber(document.documentNumber),
    surname: names.surname,
    given_names: names.givenNames,
    birth_date: document.birthDate,
    expiry_date: document.expiryDate,
    assurance: 'substantial',
    state,
    address_kind: body.address.kind,
    address_issued_on: body.address.issuedOn,
    recorded_at: context.command.capturedAt,
    recorded_by: context.actorName,
  })
  const address = { street: body.address.street, postal_code: body.address.postalCode, town: body.address.town }
  if (isCompany) return context.patch('customer', body.customerId, address)
  await context.patch('customer', body.customerId, {
    family_name: names.surname,
    given_names: names.givenNames,
    birth_date: document.birthDate,
    ...address,
    person_hash: hashes.personHash,
    document_hash: hashes.documentHash,
  })
}

/** The zone knows no marks: the spelling of the desk (Nováková) stands where the document may write it so (NOVAKOVA). */
function namesOnRecord(
  read: Body['read'],
  document: IdentityDocument,
): { readonly surname: string; readonly givenNames: string } {
  const fits = (printed: string, typed: string): boolean => namesMatch(printed, typed, document.nameMayBeCut)
  return {
    surname: fits(document.surname, read.surname) ? read.surname : document.surname,
    givenNames: fits(document.givenNames, read.givenNames) ? read.givenNames : document.givenNames,
  }
}
