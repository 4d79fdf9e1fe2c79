import { expect, test } from 'vitest'
import type { SlaFacts } from './sla-clock.ts'
import { readSla, slaAfter } from './sla-clock.ts'
import { stateAfter } from './commands.ts'
import { eventsOf, livingStates, ticketMachine } from './states.ts'

const minute = 60_000
const begun: SlaFacts = { startedAt: 0, slaMinutes: 60, pausedMs: 0, pausedSince: null, stoppedAt: null }

test.each([
  ['runs', begun, 20, { usedMs: 20, leftMs: 40, pausedMs: 0, dueAt: 60, isPaused: false }],
  ['is late', begun, 70, { usedMs: 70, leftMs: -10, pausedMs: 0, dueAt: 60, isPaused: false }],
  [
    'stands still: the time left stays, the due moment moves on',
    { ...begun, pausedSince: 10 * minute },
    50,
    { usedMs: 10, leftMs: 50, pausedMs: 40, dueAt: 100, isPaused: true },
  ],
  [
    'was paused before',
    { ...begun, pausedMs: 15 * minute },
    45,
    { usedMs: 30, leftMs: 30, pausedMs: 15, dueAt: 75, isPaused: false },
  ],
  [
    'has stopped: nothing moves any more',
    { ...begun, pausedMs: 5 * minute, stoppedAt: 30 * minute },
    500,
    { usedMs: 25, leftMs: 35, pausedMs: 5, dueAt: 65, isPaused: false },
  ],
  [
    'a clock of the desk that is behind the core’s uses nothing',
    { ...begun, startedAt: 5 * minute },
    3,
    { usedMs: 0, leftMs: 60, pausedMs: 0, dueAt: 63, isPaused: false },
  ],
])('an SLA clock %s', (_name, facts, at, wanted) => {
  const { isPaused, ...times } = wanted
  const inMs = Object.fromEntries(Object.entries(times).map(([name, minutes]) => [name, minutes * minute]))
  expect(readSla(facts, at * minute)).toEqual({ isPaused, ...inMs })
})

test('pausing and going on again loses no minute and gives none away', () => {
  const paused = { ...begun, ...slaAfter(begun, 'pending', 10 * minute) }
  const asked = { ...paused, ...slaAfter(paused, 'held', 20 * minute) }
  const running = { ...asked, ...slaAfter(asked, 'inProgress', 40 * minute) }
  expect(readSla(running, 50 * minute)).toMatchObject({ usedMs: 20 * minute, pausedMs: 30 * minute })
  const solved = { ...running, ...slaAfter(running, 'resolved', 55 * minute) }
  expect(readSla(solved, 900 * minute).usedMs).toBe(25 * minute)
  const again = { ...solved, ...slaAfter(solved, 'inProgress', 155 * minute) }
  expect(readSla(again, 160 * minute)).toMatchObject({ usedMs: 30 * minute, leftMs: 30 * minute })
})

test('solved while it stands still, the pause ends there', () => {
  const paused = { ...begun, ...slaAfter(begun, 'pending', 10 * minute) }
  const solved = { ...paused, ...slaAfter(paused, 'resolved', 30 * minute) }
  expect(solved).toMatchObject({ pausedMs: 20 * minute, pausedSince: null, stoppedAt: 30 * minute })
  expect(readSla(solved, 99 * minute).usedMs).toBe(10 * minute)
})

test('each event leads to one state, the one the desk expects', () => {
  const wrong = ticketMachine.rows.filter((row) => stateAfter[row.event] !== row.to)
  expect(wrong).toEqual([])
})

test('a ticket that lives can be moved, one that is closed cannot, and a state nobody knows offers nothing', () => {
  expect(livingStates.filter((state) => eventsOf(state).length === 0)).toEqual([])
  expect([eventsOf('closed'), eventsOf('cancelled'), eventsOf('escalated')]).toEqual([[], [], []])
})
