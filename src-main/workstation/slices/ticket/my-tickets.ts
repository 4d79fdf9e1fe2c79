import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok } from '#shared/kernel/result.ts'
import { ticketView } from '#main/workstation/sale/ticket-view.ts'

const shown = 40

/** Living tickets of the person at this desk, the most urgent first; those that stand still come last. */
export const myTickets = defineDeskHandler('ticket.myTickets', (desk) => {
  const userId = desk.session()?.userId ?? ''
  const tickets = desk.view
    .where('ticket', 'owner_id', userId)
    .map((seen) => ticketView(desk, seen))
    .filter(({ isLiving }) => isLiving)
    .toSorted((a, b) => Number(a.isPaused) - Number(b.isPaused) || a.leftMs - b.leftMs)
  return ok({ tickets: tickets.slice(0, shown) })
})
