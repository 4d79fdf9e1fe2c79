import { z } from 'zod'
import { idSchema } from '#shared/kernel/ids.ts'
import { line, msisdnSchema } from '#shared/kernel/text-field.ts'

/** Free numbers for a wish, prettiest first; `own` are of the block this desk holds: nobody else can take them. */
export const freeNumbersInput = z.strictObject({ wish: line(20), limit: z.int().min(1).max(60) })
export const freeNumbersOutput = z.object({ numbers: z.array(msisdnSchema), own: z.array(msisdnSchema), of: z.int() })

/** Holds a number for a case at once; the core confirms or names who has it. */
export const holdNumberInput = z.strictObject({ caseId: idSchema, msisdn: msisdnSchema })
