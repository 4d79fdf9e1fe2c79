import { expect, test } from 'vitest'
import type { StepView } from '#shared/domain/interaction/contract.ts'
import { resumed, type Typed } from './resume.ts'

const now = Date.UTC(2026, 9, 22, 14, 0)
const minutes = 60_000

function caseOf(caseId: string, savedAgo: number | null, states: readonly StepView['state'][] = ['waits']): Typed {
  const names = ['reason', 'offer', 'identity', 'credit', 'sign', 'payNow', 'activation'] as const
  return {
    caseId,
    fieldsSavedAt: savedAgo === null ? null : now - savedAgo,
    steps: states.map((state, at) => ({ step: names[at] ?? 'reason', state })),
  }
}

test('the one case typed in within 15 minutes opens again at its first unfinished step', () => {
  const views = [caseOf('a', 15 * minutes, ['confirmed', 'desk', 'wrong', 'waits']), caseOf('b', 16 * minutes)]
  expect(resumed(views, now)).toEqual({ caseId: 'a', step: 'identity' })
})

test('two cases typed in lately are left to the person', () => {
  expect(resumed([caseOf('a', minutes), caseOf('b', 2 * minutes)], now)).toBeUndefined()
})

test('a case nobody typed in lately stays closed', () => {
  expect(resumed([caseOf('a', null), caseOf('b', 16 * minutes)], now)).toBeUndefined()
})
