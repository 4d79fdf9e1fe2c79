import { z } from 'zod'
import { idSchema } from '#shared/kernel/ids.ts'
import { saleStepSchema } from './steps.ts'

/** Ends of the references of the cases prepared for the guide; in front of them stands the year, `YY-`. */
export const storyReference = { otherSale: '90001', conflict: '90002', portIn: '90003', yesterday: '90004' } as const

/**
 * The stories of the demonstration (product.md, The demonstration market), each about a minute: who plays it, and its
 * steps in their order. What is said of them are the keys `guide.story.STORY` and `guide.step.STORY.STEP` of text/.
 */
export const stories = [
  { story: 'specimen', person: 'Luc', steps: ['begin', 'plan', 'passport', 'sign', 'works'] },
  { story: 'cable', person: 'Luc', steps: ['pull', 'plan', 'sign', 'plug'] },
  { story: 'conflict', person: 'Luc', steps: ['hold', 'agree', 'confirmed'] },
  { story: 'portIn', person: 'Luc', steps: ['look', 'again', 'scheduled'] },
  { story: 'company', person: 'Anna', steps: ['branch', 'plan', 'sign', 'order'] },
  { story: 'yesterday', person: 'Anna', steps: ['look', 'takeOver', 'offer'] },
] as const
export type Story = (typeof stories)[number]['story']

/** Where a step of a story happens: a screen, with the case or customer it shows where it is one. */
export const guideTargetSchema = z.discriminatedUnion('screen', [
  z.object({ screen: z.enum(['newCase', 'home', 'needsYou', 'toSend', 'cable']) }),
  z.object({ screen: z.literal('case'), caseId: idSchema, step: saleStepSchema.nullable() }),
  z.object({ screen: z.literal('customer'), customerId: idSchema }),
])
export type GuideTarget = z.infer<typeof guideTargetSchema>

/** How far the stories are at this desk; a step done once stays done. */
export const guideSchema = z.object({
  stories: z.array(
    z.object({
      story: z.enum(stories.map(({ story }) => story) as [Story, ...Story[]]), // as: a list that is not empty
      person: z.string(),
      steps: z.array(z.object({ step: z.string(), isDone: z.boolean(), target: guideTargetSchema })),
    }),
  ),
})
export type Guide = z.infer<typeof guideSchema>
