import type { Instant } from '#shared/kernel/date.ts'
import { defineMachine } from '#shared/kernel/machine.ts'

export const simStates = ['inStock', 'leased', 'assigned', 'active', 'blocked', 'retired'] as const
export type SimState = (typeof simStates)[number]

export const simEvents = [
  'lease',
  'giveBack',
  'expire',
  'assign',
  'unassign',
  'activate',
  'block',
  'unblock',
  'retire',
] as const
export type SimEvent = (typeof simEvents)[number]

/** Who asks and who holds the card; what does not exist is left out. */
export interface SimFacts {
  readonly now: Instant
  readonly desk?: string
  readonly lease?: { readonly desk: string; readonly until: Instant }
  /** The card has left the counter: it never goes back to stock. */
  readonly isHandedOver?: boolean
}

/** The life of a SIM card (product.md, States). A lease counts until `expire` ends it, as for numbers. */
export const simMachine = defineMachine<SimState, SimEvent, SimFacts>({
  name: 'sim',
  states: simStates,
  rows: [
    { from: 'inStock', event: 'lease', to: 'leased' },
    { from: 'inStock', event: 'assign', to: 'assigned' },
    { from: 'inStock', event: 'retire', to: 'retired' },
    { from: 'leased', event: 'giveBack', to: 'inStock', guard: { name: 'leaseIsOurs', holds: leaseIsOurs } },
    { from: 'leased', event: 'expire', to: 'inStock', guard: { name: 'leaseHasEnded', holds: leaseHasEnded } },
    { from: 'leased', event: 'assign', to: 'assigned', guard: { name: 'leaseIsOurs', holds: leaseIsOurs } },
    { from: 'leased', event: 'retire', to: 'retired', guard: { name: 'leaseIsOurs', holds: leaseIsOurs } },
    { from: 'assigned', event: 'unassign', to: 'inStock', guard: { name: 'isStillHere', holds: isStillHere } },
    { from: 'assigned', event: 'activate', to: 'active' },
    { from: 'assigned', event: 'retire', to: 'retired' },
    { from: 'active', event: 'block', to: 'blocked' },
    { from: 'active', event: 'retire', to: 'retired' },
    { from: 'blocked', event: 'unblock', to: 'active' },
    { from: 'blocked', event: 'retire', to: 'retired' },
  ],
})

function leaseIsOurs({ desk, lease }: SimFacts): boolean {
  return lease !== undefined && lease.desk === desk
}

function leaseHasEnded({ now, lease }: SimFacts): boolean {
  return lease === undefined || lease.until <= now
}

function isStillHere({ isHandedOver }: SimFacts): boolean {
  return isHandedOver !== true
}
