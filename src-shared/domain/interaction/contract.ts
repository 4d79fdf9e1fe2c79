import { z } from 'zod'
import { rowSchemaOf } from '#shared/kernel/row-schema.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { detailsSchema } from '#shared/kernel/result.ts'
import { sentenceSchema } from '#shared/kernel/sentence.ts'
import { typedLine, typedLines } from '#shared/kernel/text-field.ts'
import { quoteSchema } from '#shared/domain/catalogue/quote-contract.ts'
import { offerTable } from '#shared/domain/catalogue/rows.ts'
import { overrideViewSchema } from '#shared/domain/credit/contract.ts'
import { agreementTable, signingCodeTable } from '#shared/domain/contract/rows.ts'
import { creditDecisionTable } from '#shared/domain/credit/rows.ts'
import { languageSchema } from '#shared/domain/customer/commands.ts'
import { companyTable } from '#shared/domain/customer/company-rows.ts'
import { customerTable, productTable } from '#shared/domain/customer/rows.ts'
import { evidenceTable } from '#shared/domain/identity/rows.ts'
import { messageSeenSchema } from '#shared/domain/message/contract.ts'
import { phoneNumberTable, simCardTable } from '#shared/domain/number/rows.ts'
import { orderTable } from '#shared/domain/order/rows.ts'
import { paymentTable } from '#shared/domain/payment/rows.ts'
import { taskTable } from '#shared/domain/provisioning/rows.ts'
import { contactTable } from './rows.ts'
import { recipeNames } from './recipes.ts'
import { caseStates } from './states.ts'
import { channelSchema, saleStepSchema, stepFields } from './steps.ts'

/** How true a block on the screen is: the core has it, only this desk has it, a person is needed, or nothing is there. */
export const markSchema = z.object({
  state: z.enum(['none', 'desk', 'confirmed', 'needsYou']),
  at: z.int().nullable(),
})
export type Mark = z.infer<typeof markSchema>

export const stepStates = ['confirmed', 'desk', 'open', 'wrong', 'waits', 'locked'] as const

/** A step of the rail: its state, its one-line summary, and what is missing before it can be finished. */
export const stepViewSchema = z.object({
  step: saleStepSchema,
  state: z.enum(stepStates),
  summary: sentenceSchema,
  missing: z.array(z.object({ step: saleStepSchema, sentence: sentenceSchema })),
})
export type StepView = z.infer<typeof stepViewSchema>

/** Everything the screen of one case shows; all of it mirror + fold + draft, none of it a rule of the page. */
export const caseViewSchema = z.object({
  caseId: idSchema,
  reference: z.string(),
  recipe: z.enum(recipeNames),
  state: z.enum(caseStates),
  channel: channelSchema,
  openedAt: z.int(),
  openedBy: z.string(),
  note: z.string(),
  businessDate: z.string(),
  fields: z.object(stepFields),
  fieldsSavedAt: z.int().nullable(),
  steps: z.array(stepViewSchema),
  marks: z.object({
    case: markSchema,
    reason: markSchema,
    offer: markSchema,
    number: markSchema,
    identity: markSchema,
    credit: markSchema,
    agreement: markSchema,
    payment: markSchema,
    order: markSchema,
  }),
  customer: rowSchemaOf(customerTable).nullable(),
  /** Where the customer is a company: its own row, and the company it is a branch of. */
  company: rowSchemaOf(companyTable).nullable(),
  parent: rowSchemaOf(customerTable).nullable(),
  /** Where it is a household: who lives there. */
  members: z.array(z.string()),
  services: z.array(rowSchemaOf(productTable)),
  contacts: z.array(rowSchemaOf(contactTable)),
  reservation: rowSchemaOf(phoneNumberTable).nullable(),
  evidence: rowSchemaOf(evidenceTable).nullable(),
  decision: rowSchemaOf(creditDecisionTable).nullable(),
  override: overrideViewSchema,
  agreement: rowSchemaOf(agreementTable).nullable(),
  addendum: rowSchemaOf(agreementTable).nullable(),
  payment: rowSchemaOf(paymentTable).nullable(),
  order: rowSchemaOf(orderTable).nullable(),
  tasks: z.array(rowSchemaOf(taskTable)),
  /** The SIM of the line ordered, once it has one. */
  sim: rowSchemaOf(simCardTable).nullable(),
  quote: quoteSchema.nullable(),
  priceListAt: z.int().nullable(),
  planName: z.record(z.string(), z.string()).nullable(),
  device: rowSchemaOf(offerTable).nullable(),
  /** Why what is due cannot go on the next bill; null where it can. */
  nextBillOff: sentenceSchema.nullable(),
  /** The chosen plan and who sells it where: what the paper says beside the sums. */
  plan: rowSchemaOf(offerTable).nullable().optional(),
  seller: z.object({ operator: z.string(), place: z.string() }).optional(),
  /** Who writes in the case, where and since when; `isHere`: this desk, or nobody yet. */
  writer: z.object({
    isHere: z.boolean(),
    name: z.string(),
    deskName: z.string(),
    since: z.int(),
    /** This desk wrote in it before. */
    wasHere: z.boolean(),
  }),
  /** The last hand-over of the case: from whom to whom, when, with what word; null where there was none. */
  handedOver: z
    .object({ by: z.string(), to: z.string(), at: z.int(), note: z.string(), isToMe: z.boolean() })
    .nullable(),
  /** What was typed on this desk and is on no other: to be copied while, or since, another desk went on. */
  onlyHere: z.array(
    z.object({
      step: saleStepSchema,
      savedAt: z.int(),
      fields: z.array(z.object({ name: z.string(), value: z.string() })),
    }),
  ),
  /** How the contract is accepted, and how far that is. */
  signing: z.object({
    way: z.enum(['here', 'code', 'script']),
    /** When the summary of what stands in the case now went to the customer; null while it has not. */
    summaryAt: z.int().nullable(),
    /** The code for this very summary; null while there is none. */
    code: rowSchemaOf(signingCodeTable).nullable(),
    /** What the customer read out is with the core. */
    isChecking: z.boolean(),
    /** The last day of withdrawal, as signed or as it would be; null without such a right. */
    withdrawUntil: z.string().nullable(),
  }),
  /** What the customer was sent in this case, newest first. */
  messages: z.array(messageSeenSchema),
  /** Commands of this case: how many the core has confirmed, of how many. */
  confirmed: z.object({ done: z.int(), of: z.int() }),
  /** The refused or conflicting command that waits for a person, newest first. */
  needsYou: z.array(z.object({ commandId: idSchema, code: z.string(), details: detailsSchema })),
})
export type CaseView = z.infer<typeof caseViewSchema>

