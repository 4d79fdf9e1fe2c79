import type { Desk, Seen } from '#main/workstation/desk.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'
import type { TicketView } from '#shared/domain/ticket/contract.ts'
import { slaFactsOf } from '#shared/domain/ticket/rows.ts'
import { readSla } from '#shared/domain/ticket/sla-clock.ts'
import { eventsOf, livingStates } from '#shared/domain/ticket/states.ts'

/** A ticket as the screen shows it, its clock read now. */
export function ticketView(desk: Desk, { row, mark }: Seen<'ticket'>): TicketView {
  const customer = desk.view.get('customer', row.customer_id)?.row
  const { isPaused, usedMs, leftMs, pausedMs, dueAt } = readSla(slaFactsOf(row), desk.now())
  return {
    row,
    customerName: customer ? customerName(customer) : '',
    isPending: mark.state === 'desk',
    isLiving: livingStates.some((state) => state === row.state),
    isMine: row.owner_id === desk.session()?.userId,
    isPaused,
    usedMs,
    leftMs,
    pausedMs,
    dueAt,
    may: [...eventsOf(row.state)],
  }
}
