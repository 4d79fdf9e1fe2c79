import { z } from 'zod'
import { partsSchema } from '#shared/domain/adjustment/rows.ts'
import { creditViewSchema, mattersMarkSchema } from '#shared/domain/adjustment/contract.ts'
import { billIdSchema } from '#shared/domain/bill/core-contract.ts'
import { billLineTable } from '#shared/domain/bill/rows.ts'
import { taxCategories } from '#shared/domain/billing/taxes.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { rowSchemaOf } from '#shared/kernel/row-schema.ts'
import { hashSchema, typedLine, typedLines } from '#shared/kernel/text-field.ts'
import { fileLimitBytes } from './evidence-file.ts'
import { disputeTable, evidenceSchema } from './rows.ts'

const minor = z.int()

/** A pre-paid top-up as it was paid. `reference`: the card terminal's, '' of cash; `leftMinor`: what nobody gave back yet. */
export const topUpSchema = z.object({
  paymentId: idSchema,
  customerId: idSchema,
  at: z.int(),
  by: z.string(),
  method: z.string(),
  reference: z.string(),
  currency: z.string(),
  paidMinor: minor,
  topUpMinor: minor,
  leftMinor: minor,
})
export type TopUp = z.infer<typeof topUpSchema>

/** A dispute as the screen shows it. `lastAppealOn`: the last day its decision can be appealed; null where it can not be. */
export const disputeViewSchema = z.object({
  row: rowSchemaOf(disputeTable),
  mark: mattersMarkSchema,
  isOpen: z.boolean(),
  customerName: z.string(),
  /** The customer's, for what is said to them. */
  language: z.string(),
  billNumber: z.string(),
  billDate: z.string(),
  /** With the line of the bill, where this desk has it. */
  lines: z.array(
    z.object({
      lineId: z.string(),
      claimedMinor: minor,
      grantedMinor: minor,
      line: rowSchemaOf(billLineTable).nullable(),
    }),
  ),
  /** What is disputed instead of lines, where this desk has the payment. */
  topUp: topUpSchema.nullable(),
  evidence: evidenceSchema,
  lastAppealOn: z.string().nullable(),
  /** The dispute that appeals this one, and the one it appeals. */
  appealedBy: z.string().nullable(),
  about: z.string().nullable(),
  /** The reason, and where to turn next, by language (JSON). */
  reasonName: z.string(),
  turnTo: z.string(),
})
export type DisputeView = z.infer<typeof disputeViewSchema>

export const disputeInput = z.strictObject({ disputeId: idSchema })
export const ofBillInput = z.strictObject({ billId: billIdSchema })
export const ofCustomerInput = z.strictObject({ customerId: idSchema })

/** What can be given back of a line, in its own pricing; `disputeId`: who disputes it already. */
export const claimableLineSchema = z.object({
  lineId: z.string(),
  amountMinor: minor,
  creditedMinor: minor,
  tax: z.object({ category: z.enum(taxCategories), basisPoints: z.int() }),
  disputeId: idSchema.nullable(),
})
export type ClaimableLine = z.infer<typeof claimableLineSchema>

const reasons = z.array(z.object({ code: z.string(), name: z.string() }))

/** What of a bill is disputed, given back and asked for, and what may still be. Names are JSON by language. */
export const ofBillOutput = z.object({
  billId: billIdSchema,
  customerId: idSchema,
  currency: z.string(),
  isTaxIncluded: z.boolean(),
  openMinor: minor,
  heldMinor: minor,
  collectableMinor: minor,
  lines: z.array(claimableLineSchema),
  disputes: z.array(disputeViewSchema),
  credits: z.array(creditViewSchema),
  disputeReasons: reasons,
  creditReasons: reasons,
  /** The day an answer would be promised for today. */
  answerBy: z.string(),
  /** The last day this bill can be disputed. */
  lastFilingDay: z.string(),
  canFile: z.boolean(),
})
export type BillMatters = z.infer<typeof ofBillOutput>

export const ofTopUpInput = z.strictObject({ paymentId: idSchema })

/** A top-up, and whether it can be disputed today; reasons are JSON by language. */
export const ofTopUpOutput = topUpSchema.extend({
  disputeReasons: reasons,
  answerBy: z.string(),
  lastFilingDay: z.string(),
  canFile: z.boolean(),
})
export type TopUpMatters = z.infer<typeof ofTopUpOutput>

export const ofCustomerOutput = z.object({
  disputes: z.array(disputeViewSchema),
  credits: z.array(creditViewSchema),
})

/** `lines` in their own pricing; `aboutId`: the decided dispute that is appealed. */
export const fileDisputeInput = z.strictObject({
  billId: billIdSchema,
  caseId: idSchema.nullable(),
  aboutId: idSchema.nullable(),
  reason: typedLine(40),
  lines: partsSchema.min(1),
  words: typedLines(2000),
  evidence: evidenceSchema,
})
export const fileTopUpInput = z.strictObject({
  paymentId: idSchema,
  caseId: idSchema.nullable(),
  aboutId: idSchema.nullable(),
  reason: typedLine(40),
  claimedMinor: z.int().min(1),
  words: typedLines(2000),
  evidence: evidenceSchema,
})
export const filedOutput = z.object({ disputeId: idSchema, reference: z.string(), claimedMinor: minor })

/** A file that is to be filed or added as evidence; base64. */
export const keepFileInput = z.strictObject({ base64: z.base64().max(Math.ceil(fileLimitBytes / 3) * 4) })
export const keptFileOutput = z.object({ sha256: hashSchema })

/** A file among the evidence of a dispute, by its hash. */
export const evidenceFileInput = z.strictObject({ disputeId: idSchema, sha256: hashSchema })
export const evidenceFileOutput = z.object({
  fileName: z.string(),
  mime: z.enum(['application/pdf', 'image/png', 'image/jpeg']),
  base64: z.string(),
})

export const withdrawDisputeInput = z.strictObject({ disputeId: idSchema, note: typedLines(500) })
export const addWordsInput = z.strictObject({
  disputeId: idSchema,
  words: typedLines(2000),
  evidence: evidenceSchema,
})
