import { notOverridden } from '#shared/domain/credit/commands.ts'
import { termsOf } from '#shared/domain/credit/class-rules.ts'
import { maskDocumentNumber } from '#shared/domain/identity/mask.ts'
import { addDays, dateInZone } from '#shared/kernel/date.ts'
import type { Stored } from '../db/schema.ts'
import type { CustomerFacts } from './customer-rows.ts'
import { seedId } from './seed-ids.ts'

const dayMs = 86_400_000
/** So long ago a known customer was here: the class is good for some weeks more. */
const seenDaysAgo = 30

/** What is on record of a customer who showed a document and got a class before: both are good today. */
export function knownBefore(
  { data, seed, now, index, person, changeSeq }: CustomerFacts,
  customerId: string,
): {
  readonly evidence: readonly Stored<'identity_evidence'>[]
  readonly decisions: readonly Stored<'credit_decision'>[]
} {
  if (!person.known) return { evidence: [], decisions: [] }
  const { document, creditClass } = person.known
  const { scope, market } = data.market
  const at = now - seenDaysAgo * dayMs
  const on = dateInZone(at, market.zone)
  const terms = termsOf(creditClass, data.credit)
  const common = { scope, version: 1, customer_id: customerId, case_id: null, change_seq: changeSeq }
  return {
    evidence: [
      {
        ...common,
        id: seedId(seed, 'evidence', index),
        kind: 'passport',
        issuing_state: document.issuingState,
        document_masked: maskDocumentNumber(document.documentNumber),
        surname: person.familyName,
        given_names: person.givenNames,
        birth_date: document.birthDate,
        expiry_date: document.expiryDate,
        assurance: 'substantial',
        state: 'valid',
        address_kind: 'utilityBill',
        address_issued_on: addDays(on, -20),
        recorded_at: at,
        recorded_by: 'Luc',
      },
    ],
    decisions: [
      {
        ...common,
        id: seedId(seed, 'decision', index),
        class: creditClass,
        state: 'final',
        reasons: JSON.stringify(['PAID_ON_TIME']),
        deposit_months: terms.depositMonths,
        spending_limit_minor: terms.spendingLimitMinor,
        lines: terms.lines,
        currency: market.currency,
        decided_at: at,
        valid_until: addDays(on, data.credit.validDays),
        ...notOverridden,
      },
    ],
  }
}
