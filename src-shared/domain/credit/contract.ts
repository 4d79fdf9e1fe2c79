import { z } from 'zod'
import { idSchema } from '#shared/kernel/ids.ts'
import { typedFilledLine } from '#shared/kernel/text-field.ts'

/** Why a class or a limit should be overridden, as typed. */
export const askOverrideInput = z.strictObject({ caseId: idSchema, reason: typedFilledLine(300) })

/**
 * Where an override of a case stands. `may`: ask for one, decide it as whoever sits here, or neither. `state`: none, asked
 * (a supervisor decides), refused by one, or given.
 */
export const overrideViewSchema = z.object({
  may: z.enum(['no', 'ask', 'decide']),
  state: z.enum(['none', 'asked', 'refused', 'given']),
  at: z.int().nullable(),
})
export type OverrideView = z.infer<typeof overrideViewSchema>
