import { z } from 'zod'
import { idSchema } from '#shared/kernel/ids.ts'
import { sentenceSchema } from '#shared/kernel/sentence.ts'
import { typedLine } from '#shared/kernel/text-field.ts'

/** A file as read by the page, and the purchase order of lines that name none themselves. */
export const lineFileInput = z.strictObject({
  caseId: idSchema,
  text: z.string().max(300_000),
  purchaseOrder: typedLine(60),
})

/** The lines of a file with what is wrong with each; `problem` where the file as a whole cannot be read. */
export const judgedLinesSchema = z.object({
  problem: sentenceSchema.nullable(),
  lines: z.array(
    z.object({
      line: z.int(),
      userName: z.string(),
      plan: z.record(z.string(), z.string()),
      msisdn: z.string().nullable(),
      sim: z.enum(['card', 'eSim']),
      purchaseOrder: z.string(),
      problems: z.array(sentenceSchema),
    }),
  ),
  wrong: z.int(),
  monthlyMinor: z.int(),
  /** What keeps the company from ordering any line: who signs is not known, no class, no purchase order. */
  missing: z.array(sentenceSchema),
})
export type JudgedLines = z.infer<typeof judgedLinesSchema>

/** Orders of a case that came from a file: all, with the core, active, stuck. */
export const lineProgressSchema = z.object({ of: z.int(), sent: z.int(), active: z.int(), stuck: z.int() })
