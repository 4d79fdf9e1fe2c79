import { defineMachine } from '#shared/kernel/machine.ts'

/** States of a trouble ticket, exactly as TMF621 v4 spells them. */
export const ticketStates = [
  'acknowledged',
  'pending',
  'held',
  'inProgress',
  'resolved',
  'closed',
  'cancelled',
  'rejected',
] as const
export type TicketState = (typeof ticketStates)[number]

export const ticketEvents = [
  'accept',
  'askCustomer',
  'waitForOthers',
  'resume',
  'resolve',
  'reopen',
  'close',
  'cancel',
  'reject',
] as const
export type TicketEvent = (typeof ticketEvents)[number]

/** Life of a ticket. In `pending` the customer is to answer, in `held` a third party: the SLA clock stands still in both. */
export const ticketMachine = defineMachine<TicketState, TicketEvent>({
  name: 'ticket',
  states: ticketStates,
  rows: [
    { from: 'acknowledged', event: 'accept', to: 'inProgress' },
    { from: 'acknowledged', event: 'askCustomer', to: 'pending' },
    { from: 'acknowledged', event: 'reject', to: 'rejected' },
    { from: 'acknowledged', event: 'cancel', to: 'cancelled' },
    { from: 'inProgress', event: 'askCustomer', to: 'pending' },
    { from: 'inProgress', event: 'waitForOthers', to: 'held' },
    { from: 'inProgress', event: 'resolve', to: 'resolved' },
    { from: 'inProgress', event: 'cancel', to: 'cancelled' },
    { from: 'pending', event: 'resume', to: 'inProgress' },
    { from: 'pending', event: 'resolve', to: 'resolved' },
    { from: 'pending', event: 'cancel', to: 'cancelled' },
    { from: 'held', event: 'resume', to: 'inProgress' },
    { from: 'held', event: 'cancel', to: 'cancelled' },
    { from: 'resolved', event: 'reopen', to: 'inProgress' },
    { from: 'resolved', event: 'close', to: 'closed' },
  ],
})

/** States in which the SLA clock stands still: the next word is not ours. */
export const pausedStates: readonly TicketState[] = ['pending', 'held']

/** States in which somebody still has to do something about a ticket. */
export const livingStates: readonly TicketState[] = ['acknowledged', 'pending', 'held', 'inProgress']

/** What may be done with a ticket as it stands. Nothing for a state this version does not know. */
export function eventsOf(state: string): readonly TicketEvent[] {
  return ticketMachine.rows.filter((row) => row.from === state).map(({ event }) => event)
}
