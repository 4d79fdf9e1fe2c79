import type { CompanyRow } from '#shared/domain/customer/company-rows.ts'
import type { CustomerRow } from '#shared/domain/customer/rows.ts'
import { customerMachine } from '#shared/domain/customer/states.ts'
import { mayStep } from '#shared/kernel/machine.ts'
import type { IdentityDocument } from './judge-document.ts'
import { namesMatch } from './transliterate.ts'

/**
 * Whether a document is of somebody else than the customer on record: born on another day. A prospect is who the document
 * says; whoever was approved once keeps the birth date, whatever lies on the counter. Names change, birth dates do not.
 */
export function isOtherPerson(
  customer: Pick<CustomerRow, 'state' | 'birth_date'>,
  document: Pick<IdentityDocument, 'birthDate'>,
): boolean {
  const isProspect = mayStep(customerMachine, customer.state, 'approve', undefined)
  return !isProspect && customer.birth_date !== null && customer.birth_date !== document.birthDate
}

/** Whether a document is of somebody else than who may sign for a company: another name, however it is written. */
export function isOtherSignatory(
  company: Pick<CompanyRow, 'signatory_given_names' | 'signatory_family_name'>,
  document: Pick<IdentityDocument, 'surname' | 'givenNames' | 'nameMayBeCut'>,
): boolean {
  return (
    !namesMatch(document.surname, company.signatory_family_name, document.nameMayBeCut) ||
    !namesMatch(document.givenNames, company.signatory_given_names, document.nameMayBeCut)
  )
}
