import { expect, test } from 'vitest'
import type { HeldDecision } from '#shared/domain/dispute/decision-contract.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { heldDecisions } from './held-decisions.ts'
import { aSession, agentId } from './test-desk.ts'

const decision: HeldDecision = {
  ...{ heldId: agentId, userId: agentId, kind: 'credit', id: agentId, customerId: agentId, customerName: 'Pavel' },
  ...{ amountMinor: 500, outcome: 'approved', takenAt: 0, until: 10_000, groupId: null },
  command: {
    type: 'adjustment.decideCredit',
    body: { adjustmentId: agentId, customerId: agentId, request: 1, askedMinor: 500, amountMinor: 500, note: '' },
  },
}

function machine() {
  const kept = new Map<string, unknown>()
  const waits: number[] = []
  const stuck: boolean[] = []
  let now = 0
  let wake = (): void => {}
  let isFull = true
  const decisions = heldDecisions({
    // each name holds what was set under it
    meta: { get: (name) => kept.get(name) as never, set: (name, value) => void kept.set(name, value) },
    clock: { now: () => now },
    timers: {
      after: (ms, run) => {
        waits.push(ms)
        wake = run
        return () => undefined
      },
    },
    session: () => aSession(),
    capture: () => (isFull ? refuse('DISK_FULL') : ok(agentId)),
    changed: () => undefined,
    onStuck: (isStuck) => stuck.push(isStuck),
  })
  return {
    ...{ decisions, waits, stuck },
    passTo: (at: number) => {
      now = at
      wake()
    },
    makeRoom: () => {
      isFull = false
    },
  }
}

test('a decision a full disk refuses is tried again every two seconds, said once, and sent when there is room', () => {
  const { decisions, waits, stuck, passTo, makeRoom } = machine()
  decisions.keep(decision)
  passTo(10_000)
  passTo(12_000)
  expect(waits).toEqual([10_000, 2000, 2000])
  expect(decisions.list()).toHaveLength(1)
  makeRoom()
  passTo(14_000)
  expect(stuck).toEqual([true, true, false])
  expect(decisions.list()).toEqual([])
  expect(decisions.sent()).toEqual([decision])
})
