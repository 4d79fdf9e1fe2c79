// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { openWorkOf } from './open-work.ts'

const home = { kind: 'home' } as const
const first = { kind: 'case', caseId: 'a' } as const
const second = { kind: 'case', caseId: 'b' } as const

test('open cases are kept with their steps, and which one is in front', () => {
  const state = { tabs: [home, first, second], activeTab: 'case:a', steps: { a: 'identity' } } as const
  expect(openWorkOf(state)).toEqual({
    cases: [
      { caseId: 'a', step: 'identity' },
      { caseId: 'b', step: null },
    ],
    inFront: 'a',
  })
})

test('with Home in front no case is', () => {
  expect(openWorkOf({ tabs: [home, first], activeTab: 'home', steps: {} }).inFront).toBeNull()
})
