import { expect, test } from 'vitest'
import { offer, priceList } from '#shared/domain/catalogue/builders.ts'
import { quote } from '#shared/domain/catalogue/quote.ts'
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

test('a first bill by the cycle the payer is billed by already is as listed, and by any other it is not', () => {
  const cycle = { frequency: 'quarterly', cycleDay: 3, anchorMonth: 1 } as const
  const { plan, addOns } = facts
  const shown = quote({
    plan,
    addOns,
    priceList: priceList({}),
    sim: terms.sim,
    depositMonths: null,
    today: terms.signedOn,
    cycle,
  })
  // 22 October to 3 November of a month of 31 days, November and December whole: to 3 January
  expect([shown.firstBillOn, shown.firstBillMinor]).toEqual(['2027-01-03', 964 + 2490 + 2490])
  const signed = { ...terms, firstBillMinor: shown.firstBillMinor, firstBillOn: shown.firstBillOn }
  expect(judgeTerms({ ...facts, terms: signed, cycles: [cycle] })).toEqual({ kind: 'asListed' })
  expect(judgeTerms({ ...facts, cycles: [cycle] })).toEqual({ kind: 'asListed' })
  expect(judgeTerms({ ...facts, terms: signed })).toEqual({ kind: 'differs', field: 'firstBillMinor' })
})
