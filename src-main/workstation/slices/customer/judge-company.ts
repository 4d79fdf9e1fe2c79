import type { CommandBody } from '#shared/contract/commands.ts'
import { judgeCompanyNumbers } from '#shared/domain/customer/judge-company.ts'
import type { CompanyRow } from '#shared/domain/customer/company-rows.ts'
import type { StepFields } from '#shared/domain/interaction/steps.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok } from '#shared/kernel/result.ts'
import type { StepWork } from '#main/workstation/sale/finish-step.ts'
import { incomplete } from '#main/workstation/sale/finish-step.ts'
import type { Person } from './judge-person.ts'
import { judgePerson, tidy } from './judge-person.ts'

type Company = Omit<CommandBody<'customer.createCompany'>, 'customerId' | 'caseId' | 'currency' | 'consents'>

/**
 * Judges what was typed of a company; the first wrong field is named. A branch takes from its parent what was left
 * empty: register number, tax number, who signs.
 */
export function judgeCompany(work: StepWork): Result<Company, Refusal<'STEP_INCOMPLETE'>> {
  const { reason } = work.facts.fields
  const name = tidy(reason.companyName)
  if (name === '') return incomplete('companyName', 'EMPTY')
  if (name.length > 120) return incomplete('companyName', 'TOO_LONG', { max: 120 })
  const parent = reason.parentId === null ? null : (work.desk.view.get('company', reason.parentId)?.row ?? null)
  if (reason.parentId !== null && (!parent || parent.parent_id !== null))
    return incomplete('parentId', 'PARENT_UNKNOWN')
  const filled = filledFrom(parent, reason)
  const { country } = work.policies.market
  if (filled.registerNumber.trim() === '') return incomplete('registerNumber', 'EMPTY')
  const numbers = judgeCompanyNumbers(parent?.country ?? country, filled)
  if (!numbers.ok) {
    const { field, ...details } = numbers.error.details ?? {}
    return incomplete(String(field), numbers.error.code, details)
  }
  const known = sameNumber(work, numbers.value.registerNumber, reason.parentId)
  if (known !== undefined) return incomplete('registerNumber', 'COMPANY_KNOWN', { name: known })
  const person = judgePerson(filled, work.policies)
  if (!person.ok) return person
  const signatory = judgeSignatory(filled, person.value)
  if (!signatory.ok) return signatory
  const { contactNumber, email, language } = person.value
  return ok({
    ...{ name, parentId: reason.parentId, country: parent?.country ?? country, contactNumber, email, language },
    ...numbers.value,
    signatory: signatory.value,
    bills: reason.parentId === null ? 'own' : reason.bills,
    purchaseOrder: reason.purchaseOrder.trim().slice(0, 40),
  })
}

function judgeSignatory(
  reason: StepFields['reason'],
  { givenNames, familyName }: Person,
): Result<Company['signatory'], Refusal<'STEP_INCOMPLETE'>> {
  const role = tidy(reason.signatoryRole)
  const reference = reason.mandateReference.trim()
  if (role === '') return incomplete('signatoryRole', 'EMPTY')
  if (role.length > 80) return incomplete('signatoryRole', 'TOO_LONG', { max: 80 })
  if (reason.mandate === 'powerOfAttorney' && reference === '') return incomplete('mandateReference', 'MANDATE_MISSING')
  if (reference.length > 80) return incomplete('mandateReference', 'TOO_LONG', { max: 80 })
  return ok({ givenNames, familyName, role, mandate: reason.mandate, mandateReference: reference })
}

function filledFrom(parent: CompanyRow | null, reason: StepFields['reason']): StepFields['reason'] {
  if (!parent) return reason
  const hasSignatory = `${reason.givenNames}${reason.familyName}`.trim() !== ''
  return {
    ...reason,
    registerNumber: reason.registerNumber.trim() || parent.register_number,
    vatNumber: reason.vatNumber.trim() || (parent.vat_number ?? ''),
    ...(!hasSignatory && {
      givenNames: parent.signatory_given_names,
      familyName: parent.signatory_family_name,
      signatoryRole: parent.signatory_role,
      mandate: parent.mandate === 'powerOfAttorney' ? 'powerOfAttorney' : 'lawful',
      mandateReference: parent.mandate_reference,
    }),
  }
}

/** The name of another company with this register number; a branch shares that of its parent and of the other branches. */
function sameNumber({ desk, facts }: StepWork, registerNumber: string, parentId: string | null): string | undefined {
  const found = desk.view
    .where('company', 'register_number', registerNumber)
    .find(
      ({ row }) =>
        row.id !== facts.row.customer_id && (parentId === null || (row.id !== parentId && row.parent_id !== parentId)),
    )
  return found && (desk.view.get('customer', found.row.id)?.row.family_name ?? found.row.register_number)
}
