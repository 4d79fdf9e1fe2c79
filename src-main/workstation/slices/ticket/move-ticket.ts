import { defineDeskHandler } from '#main/workstation/desk.ts'
import { eventsOf } from '#shared/domain/ticket/states.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** Moves a ticket on from where this desk sees it. TICKET_MOVED: it stands elsewhere by now. */
export const moveTicket = defineDeskHandler('ticket.moveTicket', (desk, { ticketId, event, note }) => {
  const row = desk.view.get('ticket', ticketId)?.row
  if (!row) return refuse('TICKET_UNKNOWN')
  if (!eventsOf(row.state).includes(event)) return refuse('TICKET_MOVED', { changedBy: row.updated_by })
  const moved = desk.capture({ type: 'ticket.moveTicket', body: { ticketId, event, from: row.state, note } })
  if (!moved.ok) return moved
  desk.changed('interaction', 'ticket', 'desk')
  return ok({})
})
