import { z } from 'zod'
import type { CommandMeta } from '#shared/kernel/command.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { filledLine, line, msisdnSchema } from '#shared/kernel/text-field.ts'
import type { CustomerRow } from './rows.ts'

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