export const caseLineSchema = z.object({
  caseId: idSchema,
  customerName: z.string(),
  title: sentenceSchema,
  state: z.enum(['open', 'desk', 'confirmed', 'late', 'stuck', 'needsYou', 'waits']),
  stateText: sentenceSchema,
  updatedAt: z.int(),
  isClosed: z.boolean(),
})
export type CaseLine = z.infer<typeof caseLineSchema>

export const homeSchema = z.object({ customers: z.int(), cases: z.array(caseLineSchema) })

export const teamCasesInput = z.strictObject({ text: typedLine(120), limit: z.int().min(1).max(20) })
export const teamCasesOutput = z.object({
  cases: z.array(
    z.object({
      caseId: idSchema,
      reference: z.string(),
      customerName: z.string(),
      openedBy: z.string(),
      updatedAt: z.int(),
    }),
  ),
})

export const handOverInput = z.strictObject({ caseId: idSchema, toId: idSchema, note: typedLines(500) })
export const colleaguesOutput = z.object({
  colleagues: z.array(z.object({ userId: idSchema, name: z.string(), role: z.string(), seat: z.string() })),
})

export const startCaseInput = z.strictObject({
  channel: channelSchema,
  customerId: idSchema.nullable(),
  /** What someone new is taken to speak until they say: the language of the desk. */
  language: languageSchema.optional(),
  /** A sale unless it says otherwise. */
  recipe: z.enum(recipeNames).optional(),
})

/** Saves what was typed in a step, whole, as typed. */
export const saveDraftInput = z.strictObject({
  caseId: idSchema,
  step: saleStepSchema,
  fields: z.record(z.string().max(40), z.json()),
})

export const saveNoteInput = z.strictObject({ caseId: idSchema, note: typedLines(2000) })

/** The work a person has open, as tabs: kept on the desk so that a crash brings it back at the same step. */
export const openWorkSchema = z.strictObject({
  cases: z.array(z.strictObject({ caseId: idSchema, step: saleStepSchema.nullable() })).max(30),
  /** The case in front; null when something else is. */
  inFront: idSchema.nullable(),
})
export type OpenWork = z.infer<typeof openWorkSchema>

/** Finishes a step of the sale: `missing` names what keeps it from being finished. */
export const finishStepRefusals = ['STEP_INCOMPLETE', 'CASE_UNKNOWN', 'CASE_CLOSED', 'CASE_TAKEN_OVER'] as const
