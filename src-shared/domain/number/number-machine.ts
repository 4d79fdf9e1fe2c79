import type { Instant } from '#shared/kernel/date.ts'
import { defineMachine } from '#shared/kernel/machine.ts'

export const numberStates = ['free', 'leased', 'reserved', 'assigned', 'quarantined', 'ported'] as const
export type NumberState = (typeof numberStates)[number]

export const numberEvents = [
  'lease',
  'giveBack',
  'reserve',
  'release',
  'assign',
  'expire',
  'terminate',
  'portOut',
  'portBack',
] as const
export type NumberEvent = (typeof numberEvents)[number]

/** Who asks and who holds the number; what does not exist is left out. */
export interface NumberFacts {
  readonly now: Instant
  /** The desk and the sale (case or order) that ask; the core's own clock work has neither. */
  readonly desk?: string
  readonly sale?: string
  readonly lease?: { readonly desk: string; readonly until: Instant }
  readonly reservation?: { readonly sale: string; readonly until: Instant }
  readonly quarantineUntil?: Instant
}

/**
 * The life of a phone number (product.md, States). A lease or a reservation counts until `expire` ends it, not merely
 * until its hour: an offline sale that arrives late keeps its number if nobody else took it.
 */
export const numberMachine = defineMachine<NumberState, NumberEvent, NumberFacts>({
  name: 'number',
  states: numberStates,
  rows: [
    { from: 'free', event: 'lease', to: 'leased' },
    { from: 'free', event: 'reserve', to: 'reserved' },
    { from: 'leased', event: 'reserve', to: 'reserved', guard: { name: 'leaseIsOurs', holds: leaseIsOurs } },
    { from: 'leased', event: 'assign', to: 'assigned', guard: { name: 'leaseIsOurs', holds: leaseIsOurs } },
    { from: 'leased', event: 'giveBack', to: 'free', guard: { name: 'leaseIsOurs', holds: leaseIsOurs } },
    { from: 'leased', event: 'expire', to: 'free', guard: { name: 'leaseHasEnded', holds: leaseHasEnded } },
    {
      from: 'reserved',
      event: 'assign',
      to: 'assigned',
      guard: { name: 'reservationIsOurs', holds: reservationIsOurs },
    },
    {
      from: 'reserved',
      event: 'release',
      to: 'leased',
      guard: {
        name: 'reservationIsOursUnderLease',
        holds: (facts) => reservationIsOurs(facts) && !leaseHasEnded(facts),
      },
    },
    { from: 'reserved', event: 'release', to: 'free', guard: { name: 'reservationIsOurs', holds: reservationIsOurs } },
    {
      from: 'reserved',
      event: 'expire',
      to: 'leased',
      guard: {
        name: 'reservationHasEndedUnderLease',
        holds: (facts) => reservationHasEnded(facts) && !leaseHasEnded(facts),
      },
    },
    {
      from: 'reserved',
      event: 'expire',
      to: 'free',
      guard: { name: 'reservationHasEnded', holds: reservationHasEnded },
    },
    { from: 'assigned', event: 'terminate', to: 'quarantined' },
    { from: 'assigned', event: 'portOut', to: 'ported' },
    { from: 'ported', event: 'portBack', to: 'quarantined' },
    {
      from: 'quarantined',
      event: 'expire',
      to: 'free',
      guard: { name: 'quarantineHasEnded', holds: quarantineHasEnded },
    },
  ],
})

function leaseIsOurs({ desk, lease }: NumberFacts): boolean {
  return lease !== undefined && lease.desk === desk
}

function leaseHasEnded({ now, lease }: NumberFacts): boolean {
  return lease === undefined || lease.until <= now
}

function reservationIsOurs({ sale, reservation }: NumberFacts): boolean {
  return reservation !== undefined && reservation.sale === sale
}

function reservationHasEnded({ now, reservation }: NumberFacts): boolean {
  return reservation === undefined || reservation.until <= now
}

function quarantineHasEnded({ now, quarantineUntil }: NumberFacts): boolean {
  return quarantineUntil === undefined || quarantineUntil <= now
}
