import { z } from 'zod'
import { defineCommand } from '#shared/kernel/command.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { filledLine, line, msisdnSchema } from '#shared/kernel/text-field.ts'
import { serving } from '#shared/domain/staff/roles.ts'
import { companyCommands } from './company-commands.ts'
import { isEmail } from './email.ts'
import { prospectBody, prospectRow } from './prospect.ts'
import { customerTable } from './rows.ts'

export { consentsSchema, languages, languageSchema } from './prospect.ts'
export type { Language } from './prospect.ts'

/** A person who asks for something and is not yet our customer. */
export const createProspect = defineCommand({
  version: 1,
  body: prospectBody,
  roles: serving,
  refusals: ['CUSTOMER_EXISTS'],
  touches: (body) => [`customer:${body.customerId}`, `case:${body.caseId}`],
  predict: (body, meta) => [customerTable.change(body.customerId, { ...prospectRow(body, meta), version: 0 })],
})

/** Ways to reach a customer that an agent may set by themselves, with their column. */
export const contactColumns = { contactNumber: 'contact_number', email: 'email' } as const
export const contactFieldSchema = z.enum(['contactNumber', 'email'])
export type ContactField = z.infer<typeof contactFieldSchema>

const contactValue = z.union([msisdnSchema, line(120).refine(isEmail)])

/**
 * Sets one way to reach a customer. `from` is what the agent saw: when it is no longer so, somebody else was first and a
 * person chooses. `caseId`: the case it was said in, so that both stand together.
 */
export const changeContact = defineCommand({
  version: 1,
  body: z
    .object({
      customerId: idSchema,
      caseId: idSchema.nullable(),
      field: contactFieldSchema,
      from: line(120).nullable(),
      to: contactValue.nullable(),
    })
    .refine(({ field, to }) => (field === 'email' ? to === null || isEmail(to) : to?.startsWith('+') === true)),
  roles: serving,
  refusals: ['CUSTOMER_UNKNOWN', 'FIELD_CHANGED', 'CALLER_NOT_VERIFIED'],
  touches: (body) => [`customer:${body.customerId}`, ...(body.caseId === null ? [] : [`case:${body.caseId}`])],
  predict: (body) => [customerTable.change(body.customerId, { [contactColumns[body.field]]: body.to })],
})

/** Where a customer lives, or a company sits. */
export const addressSchema = z.object({ street: filledLine(120), postalCode: filledLine(12), town: filledLine(80) })

/**
 * Sets where a customer lives. `from` is what the agent saw, as one line (`addressLine`): when it is no longer so, somebody
 * else was first and a person chooses.
 */
export const changeAddress = defineCommand({
  version: 1,
  body: z.object({ customerId: idSchema, caseId: idSchema.nullable(), from: line(230), address: addressSchema }),
  roles: serving,
  refusals: ['CUSTOMER_UNKNOWN', 'FIELD_CHANGED', 'CALLER_NOT_VERIFIED'],
  touches: (body) => [`customer:${body.customerId}`, ...(body.caseId === null ? [] : [`case:${body.caseId}`])],
  predict: ({ customerId, address: { street, postalCode, town } }) => [
    customerTable.change(customerId, { street, postal_code: postalCode, town }),
  ],
})

export const customerCommands = {
  'customer.createProspect': createProspect,
  'customer.changeContact': changeContact,
  'customer.changeAddress': changeAddress,
  ...companyCommands,
} as const
