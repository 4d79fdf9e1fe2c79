import { z } from 'zod'
import { agreementTable } from '#shared/domain/contract/rows.ts'
import { creditDecisionTable } from '#shared/domain/credit/rows.ts'
import { customerTable, productTable } from '#shared/domain/customer/rows.ts'
import { evidenceTable } from '#shared/domain/identity/rows.ts'
import { ticketViewSchema } from '#shared/domain/ticket/contract.ts'
import { rowSchemaOf } from '#shared/kernel/row-schema.ts'
import { sentenceSchema } from '#shared/kernel/sentence.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { typedLines } from '#shared/kernel/text-field.ts'
import { callBackTable } from './rows.ts'

/** What an entry of a customer's history is; the screen has an icon for each. */
export const entryKinds = [
  'contact',
  'case',
  'order',
  'agreement',
  'payment',
  'ticket',
  'evidence',
  'credit',
  'callBack',
  'message',
  'dispute',
  'adjustment',
  'firstInquiry',
  'active',
] as const
export type EntryKind = (typeof entryKinds)[number]

/** One line of the history. `second` is said more quietly after it; `isMile`: one of the days everyone asks for. */
export const historyEntrySchema = z.object({
  id: z.string(),
  at: z.int(),
  kind: z.enum(entryKinds),
  channel: z.string(),
  title: sentenceSchema,
  second: sentenceSchema.nullable(),
  note: z.string(),
  amountMinor: z.int().nullable(),
  caseId: idSchema.nullable(),
  /** A payment that tops a pre-paid line up can be disputed; with the dispute there is. */
  topUp: z.object({ disputeId: idSchema.nullable() }).nullable(),
  isPending: z.boolean(),
  isMile: z.boolean(),
})
export type HistoryEntry = z.infer<typeof historyEntrySchema>

/** A customer from all sides: everything this desk holds of them, newest first, with the cable in or out. */
export const customerViewSchema = z.object({
  customer: rowSchemaOf(customerTable),
  isPending: z.boolean(),
  businessDate: z.string(),
  /** Documents this desk holds of what they pay. */
  bills: z.int(),
  /** Of the balance: held out by disputes. */
  heldMinor: z.int(),
  services: z.array(z.object({ row: rowSchemaOf(productTable), name: z.string(), isPending: z.boolean() })),
  agreements: z.array(rowSchemaOf(agreementTable)),
  evidence: z.array(rowSchemaOf(evidenceTable)),
  decision: rowSchemaOf(creditDecisionTable).nullable(),
  tickets: z.array(ticketViewSchema),
  callBacks: z.array(rowSchemaOf(callBackTable)),
  openCases: z.array(z.object({ caseId: idSchema, reference: z.string(), openedBy: z.string(), updatedAt: z.int() })),
  /** The whole history, newest first. */
  entries: z.array(historyEntrySchema),
})
export type CustomerView = z.infer<typeof customerViewSchema>

/** A promise to call as the lists show it. `lateMs` is positive once it is due. */
export const callBackLineSchema = z.object({
  callBackId: idSchema,
  customerId: idSchema.nullable(),
  caseId: idSchema.nullable(),
  customerName: z.string(),
  number: z.string(),
  note: z.string(),
  dueAt: z.int(),
  isPending: z.boolean(),
})
export type CallBackLine = z.infer<typeof callBackLineSchema>

/** `callBackId`: made when the form is opened, so that a second try after a lost answer is the same one. */
export const planCallBackInput = z.strictObject({
  callBackId: idSchema.optional(),
  customerId: idSchema,
  number: z.string().max(40),
  dueAt: z.int(),
  note: typedLines(500),
})
