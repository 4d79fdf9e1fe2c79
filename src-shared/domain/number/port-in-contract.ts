import { z } from 'zod'
import { idSchema } from '#shared/kernel/ids.ts'
import { rowSchemaOf } from '#shared/kernel/row-schema.ts'
import { typedLine } from '#shared/kernel/text-field.ts'
import { portInTable, portWindowSchema } from './port-in.ts'

/** Numbers on their way, each with whose it is and what may be done about it now. */
export const portInsOutput = z.object({
  portIns: z.array(
    z.object({
      row: rowSchemaOf(portInTable),
      customerName: z.string(),
      /** What the customer speaks. */
      language: z.string(),
      /** Not yet confirmed by the core. */
      isPending: z.boolean(),
      mayAskAgain: z.boolean(),
      mayWithdraw: z.boolean(),
    }),
  ),
})
export type PortInSeen = z.infer<typeof portInsOutput>['portIns'][number]

/** What a donor that refused is asked with again, as typed. */
export const askAgainInput = z.strictObject({
  portInId: idSchema,
  code: typedLine(60),
  on: typedLine(20),
  window: portWindowSchema,
})
