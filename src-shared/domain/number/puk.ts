import { z } from 'zod'
import { serving } from '#shared/domain/staff/roles.ts'
import { defineCommand } from '#shared/kernel/command.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { filledLine, iccidSchema, typedFilledLine } from '#shared/kernel/text-field.ts'

/**
 * Asks to see the PUK of a customer's SIM, with a reason: who asked, when and why stays in the ledger (product.md,
 * Privacy). The PUK itself never travels on the feed; the desk fetches it once this is applied.
 */
export const revealPuk = defineCommand({
  version: 1,
  body: z.object({ iccid: iccidSchema, customerId: idSchema, caseId: idSchema.nullable(), reason: filledLine(200) }),
  roles: serving,
  refusals: ['SIM_UNKNOWN', 'CALLER_NOT_VERIFIED'],
  touches: (body) => [`customer:${body.customerId}`, ...(body.caseId === null ? [] : [`case:${body.caseId}`])],
  predict: () => [],
})

export const pukCommands = { 'number.revealPuk': revealPuk } as const

/** Which SIM, in which case (null outside of one), and why. */
export const revealPukInput = z.strictObject({
  iccid: iccidSchema,
  customerId: idSchema,
  caseId: idSchema.nullable(),
  reason: typedFilledLine(200),
})
export const revealPukOutput = z.object({ puk: z.string() })

/** For so long after it was granted a PUK can be fetched. */
export const pukGrantedMs = 60_000
