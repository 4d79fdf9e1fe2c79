import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'

/** Gives a ticket to whoever asks. */
export const takeTicket = defineHandler('ticket.takeTicket', {
  run: async (context, body) => {
    const row = await context.get('ticket', body.ticketId)
    if (!row || row.scope !== context.scope) return rejected('TICKET_UNKNOWN')
    await context.patch('ticket', row.id, {
      owner_id: context.command.actor.userId,
      owner_name: context.actorName,
      updated_at: context.command.capturedAt,
      updated_by: context.actorName,
    })
    return applied
  },
})
