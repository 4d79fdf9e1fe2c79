import { z } from 'zod'
import { serving } from '#shared/domain/staff/roles.ts'
import type { CommandMeta } from '#shared/kernel/command.ts'
import { defineCommand } from '#shared/kernel/command.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { filledLine, line } from '#shared/kernel/text-field.ts'
import type { CompanyRow, HouseholdMemberRow } from './company-rows.ts'
import { companyTable, householdMemberTable } from './company-rows.ts'
import { prospectBody, prospectRow } from './prospect.ts'
import type { CustomerRow } from './rows.ts'
import { customerTable } from './rows.ts'

/** How a signatory comes to sign: by the register, or by a paper that is kept by its reference. */
export const mandates = ['lawful', 'powerOfAttorney'] as const
export const mandateSchema = z.enum(mandates)

/** Who pays the bills of a branch. */
export const billPayers = ['own', 'parent'] as const
export const billPayerSchema = z.enum(billPayers)

const { caseId, customerId, contactNumber, email, language, currency, consents } = prospectBody.shape

/** A company that asks, or a branch of one on record; numbers are judged by form and check digit before and after. */
export const companyBody = z.object({
  ...{ caseId, customerId, contactNumber, email, language, currency, consents },
  name: filledLine(120),
  parentId: idSchema.nullable(),
  country: z.string().length(2),
  registerNumber: filledLine(20),
  vatNumber: filledLine(20).nullable(),
  placeNumber: line(20).default(''),
  signatory: z.object({
    givenNames: filledLine(80),
    familyName: filledLine(80),
    role: filledLine(80),
    mandate: mandateSchema,
    mandateReference: line(80),
  }),
  bills: billPayerSchema,
  purchaseOrder: line(40),
})
export type CompanyBody = z.infer<typeof companyBody>

/** A company, or a branch of one, that is not yet our customer. */
export const createCompany = defineCommand({
  version: 1,
  body: companyBody,
  roles: serving,
  refusals: [
    'CUSTOMER_EXISTS',
    'COMPANY_KNOWN',
    'PARENT_UNKNOWN',
    'BUSINESS_NUMBER_LENGTH',
    'BUSINESS_NUMBER_FORM',
    'BUSINESS_NUMBER_CHECK_DIGIT',
    'VAT_OF_ANOTHER',
  ],
  touches: (body) => [
    `customer:${body.customerId}`,
    `case:${body.caseId}`,
    ...(body.parentId === null ? [] : [`customer:${body.parentId}`]),
  ],
  predict: (body, meta) => [
    customerTable.change(body.customerId, { ...companyCustomerRow(body, meta), version: 0 }),
    companyTable.change(body.customerId, { ...companyRow(body, meta), version: 0 }),
  ],
})

/** The customer's row of a company: its name stands where a person's family name does. */
export function companyCustomerRow(
  body: CompanyBody,
  meta: Pick<CommandMeta, 'scope' | 'capturedAt'>,
): Omit<CustomerRow, 'version'> {
  return { ...prospectRow({ ...body, givenNames: '', familyName: body.name }, meta), kind: 'company' }
}

/** The company's own row, as the desk expects it and the core writes it. */
export function companyRow(body: CompanyBody, meta: Pick<CommandMeta, 'scope'>): Omit<CompanyRow, 'version'> {
  return {
    id: body.customerId,
    scope: meta.scope,
    parent_id: body.parentId,
    country: body.country,
    register_number: body.registerNumber,
    vat_number: body.vatNumber,
    signatory_given_names: body.signatory.givenNames,
    signatory_family_name: body.signatory.familyName,
    signatory_role: body.signatory.role,
    mandate: body.signatory.mandate,
    mandate_reference: body.signatory.mandateReference,
    bills: body.bills,
    purchase_order: body.purchaseOrder,
    limit_minor: null,
    place_number: body.placeNumber,
  }
}

/** A household that asks: one of them signs and pays, the others may use its lines. */
export const householdBody = z.object({
  ...prospectBody.shape,
  members: z.array(z.object({ memberId: idSchema, name: filledLine(80) })).max(12),
})
export type HouseholdBody = z.infer<typeof householdBody>

export const createHousehold = defineCommand({
  version: 1,
  body: householdBody,
  roles: serving,
  refusals: ['CUSTOMER_EXISTS'],
  touches: (body) => [`customer:${body.customerId}`, `case:${body.caseId}`],
  predict: (body, meta) => [
    customerTable.change(body.customerId, { ...prospectRow(body, meta), kind: 'household', version: 0 }),
    ...memberRows(body, meta).map((row) => householdMemberTable.change(row.id, { ...row, version: 0 })),
  ],
})

/** The members' rows. */
export function memberRows(
  body: HouseholdBody,
  meta: Pick<CommandMeta, 'scope'>,
): readonly Omit<HouseholdMemberRow, 'version'>[] {
  return body.members.map(({ memberId, name }, position) => ({
    id: memberId,
    scope: meta.scope,
    household_id: body.customerId,
    name,
    position,
  }))
}

export const companyCommands = {
  'customer.createCompany': createCompany,
  'customer.createHousehold': createHousehold,
} as const
