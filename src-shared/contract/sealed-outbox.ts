import { z } from 'zod'
import { idSchema } from '#shared/kernel/ids.ts'
import { hashSchema } from '#shared/kernel/text-field.ts'
import { commandSchema } from './wire.ts'

/** End of the file's name: one file for each revoked desk. */
export const sealedOutboxEnding = '.ldsealed'

/** First line of the file, JSON: whose it is, and the key the rest was sealed with. The sealed bytes follow it. */
export const sealedHeadSchema = z.object({
  format: z.literal('linedesk sealed outbox 1'),
  deviceId: idSchema,
  sealer: z.string().max(200),
})

/** What a revoked desk had not sent: commands as signed, attachments (base64), and what was typed and never finished. */
export const sealedOutboxSchema = z.object({
  commands: z.array(commandSchema),
  blobs: z.array(z.object({ hash: hashSchema, base64: z.string() })),
  drafts: z.array(z.object({ caseId: z.string(), step: z.string(), fields: z.string(), savedAt: z.int() })),
})
export type SealedOutbox = z.infer<typeof sealedOutboxSchema>
