import { z } from 'zod'
import { idSchema } from '#shared/kernel/ids.ts'
import { typedFilledLine, typedLines } from '#shared/kernel/text-field.ts'
import { rowSchemaOf } from '#shared/kernel/row-schema.ts'
import { ticketKindSchema } from './commands.ts'
import { ticketTable } from './rows.ts'
import { ticketEvents } from './states.ts'

/** A ticket as the screen shows it: its row, its clock as of now (ms), and what may be done. */
export const ticketViewSchema = z.object({
  row: rowSchemaOf(ticketTable),
  customerName: z.string(),
  isPending: z.boolean(),
  isLiving: z.boolean(),
  isMine: z.boolean(),
  isPaused: z.boolean(),
  usedMs: z.int(),
  leftMs: z.int(),
  pausedMs: z.int(),
  dueAt: z.int(),
  may: z.array(z.enum(ticketEvents)),
})
export type TicketView = z.infer<typeof ticketViewSchema>

export const openTicketInput = z.strictObject({
  customerId: idSchema,
  caseId: idSchema.nullable(),
  kind: ticketKindSchema,
  summary: typedFilledLine(200),
  note: typedLines(2000),
})

export const moveTicketInput = z.strictObject({
  ticketId: idSchema,
  event: z.enum(ticketEvents),
  note: typedLines(2000),
})

export const myTicketsOutput = z.object({ tickets: z.array(ticketViewSchema) })
