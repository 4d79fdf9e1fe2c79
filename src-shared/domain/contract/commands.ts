import { z } from 'zod'
import type { CommandMeta } from '#shared/kernel/command.ts'
import { defineCommand } from '#shared/kernel/command.ts'
import { isoDateSchema } from '#shared/kernel/date.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { currencySchema } from '#shared/kernel/money.ts'
import { filledLine, hashSchema, line, lineNumberSchema } from '#shared/kernel/text-field.ts'
import { deviceWays } from '#shared/domain/catalogue/offer-rules.ts'
import { customerTable } from '#shared/domain/customer/rows.ts'
import { languageSchema } from '#shared/domain/customer/commands.ts'
import { serving } from '#shared/domain/staff/roles.ts'
import { acceptanceKinds, isAtDistance } from './acceptance.ts'
import { phoneCommands } from './phone-commands.ts'
import type { AgreementRow } from './rows.ts'
import { agreementTable } from './rows.ts'

export const installationSchema = z.object({ street: filledLine(200), postalCode: filledLine(20), town: line(100) })
export type Installation = z.infer<typeof installationSchema>

/** What was signed: everything the summary page says, as data. Money in minor units, tax included for persons. */
export const contractTermsSchema = z.object({
  planId: filledLine(60),
  addOnIds: z.array(filledLine(60)).max(20),
  /** '' for a fixed line: the core gives its number out, and some have none. */
  msisdn: lineNumberSchema,
  sim: z.enum(['card', 'eSim']),
  priceListId: filledLine(60),
  currency: currencySchema,
  monthlyMinor: z.int(),
  dueNowMinor: z.int(),
  depositMinor: z.int(),
  firstBillMinor: z.int(),
  /** null for a pre-paid line: no bill follows. */
  firstBillOn: isoDateSchema.nullable(),
  totalMinor: z.int(),
  commitmentMonths: z.int(),
  commitmentUntil: isoDateSchema.nullable(),
  isConditional: z.boolean(),
  signedOn: isoDateSchema,
  /** What came with the whole catalogue; contracts signed before have none of it. */
  deviceId: filledLine(60).nullable().default(null),
  devicePay: z.enum(deviceWays).default('once'),
  promotionIds: z.array(filledLine(60)).max(20).default([]),
  firstMonths: z
    .object({ count: z.int().min(1), monthlyMinor: z.int() })
    .nullable()
    .default(null),
  taxIncluded: z.boolean().default(true),
  /** Where a fixed line is installed. */
  installation: installationSchema.nullable().default(null),
  /** The last day of withdrawal; null where there is no such right, or it was signed before there were such contracts. */
  withdrawUntil: isoDateSchema.nullable().default(null),
})
export type ContractTerms = z.infer<typeof contractTermsSchema>

/** What was signed, on which paper and how. */
export const signedBody = z.object({
  agreementId: idSchema,
  caseId: idSchema,
  customerId: idSchema,
  reference: filledLine(20),
  language: languageSchema,
  acceptance: z.enum(acceptanceKinds),
  /** The masked address a code went to, or the number of a recording; '' for a drawn signature. */
  acceptanceReference: line(80).default(''),
  documentHash: hashSchema,
  terms: contractTermsSchema,
})

/** The signed contract: always stored, whatever comes of the order. Its PDF travels as a blob under its hash. */
export const signContract = defineCommand({
  version: 1,
  body: signedBody,
  roles: serving,
  refusals: [],
  touches: (body) => [`customer:${body.customerId}`, `case:${body.caseId}`],
  predict: (body, meta) => [
    agreementTable.change(body.agreementId, { ...agreementRow(body, meta), version: 0 }),
    customerTable.change(body.customerId, { contract_signed_at: meta.capturedAt }),
  ],
})

/** The new row, as the desk expects it and the core writes it. */
export function agreementRow(
  body: z.infer<typeof signedBody>,
  meta: Pick<CommandMeta, 'scope' | 'capturedAt'>,
): Omit<AgreementRow, 'version'> {
  return {
    id: body.agreementId,
    scope: meta.scope,
    customer_id: body.customerId,
    case_id: body.caseId,
    parent_id: null,
    reference: body.reference,
    state: 'signed',
    language: body.language,
    terms: JSON.stringify(body.terms),
    document_hash: body.documentHash,
    signed_at: meta.capturedAt,
    acceptance: body.acceptance,
    acceptance_reference: body.acceptanceReference,
    withdraw_until: body.terms.withdrawUntil,
    document_check: isAtDistance(body.acceptance) ? 'onDelivery' : '',
    document_checked_at: null,
  }
}

export const contractCommands = { 'contract.signContract': signContract, ...phoneCommands } as const
