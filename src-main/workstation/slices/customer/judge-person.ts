import type { CommandBody } from '#shared/contract/commands.ts'
import { isEmail } from '#shared/domain/customer/email.ts'
import type { Policies } from '#shared/domain/catalogue/policies.ts'
import type { StepFields } from '#shared/domain/interaction/steps.ts'
import type { PhoneCountry } from '#shared/domain/number/msisdn.ts'
import { parseMsisdn } from '#shared/domain/number/msisdn.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok } from '#shared/kernel/result.ts'
import { incomplete } from '#main/workstation/sale/finish-step.ts'

export type Person = Pick<
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
    if (!isPersonName(names[field])) return incomplete(field, 'NAME_WRONG')
  }
  // the market's policy names a country libphonenumber knows
  const number = parseMsisdn(reason.contactNumber, policies.market.country as PhoneCountry)
  if (!number.ok) return incomplete('contactNumber', number.error.code)
  const email = reason.email.trim()
  if (email.length > 120) return incomplete('email', 'TOO_LONG', { max: 120 })
  if (email !== '' && !isEmail(email)) return incomplete('email', 'EMAIL_WRONG')
  return ok({ ...names, contactNumber: number.value, email: email === '' ? null : email, language: reason.language })
}

/** The members of a household as typed, separated by commas; the first wrong name is named. */
export function judgeMembers(text: string): Result<readonly string[], Refusal<'STEP_INCOMPLETE'>> {
  const names = text
    .split(/[,;]/)
    .map(tidy)
    .filter((name) => name !== '')
  if (names.length > 12) return incomplete('members', 'TOO_MANY_MEMBERS', { max: 12 })
  if (names.some((name) => name.length > 80)) return incomplete('members', 'TOO_LONG', { max: 80 })
  return names.every(isPersonName) ? ok(names) : incomplete('members', 'NAME_WRONG')
}

/** A typed name with single spaces, its letters composed. */
export function tidy(name: string): string {
  return name.trim().replace(/\s+/g, ' ').normalize('NFC')
}

function isPersonName(name: string): boolean {
  return /^[\p{L}\p{M}\s.,'’ʼ\-‐‑·]*\p{L}[\p{L}\p{M}\s.,'’ʼ\-‐‑·]*$/u.test(name)
}
