import { z } from 'zod'
import { wrapUpCodeSchema, wrapUpOutcomes } from '#shared/domain/interaction/contact-commands.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { typedLine, typedLines } from '#shared/kernel/text-field.ts'
import { callEvents, callStates } from './call-machine.ts'

/**
 * The call at this desk, kept at every change so that a crash in mid-call loses no word of the note. `number` is E.164
 * where it could be read so, '' when it is hidden. Moments are ms of this desk's clock: they are only shown.
 */
export const callSchema = z.object({
  contactId: idSchema,
  userId: idSchema,
  number: z.string(),
  direction: z.enum(['inbound', 'outbound']),
  /** What the queue says it is about; '' where it says nothing. */
  queue: z.string(),
  waitedS: z.int().nullable(),
  state: z.enum(callStates),
  rangAt: z.int(),
  answeredAt: z.int().nullable(),
  heldAt: z.int().nullable(),
  endedAt: z.int().nullable(),
  isTransferred: z.boolean(),
  customerId: idSchema.nullable(),
  caseId: idSchema.nullable(),
  /** The promise to call that this call keeps. */
  callBackId: idSchema.nullable(),
  note: z.string(),
})
export type Call = z.infer<typeof callSchema>

/** Somebody who may be calling: `holder` has the number as a line, `contact` is reached under it. */
export const candidateSchema = z.object({ customerId: idSchema, name: z.string(), how: z.enum(['holder', 'contact']) })

/** The call bar: the call, who it may be, what may be done, and the wrap-up as it is filled in. */
export const callViewSchema = z.object({
  call: callSchema,
  customerName: z.string(),
  candidates: z.array(candidateSchema),
  may: z.array(z.enum(callEvents)),
  wrapUp: z.object({ code: z.string(), outcome: z.enum(wrapUpOutcomes) }),
  choices: z.array(z.object({ code: z.string(), outcome: z.enum(wrapUpOutcomes) })),
})
export type CallView = z.infer<typeof callViewSchema>

/** A call as a telephone, a link or the demonstration says it. */
export const ringInput = z.strictObject({
  number: typedLine(40),
  queue: typedLine(80),
  waitedS: z.int().min(0).max(86_400).nullable(),
  direction: z.enum(['inbound', 'outbound']),
})
export type Ring = z.infer<typeof ringInput>

export const dialInput = z.strictObject({
  number: typedLine(40),
  customerId: idSchema.nullable(),
  callBackId: idSchema.nullable(),
})

export const moveCallInput = z.strictObject({ event: z.enum(callEvents), customerId: idSchema.nullable() })

export const closeCallInput = z.strictObject({
  code: wrapUpCodeSchema,
  outcome: z.enum(wrapUpOutcomes),
  callBackAt: z.int().nullable(),
})

export const callNoteInput = z.strictObject({ note: typedLines(2000) })
