import { expect, test } from 'vitest'
import { decompose, taskKinds } from './decompose.ts'
import type { TaskDurations } from './decompose.ts'

// as: one entry for each of the kinds
const durations = Object.fromEntries(taskKinds.map((kind) => [kind, 1000])) as unknown as TaskDurations

test.each([
  [
    'mobile',
    { isMobile: true, hasNumber: true, access: '' },
    'orderAccepted numberAssigned simRegistered callsAndSms data billing',
  ],
  [
    'fibre with a number',
    { isMobile: false, hasNumber: true, access: 'fibre' },
    'orderAccepted appointment lineOrdered technician numberAssigned calls internet billing',
  ],
  [
    'internet alone by DSL',
    { isMobile: false, hasNumber: false, access: 'dsl' },
    'orderAccepted appointment lineOrdered technician internet billing',
  ],
  [
    'a radio box with a number',
    { isMobile: false, hasNumber: true, access: 'radio' },
    'orderAccepted boxRegistered numberAssigned calls internet billing',
  ],
] as const)('an order for %s has its tasks, one after the other', (_what, line, kinds) => {
  const tasks = decompose(line, durations)
  expect(tasks.map(({ kind }) => kind).join(' ')).toBe(kinds)
  expect(tasks.map(({ position, startsAfterMs, endsAfterMs }) => [position, startsAfterMs, endsAfterMs])).toEqual(
    tasks.map((_task, index) => [index, index * 1000, (index + 1) * 1000]),
  )
})
