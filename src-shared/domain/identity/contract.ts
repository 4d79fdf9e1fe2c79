import { z } from 'zod'
import { rowSchemaOf } from '#shared/kernel/row-schema.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { typedFilledLine } from '#shared/kernel/text-field.ts'
import { evidenceTable } from './rows.ts'

/** Additional checks that wait for a person of the back office. */
export const referralsOutput = z.object({
  referrals: z.array(
    z.object({ evidence: rowSchemaOf(evidenceTable), customerName: z.string(), isPending: z.boolean() }),
  ),
})
export const decideReferralInput = z.strictObject({
  evidenceId: idSchema,
  decision: z.enum(['clear', 'refuse']),
  note: typedFilledLine(500),
})
