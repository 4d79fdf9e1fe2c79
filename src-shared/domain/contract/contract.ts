import { z } from 'zod'
import { idSchema } from '#shared/kernel/ids.ts'
import { typedLine } from '#shared/kernel/text-field.ts'

/** What the customer read out, as typed: gaps between the figures do no harm. */
export const tryCodeInput = z.strictObject({ caseId: idSchema, figures: typedLine(20) })

export const recordDocumentCheckInput = z.strictObject({
  agreementId: idSchema,
  outcome: z.enum(['checked', 'differs']),
})

/** What the customer says to it; nobody has to give a reason. */
export const withdrawAgreementInput = z.strictObject({ agreementId: idSchema, reason: typedLine(200) })
