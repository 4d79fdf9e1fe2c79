import { z } from 'zod'
import { rowSchemaOf } from '#shared/kernel/row-schema.ts'
import { messageTable } from './rows.ts'

/** A message as the desk shows it: where it stands, and whether it may go out again. */
export const messageSeenSchema = z.object({
  row: rowSchemaOf(messageTable),
  /** Not yet confirmed by the core. */
  isPending: z.boolean(),
  maySendAgain: z.boolean(),
})
export type MessageSeen = z.infer<typeof messageSeenSchema>
