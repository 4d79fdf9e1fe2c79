import { z } from 'zod'
import type { CommandMeta } from '#shared/kernel/command.ts'
import { defineCommand } from '#shared/kernel/command.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { filledLine, line, msisdnSchema } from '#shared/kernel/text-field.ts'
import { serving } from '#shared/domain/staff/roles.ts'
import { isEmail } from './email.ts'
import type { CustomerRow } from './rows.ts'
import { customerTable } from './rows.ts'

/** Consent, one per purpose, off by default; the wording's version is kept (GDPR Art. 7). */
export const consentsSchema = z.object({
  bureau: z.boolean(),
  recording: z.boolean(),
  sms: z.boolean(),
  email: z.boolean(),
  profiling: z.boolean(),
  wording: line(40),
})

export const languages = ['en', 'fr', 'cs', 'ru'] as const
export type Language = (typeof languages)[number]
export const languageSchema = z.enum(languages)

/** Who asks, how to reach them, and what they agreed to. */
export const prospectBody = z.object({
  customerId: idSchema,
  caseId: idSchema,
  givenNames: filledLine(80),
  familyName: filledLine(80),
  contactNumber: msisdnSchema,
  email: line(120).nullable(),
  language: languageSchema,
  currency: z.string().length(3),
  consents: consentsSchema,
})

/** A person who asks for something and is not yet our customer. */
export const createProspect = defineCommand({
  version: 1,
  body: prospectBody,
  roles: serving,
  refusals: ['CUSTOMER_EXISTS'],
  touches: (body) => [`customer:${body.customerId}`, `case:${body.caseId}`],
  predict: (body, meta) => [customerTable.change(body.customerId, { ...prospectRow(body, meta), version: 0 })],
})

/** The new row, as the desk expects it and the core writes it. */
export function prospectRow(
  body: z.infer<typeof prospectBody>,
  meta: Pick<CommandMeta, 'scope' | 'capturedAt'>,
): Omit<CustomerRow, 'version'> {
  return {
    id: body.customerId,
    scope: meta.scope,
    state: 'prospect',
    kind: 'individual',
    family_name: body.familyName,
    given_names: body.givenNames,
    contact_number: body.contactNumber,
    email: body.email,
    street: null,
    postal_code: null,
    town: null,
    language: body.language,
    birth_date: null,
    person_hash: null,
    document_hash: null,
    account_number: null,
    balance_minor: 0,
    currency: body.currency,
    first_inquiry_at: meta.capturedAt,
    contract_signed_at: null,
    active_since: null,
  }
}

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
  refusals: ['CUSTOMER_UNKNOWN', 'FIELD_CHANGED'],
  touches: (body) => [`customer:${body.customerId}`, ...(body.caseId === null ? [] : [`case:${body.caseId}`])],
  predict: (body) => [customerTable.change(body.customerId, { [contactColumns[body.field]]: body.to })],
})

export const customerCommands = {
  'customer.createProspect': createProspect,
  'customer.changeContact': changeContact,
} as const
