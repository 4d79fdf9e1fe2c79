import { z } from 'zod'
import { rowSchemaOf } from '#shared/kernel/row-schema.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { sentenceSchema } from '#shared/kernel/sentence.ts'
import { offerTable } from './rows.ts'

/** An offer for this case: allowed, or off with the reason and the step that is the way out. */
export const offerChoiceSchema = z.object({
  offer: rowSchemaOf(offerTable),
  name: z.record(z.string(), z.string()),
  summary: z.record(z.string(), z.string()),
  isAllowed: z.boolean(),
  reason: sentenceSchema.nullable(),
  wayOn: z.literal('credit').nullable(),
})
export type OfferChoice = z.infer<typeof offerChoiceSchema>

export const offersInput = z.strictObject({
  caseId: idSchema,
  segment: z.enum(['mobile', 'fixed']),
  billing: z.enum(['postPaid', 'prePaid']),
})
export const offersOutput = z.object({ plans: z.array(offerChoiceSchema), addOns: z.array(offerChoiceSchema) })
