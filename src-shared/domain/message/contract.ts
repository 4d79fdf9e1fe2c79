import { z } from 'zod'
import { idSchema } from '#shared/kernel/ids.ts'
import { rowSchemaOf } from '#shared/kernel/row-schema.ts'
import { messageTable } from './rows.ts'
import { agentTemplates, messageChannelSchema } from './templates.ts'

/** A message as the desk shows it: where it stands, and whether it may go out again. */
export const messageSeenSchema = z.object({
  row: rowSchemaOf(messageTable),
  /** Not yet confirmed by the core. */
  isPending: z.boolean(),
  maySendAgain: z.boolean(),
})
export type MessageSeen = z.infer<typeof messageSeenSchema>

/** A message by one of the templates that agents send, to the address on record of its channel. */
export const sendInput = z.strictObject({
  customerId: idSchema,
  caseId: idSchema.nullable(),
  template: z.enum(agentTemplates),
  channel: messageChannelSchema,
})
