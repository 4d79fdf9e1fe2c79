import { describe, expect, test } from 'vitest'
import { step } from '#shared/kernel/machine.ts'
import type { NumberEvent, NumberFacts, NumberState } from './number-machine.ts'
import { numberEvents, numberMachine, numberStates } from './number-machine.ts'

const running = { now: 1000, desk: 'desk 1', sale: 'sale 1', lease: { desk: 'desk 1', until: 2000 } }
const facts: NumberFacts = { ...running, reservation: { sale: 'sale 1', until: 2000 }, quarantineUntil: 2000 }
const later: NumberFacts = { ...facts, now: 3000 }
const otherDesk: NumberFacts = { ...facts, desk: 'desk 2' }
const otherSale: NumberFacts = { ...facts, sale: 'sale 2' }
const noLease: NumberFacts = { now: 1000, sale: 'sale 1', reservation: { sale: 'sale 1', until: 2000 } }

describe('the life of a phone number', () => {
  test.each<[string, NumberState, NumberEvent, NumberFacts, NumberState | string]>([
    ['a block goes to a desk', 'free', 'lease', facts, 'leased'],
    ['a desk online reserves', 'free', 'reserve', noLease, 'reserved'],
    ['a desk reserves from its block', 'leased', 'reserve', facts, 'reserved'],
    ['no other desk does', 'leased', 'reserve', otherDesk, 'leaseIsOurs'],
    ['a late offline sale keeps its number', 'leased', 'assign', later, 'assigned'],
    ['no other desk sells it', 'leased', 'assign', otherDesk, 'leaseIsOurs'],
    ['a desk gives back', 'leased', 'giveBack', facts, 'free'],
    ['a lease ends in time', 'leased', 'expire', later, 'free'],
    ['and not before', 'leased', 'expire', facts, 'leaseHasEnded'],
    ['the sale takes what it reserved', 'reserved', 'assign', facts, 'assigned'],
    ['no other sale does', 'reserved', 'assign', otherSale, 'reservationIsOurs'],
    ['released under a lease it is in the block again', 'reserved', 'release', facts, 'leased'],
    ['released without one it is free', 'reserved', 'release', noLease, 'free'],
    ['no other sale releases it', 'reserved', 'release', otherSale, 'reservationIsOursUnderLease'],
    [
      'a reservation ends into a running lease',
      'reserved',
      'expire',
      { ...facts, reservation: { sale: 'sale 1', until: 900 } },
      'leased',
    ],
    ['a reservation ends', 'reserved', 'expire', later, 'free'],
    ['and not before', 'reserved', 'expire', facts, 'reservationHasEndedUnderLease'],
    ['the line ends', 'assigned', 'terminate', facts, 'quarantined'],
    ['the customer takes it along', 'assigned', 'portOut', facts, 'ported'],
    ['it comes back', 'ported', 'portBack', facts, 'quarantined'],
    ['quarantine ends', 'quarantined', 'expire', later, 'free'],
    ['and not before', 'quarantined', 'expire', facts, 'quarantineHasEnded'],
  ])('%s: %s, %s', (_, state, event, given, answer) => {
    const moved = step(numberMachine, state, event, given)
    expect(moved.ok ? moved.value : moved.error.details?.['guard']).toBe(answer)
  })

  test('allows nothing that no row names', () => {
    const rows = new Set(numberMachine.rows.map(({ from, event }) => `${from} ${event}`))
    for (const state of numberStates)
      for (const event of numberEvents)
        if (!rows.has(`${state} ${event}`))
          expect(step(numberMachine, state, event, facts)).toMatchObject({
            ok: false,
            error: { code: 'EVENT_NOT_ALLOWED' },
          })
    expect(rows.size).toBe(13)
  })

  test('an assigned number is free again only through quarantine', () => {
    expect(numberMachine.rows.filter(({ from }) => from === 'assigned').map(({ to }) => to)).not.toContain('free')
  })
})
