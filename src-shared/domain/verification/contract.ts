import { z } from 'zod'
import { callerQuestionSchema } from '#shared/domain/catalogue/policies.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { typedFilledLine, typedLine } from '#shared/kernel/text-field.ts'

/** Whom it is about, and in which case; without one, in the call that is spoken in. */
export const callerInput = z.strictObject({ customerId: idSchema, caseId: idSchema.nullable() })

/**
 * How far the caller is known now. `basis`: by answers, by a document shown in this case, or `prospect`, of whom nothing is
 * on record that would have to be kept from anybody.
 */
export const callerViewSchema = z.object({
  level: z.int().min(0).max(3),
  basis: z.enum(['none', 'answers', 'document', 'prospect']),
  /** The core has confirmed it. */
  isConfirmed: z.boolean(),
  at: z.int().nullable(),
  /** When what is shown here changes by time alone: a level or a lock ends. */
  untilAt: z.int().nullable(),
  byName: z.string(),
  /** There is a contact to be verified in. */
  hasContact: z.boolean(),
  /** They stand at the counter: the document in their hand gives every level. */
  isInPerson: z.boolean(),
  isOnline: z.boolean(),
  matched: z.array(callerQuestionSchema),
  /** What can be asked of this customer, and for which levels it counts. */
  questions: z.array(z.object({ question: callerQuestionSchema, levels: z.array(z.int()) })),
  /** Right answers each level needs, and how many of its questions this customer's record can answer. */
  levels: z.array(z.object({ level: z.int(), matches: z.int(), has: z.int(), of: z.int() })),
  failures: z.int(),
  failuresToLock: z.int(),
  lockedUntil: z.int().nullable(),
  /** Who ended the last lock, and why; '' while nobody did. */
  unlockedBy: z.string(),
  unlockReason: z.string(),
  mayUnlock: z.boolean(),
})
export type CallerView = z.infer<typeof callerViewSchema>

/** An answer as the agent typed it, and the level that is wanted. */
export const answerInput = callerInput.extend({
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  question: callerQuestionSchema,
  answer: typedLine(120),
})
export const answerOutput = z.object({ isMatch: z.boolean() })

export const unlockInput = z.strictObject({ customerId: idSchema, reason: typedFilledLine(200) })

export const securityWordInput = callerInput.extend({ word: typedLine(60) })
