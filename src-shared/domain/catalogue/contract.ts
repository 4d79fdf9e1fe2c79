import { z } from 'zod'
import { rowSchemaOf } from '#shared/kernel/row-schema.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { sentenceSchema } from '#shared/kernel/sentence.ts'
import { typedLine } from '#shared/kernel/text-field.ts'
import { offerTable, promotionTable } from './rows.ts'

/** An offer for this case: allowed, or off with the reason and the step that is the way out. */
export const offerChoiceSchema = z.object({
  offer: rowSchemaOf(offerTable),
  name: z.record(z.string(), z.string()),
  summary: z.record(z.string(), z.string()),
  isAllowed: z.boolean(),
  reason: sentenceSchema.nullable(),
  wayOn: z.literal('credit').nullable(),
})
/** A device for this case: paid at once, and by instalments, each allowed or off with its reason. */
export const deviceChoiceSchema = offerChoiceSchema.extend({
  instalments: z.object({ isAllowed: z.boolean(), reason: sentenceSchema.nullable() }).nullable(),
})
export type DeviceChoice = z.infer<typeof deviceChoiceSchema>

/** A promotion of something in the basket: given, or why not. */
export const promotionChoiceSchema = z.object({
  promotion: rowSchemaOf(promotionTable),
  name: z.record(z.string(), z.string()),
  isGiven: z.boolean(),
  reason: sentenceSchema.nullable(),
})
export type PromotionChoice = z.infer<typeof promotionChoiceSchema>
export type OfferChoice = z.infer<typeof offerChoiceSchema>

export const offersInput = z.strictObject({
  caseId: idSchema,
  segment: z.enum(['mobile', 'fixed']),
  billing: z.enum(['postPaid', 'prePaid']),
})
export const offersOutput = z.object({
  plans: z.array(offerChoiceSchema),
  addOns: z.array(offerChoiceSchema),
  devices: z.array(deviceChoiceSchema),
  promotions: z.array(promotionChoiceSchema),
  /** What the network carries at the address of a fixed line, Mbit/s by way; null while none is typed. */
  coverage: z.object({ fibre: z.int(), dsl: z.int(), radio: z.int() }).nullable(),
})

const byLanguage = z.record(z.string(), z.string())

/** All that is said and looked up at the steps of a recipe; texts by language. Some dozens: the page picks from them. */
export const knowledgeOutput = z.object({
  /** By its moment, as `script.sign.offline`. */
  says: z.record(z.string(), byLanguage),
  answers: z.array(
    z.object({ id: z.string(), recipe: z.string(), step: z.string(), title: byLanguage, body: byLanguage }),
  ),
})
export type Knowledge = z.infer<typeof knowledgeOutput>

/** The town of a postal code, where the network's own places have exactly one; null where they have none or several. */
export const townOfInput = z.strictObject({ postalCode: typedLine(20) })
export const townOfOutput = z.object({ town: z.string().nullable() })
