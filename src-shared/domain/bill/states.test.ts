import { expect, test } from 'vitest'
import { step } from '#shared/kernel/machine.ts'
import { billMachine, settlingEvent } from './states.ts'

test('a bill paid in part, paid up and opened again', () => {
  expect(
    step(billMachine, 'sent', settlingEvent({ openMinor: 5, isTouched: true }), { openMinor: 5, isTouched: true }),
  ).toEqual({
    ok: true,
    value: 'partiallyPaid',
  })
  expect(step(billMachine, 'partiallyPaid', 'settle', { openMinor: 0, isTouched: true })).toEqual({
    ok: true,
    value: 'settled',
  })
  expect(step(billMachine, 'settled', 'reopen', { openMinor: 9, isTouched: false })).toEqual({
    ok: true,
    value: 'sent',
  })
  expect(step(billMachine, 'settled', 'reopen', { openMinor: 9, isTouched: true })).toEqual({
    ok: true,
    value: 'partiallyPaid',
  })
  expect(step(billMachine, 'new', 'send', { openMinor: 9, isTouched: false }).ok).toBe(false)
})
