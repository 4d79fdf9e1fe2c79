import { expect, test } from 'vitest'
import { offer, priceList } from '#shared/domain/catalogue/builders.ts'
import { contractTerms } from './builders.ts'
import type { TermsFacts } from './judge-terms.ts'
import { judgeTerms } from './judge-terms.ts'

const terms = contractTerms()
const facts: TermsFacts = { terms, plan: offer({}), addOns: [], priceList: priceList({}), isSucceeded: false }

test('a price as the list gives it, with or without a deposit', () => {
  expect(judgeTerms(facts)).toEqual({ kind: 'asListed' })
  const withDeposit = { ...terms, depositMinor: 2490, dueNowMinor: 3490 }
  expect(judgeTerms({ ...facts, terms: withDeposit })).toEqual({ kind: 'asListed' })
})

test.each([
  ['monthlyMinor', 2489],
  ['dueNowMinor', 999],
  ['firstBillMinor', 0],
  ['firstBillOn', null],
  ['totalMinor', 60_759],
  ['commitmentMonths', 12],
  ['currency', 'CZK'],
] as const)('another %s than the list gives differs', (field, value) => {
  expect(judgeTerms({ ...facts, terms: { ...terms, [field]: value } })).toEqual({ kind: 'differs', field })
})

test('an add-on that was not counted differs', () => {
  const addOns = [offer({ id: 'more', kind: 'addOn', monthly_minor: 500 })]
  const withMore = { ...terms, addOnIds: ['more'] }
  expect(judgeTerms({ ...facts, terms: withMore, addOns })).toEqual({ kind: 'differs', field: 'monthlyMinor' })
  expect(judgeTerms({ ...facts, terms: withMore })).toEqual({ kind: 'differs', field: 'addOnIds' })
})

test('a list that is not ours, not yet or no longer in force never gave a price', () => {
  for (const list of [null, priceList({ valid_from: '2026-10-23' }), priceList({ valid_until: '2026-10-21' })])
    expect(judgeTerms({ ...facts, priceList: list })).toEqual({ kind: 'differs', field: 'priceListId' })
  expect(judgeTerms({ ...facts, priceList: priceList({ valid_until: '2026-10-22' }) })).toEqual({ kind: 'asListed' })
})

test('a price signed under a list that has a successor binds us, whatever the offer costs now', () => {
  const plan = offer({ monthly_minor: 2690 })
  expect(judgeTerms({ ...facts, plan, isSucceeded: true })).toEqual({ kind: 'binds', field: 'monthlyMinor' })
})
