import { describe, expect, test } from 'vitest'
import { step } from '#shared/kernel/machine.ts'
import type { SimEvent, SimFacts, SimState } from './sim-machine.ts'
import { simEvents, simMachine, simStates } from './sim-machine.ts'

const facts: SimFacts = { now: 1000, desk: 'desk 1', lease: { desk: 'desk 1', until: 2000 } }
const otherDesk: SimFacts = { ...facts, desk: 'desk 2' }

describe('the life of a SIM card', () => {
  test.each<[string, SimState, SimEvent, SimFacts, SimState | string]>([
    ['cards go to a desk', 'inStock', 'lease', facts, 'leased'],
    ['a card is sold from the central stock', 'inStock', 'assign', facts, 'assigned'],
    ['a faulty one is written off', 'inStock', 'retire', facts, 'retired'],
    ['the desk sells its own', 'leased', 'assign', facts, 'assigned'],
    ['no other desk sells it', 'leased', 'assign', otherDesk, 'leaseIsOurs'],
    ['the desk gives back', 'leased', 'giveBack', facts, 'inStock'],
    ['the desk writes off', 'leased', 'retire', facts, 'retired'],
    ['a lease ends', 'leased', 'expire', { ...facts, now: 2000 }, 'inStock'],
    ['and not before', 'leased', 'expire', facts, 'leaseHasEnded'],
    ['an abandoned sale puts it back', 'assigned', 'unassign', facts, 'inStock'],
    ['but not once it left the counter', 'assigned', 'unassign', { ...facts, isHandedOver: true }, 'isStillHere'],
    ['the line goes live', 'assigned', 'activate', facts, 'active'],
    ['a sold one is written off', 'assigned', 'retire', facts, 'retired'],
    ['it is lost', 'active', 'block', facts, 'blocked'],
    ['it is swapped', 'active', 'retire', facts, 'retired'],
    ['it is found', 'blocked', 'unblock', facts, 'active'],
    ['it stays lost', 'blocked', 'retire', facts, 'retired'],
  ])('%s: %s, %s', (_, state, event, given, answer) => {
    const moved = step(simMachine, state, event, given)
    expect(moved.ok ? moved.value : moved.error.details?.['guard']).toBe(answer)
  })

  test('allows nothing that no row names, and nothing once retired', () => {
    const rows = new Set(simMachine.rows.map(({ from, event }) => `${from} ${event}`))
    for (const state of simStates)
      for (const event of simEvents)
        if (!rows.has(`${state} ${event}`))
          expect(step(simMachine, state, event, facts)).toMatchObject({
            ok: false,
            error: { code: 'EVENT_NOT_ALLOWED' },
          })
    expect([...rows].filter((row) => row.startsWith('retired'))).toEqual([])
  })
})
