import { z } from 'zod'
import { isoDateSchema } from '#shared/kernel/date.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { rowSchemaOf } from '#shared/kernel/row-schema.ts'
import type { UsageView } from './core-contract.ts'
import { messageChannelSchema } from '#shared/domain/message/templates.ts'
import { filledLine } from '#shared/kernel/text-field.ts'
import { billIdSchema, usageOutput } from './core-contract.ts'
import { differenceKinds } from './explain-difference.ts'
import { usageKinds } from './line-kinds.ts'
import { billPaymentTable } from './payment-rows.ts'
import { billLineTable, billTable, billTaxTable } from './rows.ts'

const billId = billIdSchema
const minor = z.int()

export const billsInput = z.strictObject({ customerId: idSchema })

/** The bills of a payer that this desk holds, newest first, and what is open of them. */
export const billsOutput = z.object({
  bills: z.array(rowSchemaOf(billTable)),
  /** Documents before the oldest one here: the core has them. */
  earlier: z.int(),
  openMinor: minor,
  overdueMinor: minor,
  /** Of what is open: held out by disputes, by bill and in all, and what may be collected now. */
  held: z.record(z.string(), minor),
  heldMinor: minor,
  collectableMinor: minor,
  /** What the customer has to the good, which the next bill takes. */
  creditMinor: minor,
  /** Who pays for lines this customer uses, where that is somebody else. */
  paidBy: z.array(z.object({ customerId: idSchema, name: z.string() })),
  /** The day the next bill is made, and whether any line of theirs will be on one. */
  nextBillOn: z.string(),
  hasBilledLine: z.boolean(),
})
export type BillsView = z.infer<typeof billsOutput>

/** `isUnverified`: nobody could be verified, and nothing of the bill was said. */
export const finishQuestionInput = z.strictObject({ caseId: idSchema, isUnverified: z.boolean().optional() })

/** Whose a document is and of which day: by that the core finds one that no desk keeps any more. */
const kept = z.strictObject({ customerId: idSchema, billDate: isoDateSchema }).optional()
export type KeptBill = z.infer<typeof kept>

/** `otherId`: compared with this one; null for the bill before. */
export const billInput = z.strictObject({ billId, otherId: billId.nullable(), kept })

const lineGroupSchema = z.object({
  key: z.string(),
  userId: z.string(),
  productId: z.string().nullable(),
  kind: z.enum([...usageKinds, 'fee']),
  amountMinor: minor,
  otherMinor: minor,
  lines: z.array(rowSchemaOf(billLineTable)),
  named: rowSchemaOf(billLineTable),
})

/** A bill with why it is what it is, beside another one. */
export const billOutput = z.object({
  bill: rowSchemaOf(billTable),
  other: rowSchemaOf(billTable).nullable(),
  /** Whether the other one is the bill right before. */
  isLast: z.boolean(),
  /** Nothing was billed to this payer before. */
  isFirst: z.boolean(),
  /** Of the bill a credit note takes back, or that took this one back. */
  about: z.object({ takesBack: z.string().nullable(), creditedBy: z.string().nullable() }),
  explanation: z.object({
    differenceMinor: minor,
    parts: z.array(z.object({ kind: z.enum(differenceKinds), amountMinor: minor })),
  }),
  users: z.array(
    z.object({
      userId: z.string(),
      name: z.string(),
      amountMinor: minor,
      otherMinor: minor,
      groups: z.array(lineGroupSchema),
    }),
  ),
  taxes: z.array(rowSchemaOf(billTaxTable)),
  /** What money settled of it; what else is no longer open was credited. */
  paidMinor: minor,
  /** Phone number of each product that has lines here. */
  numbers: z.record(z.string(), z.string()),
})
export type BillView = z.infer<typeof billOutput>
export type GroupView = BillView['users'][number]['groups'][number]
export const todayInput = z.strictObject({ customerId: idSchema })

/** The running month as a bill in state `new`, beside none: so many days of the period until `until`, and the usage of its lines. */
export const todayOutput = z.object({
  view: billOutput,
  until: z.string(),
  days: z.int(),
  ofDays: z.int(),
  usage: usageOutput,
})

/** Money for bills; `billId`: for this one first, null for the oldest due. */
/** `paymentId`, here and below: made when the form is opened, so that a second try after a lost answer is the same one. */
export const takePaymentInput = z.strictObject({
  paymentId: idSchema.optional(),
  customerId: idSchema,
  caseId: idSchema.nullable(),
  billId: billId.nullable(),
  amountMinor: z.int().min(1),
  paid: z.discriminatedUnion('method', [
    z.strictObject({ method: z.literal('cash'), tenderedMinor: z.int().min(0) }),
    z.strictObject({ method: z.literal('terminal'), terminalReference: filledLine(40) }),
  ]),
})

/** What was taken, how many bills took of it, and what became the customer's credit. */
export const takePaymentOutput = z.object({
  paymentId: idSchema,
  amountMinor: minor,
  bills: z.int(),
  creditMinor: minor,
})

/** Payments of a payer that this desk holds, the newest first, with the bills that took of each. */
export const paymentsOutput = z.object({
  payments: z.array(
    z.object({
      row: rowSchemaOf(billPaymentTable),
      bills: z.array(z.object({ number: z.string(), amountMinor: minor })),
      isPending: z.boolean(),
    }),
  ),
})
export type BillPaymentView = z.infer<typeof paymentsOutput>['payments'][number]

/** A transfer as a bank statement has it; `billIds`: for these, the oldest of them first; none for the oldest of all. */
export const recordTransferInput = z.strictObject({
  paymentId: idSchema.optional(),
  customerId: idSchema,
  billIds: z.array(billId).max(100),
  amountMinor: z.int().min(1),
  bankReference: filledLine(80),
  takenOn: isoDateSchema,
})

export const billReceiptInput = z.strictObject({ paymentId: idSchema })

export const printBillInput = z.strictObject({ billId, kept })

export const sendBillAgainInput = z.strictObject({ customerId: idSchema, billId, caseId: idSchema.nullable() })
export const sendBillAgainOutput = z.object({ channel: messageChannelSchema, recipient: z.string() })

/** A usage record as a bill's line has it. */
export type BilledUseView = UsageView['lines'][number]['uses'][number]
