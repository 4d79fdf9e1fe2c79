import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** Makes the person at this desk the owner of a ticket. */
export const takeTicket = defineDeskHandler('ticket.takeTicket', (desk, { ticketId }) => {
  if (!desk.view.get('ticket', ticketId)) return refuse('TICKET_UNKNOWN')
  const taken = desk.capture({ type: 'ticket.takeTicket', body: { ticketId } })
  if (!taken.ok) return taken
  desk.changed('interaction', 'ticket', 'desk')
  return ok({})
})
