import { expect, test } from 'vitest'
import { creditPolicy } from '#shared/domain/catalogue/builders.ts'
import { judgeNextBill } from './payment-rules.ts'

const facts = { isPostPaid: true, depositMinor: 0, decision: { class: 'A', state: 'final' }, creditPolicy } as const

test.each([
  ['class A', {}, undefined],
  ['class B', { decision: { class: 'B', state: 'final' } }, undefined],
  ['class C', { decision: { class: 'C', state: 'final' } }, 'NEXT_BILL_CLASS'],
  ['a class of this desk alone', { decision: { class: 'A', state: 'provisional' } }, 'NEXT_BILL_CLASS'],
  ['no class', { decision: null }, 'NEXT_BILL_CLASS'],
  ['a deposit', { depositMinor: 1 }, 'NEXT_BILL_DEPOSIT'],
  ['a pre-paid line', { isPostPaid: false }, 'NEXT_BILL_NO_BILL'],
] as const)('what is due on the next bill, with %s', (_what, change, code) => {
  const judged = judgeNextBill({ ...facts, ...change })
  expect(judged.ok ? undefined : judged.error.code).toBe(code)
})
