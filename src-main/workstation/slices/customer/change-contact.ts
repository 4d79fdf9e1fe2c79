import { defineDeskHandler } from '#main/workstation/desk.ts'
import { contactColumns } from '#shared/domain/customer/commands.ts'
import type { ContactField } from '#shared/domain/customer/commands.ts'
import { isEmail } from '#shared/domain/customer/email.ts'
import type { PhoneCountry } from '#shared/domain/number/msisdn.ts'
import { parseMsisdn } from '#shared/domain/number/msisdn.ts'
import { levelOfAct } from '#shared/domain/verification/levels.ts'
import { isCallerKnown } from '#main/workstation/sale/caller.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** Changes a customer's contact number or e-mail address, from a case of theirs. What is so already changes nothing. */
export const changeContact = defineDeskHandler('customer.changeContact', (desk, { caseId, field, value }) => {
  const customerId = desk.view.get('service_case', caseId)?.row.customer_id
  const row = customerId ? desk.view.get('customer', customerId)?.row : undefined
  if (!row) return refuse('CASE_UNKNOWN')
  // the market's policy names a country libphonenumber knows
  const to = judged(field, value, (desk.policies()?.market.country ?? 'FR') as PhoneCountry)
  if (!to.ok) return to
  const from = row[contactColumns[field]]
  if (from === to.value) return ok({})
  if (!isCallerKnown(desk, { customerId: row.id, caseId }, 'changeContact'))
    return refuse('CALLER_NOT_VERIFIED', { level: levelOfAct.changeContact })
  const body = { customerId: row.id, caseId, field, from, to: to.value }
  const captured = desk.capture({ type: 'customer.changeContact', body })
  if (!captured.ok) return captured
  desk.changed('interaction', 'customer', 'desk')
  return ok({})
})

function judged(
  field: ContactField,
  typed: string,
  country: PhoneCountry,
): Result<string | null, Refusal<'CONTACT_WRONG'>> {
  const text = typed.trim()
  if (field === 'email') {
    if (text === '') return ok(null)
    return isEmail(text) && text.length <= 120 ? ok(text) : refuse('CONTACT_WRONG', { reason: 'EMAIL_WRONG' })
  }
  const number = parseMsisdn(text, country)
  return number.ok ? ok(number.value) : refuse('CONTACT_WRONG', { reason: number.error.code })
}
