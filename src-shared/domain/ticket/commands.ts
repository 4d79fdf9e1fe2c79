import { z } from 'zod'
import { everyone } from '#shared/domain/staff/roles.ts'
import { defineCommand } from '#shared/kernel/command.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { filledLine, lines } from '#shared/kernel/text-field.ts'
import { ticketTable } from './rows.ts'
import type { TicketEvent, TicketState } from './states.ts'
import { ticketEvents } from './states.ts'

export const ticketKinds = ['network', 'bill'] as const
export type TicketKind = (typeof ticketKinds)[number]
export const ticketKindSchema = z.enum(ticketKinds)

/** A trouble is reported. `slaMinutes` is what the desk told the customer; the core counts by its own policy. */
export const openTicket = defineCommand({
  version: 1,
  body: z.object({
    ticketId: idSchema,
    reference: filledLine(24),
    customerId: idSchema,
    caseId: idSchema.nullable(),
    kind: ticketKindSchema,
    summary: filledLine(200),
    note: lines(2000),
    slaMinutes: z.int().min(1),
  }),
  roles: everyone,
  refusals: ['TICKET_EXISTS', 'CUSTOMER_UNKNOWN'],
  touches: (body) => [`ticket:${body.ticketId}`, `customer:${body.customerId}`],
  predict: (body, meta) => [
    ticketTable.change(body.ticketId, {
      scope: meta.scope,
      version: 0,
      reference: body.reference,
      customer_id: body.customerId,
      case_id: body.caseId,
      kind: body.kind,
      summary: body.summary,
      note: body.note,
      state: 'acknowledged',
      opened_by: meta.actorName,
      owner_id: meta.actorId,
      owner_name: meta.actorName,
      started_at: meta.capturedAt,
      sla_minutes: body.slaMinutes,
      paused_ms: 0,
      paused_since: null,
      stopped_at: null,
      updated_at: meta.capturedAt,
      updated_by: meta.actorName,
    }),
  ],
})

/**
 * Something happens with a ticket. `from` is the state the agent saw: another one by now is a conflict that says whose it
 * is. The clock is the core's: the desk expects the state only, and that it stands still or runs from this moment.
 */
export const moveTicket = defineCommand({
  version: 1,
  body: z.object({
    ticketId: idSchema,
    event: z.enum(ticketEvents),
    from: z.string().max(40),
    note: lines(2000),
  }),
  roles: everyone,
  refusals: ['TICKET_UNKNOWN', 'TICKET_MOVED'],
  touches: (body) => [`ticket:${body.ticketId}`],
  predict: (body, meta) => [
    ticketTable.change(body.ticketId, {
      state: stateAfter[body.event],
      paused_since: body.event === 'askCustomer' || body.event === 'waitForOthers' ? meta.capturedAt : null,
      ...(body.event === 'resolve' ? { stopped_at: meta.capturedAt } : {}),
      ...(body.note === '' ? {} : { note: body.note }),
      updated_at: meta.capturedAt,
      updated_by: meta.actorName,
    }),
  ],
})

/** Where each event leads, wherever it comes from; the machine has the same, a test holds them equal. */
export const stateAfter: Readonly<Record<TicketEvent, TicketState>> = {
  accept: 'inProgress',
  askCustomer: 'pending',
  waitForOthers: 'held',
  resume: 'inProgress',
  resolve: 'resolved',
  reopen: 'inProgress',
  close: 'closed',
  cancel: 'cancelled',
  reject: 'rejected',
}

/** Whoever asks has the ticket from now on. */
export const takeTicket = defineCommand({
  version: 1,
  body: z.object({ ticketId: idSchema }),
  roles: everyone,
  refusals: ['TICKET_UNKNOWN'],
  touches: (body) => [`ticket:${body.ticketId}`],
  predict: (body, meta) => [
    ticketTable.change(body.ticketId, {
      owner_id: meta.actorId,
      owner_name: meta.actorName,
      updated_at: meta.capturedAt,
      updated_by: meta.actorName,
    }),
  ],
})

export const ticketCommands = {
  'ticket.openTicket': openTicket,
  'ticket.moveTicket': moveTicket,
  'ticket.takeTicket': takeTicket,
} as const
