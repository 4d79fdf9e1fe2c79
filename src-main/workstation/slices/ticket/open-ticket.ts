import { defineDeskHandler } from '#main/workstation/desk.ts'
import { workPolicySchema } from '#shared/domain/catalogue/policies.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** Opens a ticket for a customer this desk knows. NOT_FOUND otherwise. */
export const openTicket = defineDeskHandler('ticket.openTicket', (desk, input) => {
  if (!desk.view.get('customer', input.customerId)) return refuse('NOT_FOUND')
  const work = desk.policies()?.work ?? workPolicySchema.parse({})
  const ticketId = desk.ids.next()
  const opened = desk.capture({
    type: 'ticket.openTicket',
    body: {
      ...input,
      ticketId,
      reference: `T-${desk.nextReference()}`,
      slaMinutes: work.ticketMinutes[input.kind],
    },
  })
  if (!opened.ok) return opened
  desk.changed('interaction', 'ticket', 'desk')
  return ok({ ticketId })
})
