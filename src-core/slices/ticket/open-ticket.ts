import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'

/** Opens a ticket. Its clock runs from the moment the core has it, by the core's own policy. */
export const openTicket = defineHandler('ticket.openTicket', {
  run: async (context, body) => {
    if (await context.get('ticket', body.ticketId)) return rejected('TICKET_EXISTS')
    const customer = await context.get('customer', body.customerId)
    if (customer?.scope !== context.scope) return rejected('CUSTOMER_UNKNOWN')
    await context.insert('ticket', {
      id: body.ticketId,
      scope: context.scope,
      reference: body.reference,
      customer_id: body.customerId,
      case_id: body.caseId,
      kind: body.kind,
      summary: body.summary,
      note: body.note,
      state: 'acknowledged',
      opened_by: context.actorName,
      owner_id: context.command.actor.userId,
      owner_name: context.actorName,
      started_at: context.now,
      sla_minutes: context.policies.work.ticketMinutes[body.kind],
      paused_ms: 0,
      paused_since: null,
      stopped_at: null,
      updated_at: context.command.capturedAt,
      updated_by: context.actorName,
    })
    return applied
  },
})
