import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { CommandBody } from '#shared/contract/commands.ts'
import { isEmail } from '#shared/domain/customer/email.ts'
import type { Policies } from '#shared/domain/catalogue/policies.ts'
import type { StepFields } from '#shared/domain/interaction/steps.ts'
import type { PhoneCountry } from '#shared/domain/number/msisdn.ts'
import { parseMsisdn } from '#shared/domain/number/msisdn.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok } from '#shared/kernel/result.ts'
import type { StepWork } from '#main/workstation/sale/finish-step.ts'
import { beginStep, incomplete, standing } from '#main/workstation/sale/finish-step.ts'
import { bodyOf } from '#main/workstation/sale/body-of.ts'

/** Version of the sentences a customer consents to under Reason; raised with their wording (GDPR Art. 7). */
const consentWording = '2026-10'

/** Finishes Reason: a customer found on this desk, or a new person who becomes a prospect. */
export const finishReason = defineDeskHandler('customer.finishReason', (desk, { caseId }) => {
  const begun = beginStep(desk, caseId, 'reason')
  if (!begun.ok) return begun
  const work = begun.value
  if (work.isUnchanged) return ok({})
  const { reason } = work.facts.fields
  const chosen = reason.customerId ?? foundWithCase(work)
  if (work.facts.agreement && chosen !== null && chosen !== work.facts.row.customer_id)
    return incomplete('customerId', 'ALREADY_SIGNED')
  if (chosen !== null)
    return desk.view.get('customer', chosen) ? work.save(chosen) : incomplete('customerId', 'CUSTOMER_UNKNOWN')
  const person = judgePerson(reason, work.policies)
  if (!person.ok) return person
  const before = prospectOf(work)
  if (before && isSamePerson(before, person.value)) return work.save(before.customerId)
  if (before && work.facts.evidence) return incomplete(firstDifference(before, person.value), 'PERSON_SET')
  const consents = {
    bureau: reason.bureau,
    recording: reason.recording,
    sms: reason.sms,
    email: reason.emailConsent,
    profiling: reason.profiling,
    wording: consentWording,
  }
  const customerId = work.idFor('customer', person.value)
  const prospect = { customerId, caseId, ...person.value, currency: work.policies.market.currency, consents }
  const created = work.write('customer.createProspect', prospect)
  return created.ok ? work.save(customerId) : created
})

type Person = Pick<
  CommandBody<'customer.createProspect'>,
  'givenNames' | 'familyName' | 'contactNumber' | 'email' | 'language'
>

/** Judges what was typed of a person; the first wrong field is named. */
export function judgePerson(
  reason: StepFields['reason'],
  policies: Pick<Policies, 'market'>,
): Result<Person, Refusal<'STEP_INCOMPLETE'>> {
  const names = { givenNames: tidy(reason.givenNames), familyName: tidy(reason.familyName) }
  for (const field of ['givenNames', 'familyName'] as const) {
    if (names[field] === '') return incomplete(field, 'EMPTY')
    if (names[field].length > 80) return incomplete(field, 'TOO_LONG', { max: 80 })
    if (!/^[\p{L}\p{M}\s.,'’ʼ\-‐‑·]*\p{L}[\p{L}\p{M}\s.,'’ʼ\-‐‑·]*$/u.test(names[field]))
      return incomplete(field, 'NAME_WRONG')
  }
  // the market's policy names a country libphonenumber knows
  const number = parseMsisdn(reason.contactNumber, policies.market.country as PhoneCountry)
  if (!number.ok) return incomplete('contactNumber', number.error.code)
  const email = reason.email.trim()
  if (email.length > 120) return incomplete('email', 'TOO_LONG', { max: 120 })
  if (email !== '' && !isEmail(email)) return incomplete('email', 'EMAIL_WRONG')
  return ok({ ...names, contactNumber: number.value, email: email === '' ? null : email, language: reason.language })
}

/** A customer the case was opened with; a prospect of this very case may still be corrected. */
function foundWithCase(work: StepWork): string | null {
  const { customer } = work.facts
  return customer !== null && !prospectOf(work) && customer.state !== 'prospect' ? customer.id : null
}

function prospectOf({ facts }: StepWork): CommandBody<'customer.createProspect'> | undefined {
  const item = standing(facts, 'customer.createProspect')
  return item && bodyOf(item, 'customer.createProspect')
}

function isSamePerson(before: Person, now: Person): boolean {
  return personKeys.every((key) => before[key] === now[key])
}

function firstDifference(before: Person, now: Person): string {
  return personKeys.find((key) => before[key] !== now[key]) ?? 'familyName'
}

const personKeys = ['givenNames', 'familyName', 'contactNumber', 'email', 'language'] as const

function tidy(name: string): string {
  return name.trim().replace(/\s+/g, ' ').normalize('NFC')
}
