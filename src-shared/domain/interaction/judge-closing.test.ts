import { expect, test } from 'vitest'
import { judgeClosing } from './judge-closing.ts'

test.each([
  ['nothing signed', null, null, 'abandon'],
  ['a contract withdrawn', 'withdrawn', 'cancelled', 'abandon'],
  ['a contract that has ended', 'ended', null, 'abandon'],
  ['a line in use', 'inForce', 'completed', 'finish'],
] as const)('a case with %s is closed', (_what, agreement, order, outcome) => {
  expect(judgeClosing(factsOf(agreement, order))).toEqual({ ok: true, value: outcome })
})

test.each([
  ['signed', null],
  ['signed', 'inProgress'],
  ['signed', 'held'],
  ['inForce', 'inProgress'],
] as const)('a contract that is %s with its order %s is not given up', (agreement, order) => {
  expect(judgeClosing(factsOf(agreement, order))).toEqual({ ok: false, error: { code: 'CASE_SIGNED' } })
})

function factsOf(agreement: string | null, order: string | null) {
  return {
    agreement: agreement === null ? null : { state: agreement },
    order: order === null ? null : { state: order },
  }
}
