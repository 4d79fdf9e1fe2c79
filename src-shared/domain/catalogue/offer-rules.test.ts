import { expect, test } from 'vitest'
import { offer } from './builders.ts'
import { judgeOffer } from './offer-rules.ts'

const newcomer = {
  today: '2026-10-22',
  creditClass: null,
  isProvisional: false,
  isOffline: false,
  hasLineInForce: false,
  customerIds: [],
  isCompany: false,
  coverage: null,
} as const
const atHome = { fibre: 300, dsl: 50, radio: 0 }

test.each([
  ['for companies only', offer({ audience: 'company' }), newcomer, 'OFFER_COMPANIES_ONLY'],
  ['ended yesterday', offer({ valid_until: '2026-10-21' }), newcomer, 'OFFER_ENDED'],
  ['beginning tomorrow', offer({ valid_from: '2026-10-23' }), newcomer, 'OFFER_NOT_YET'],
  ['for a second line', offer({ needs_line: 1 }), newcomer, 'OFFER_NEEDS_LINE'],
  ['with instalments before the class is known', offer({ needs_class: 'B' }), newcomer, 'OFFER_NEEDS_CLASS'],
  [
    'with instalments in class C',
    offer({ needs_class: 'B' }),
    { ...newcomer, creditClass: 'C' },
    'OFFER_CLASS_TOO_LOW',
  ],
  [
    'of one company for another',
    offer({ for_customer: 'martin' }),
    { ...newcomer, isCompany: true },
    'OFFER_OTHER_CUSTOMER',
  ],
  ['by fibre before an address is typed', offer({ coverage: 'fibre' }), newcomer, 'OFFER_NEEDS_ADDRESS'],
  [
    'by radio where there is none',
    offer({ coverage: 'radio' }),
    { ...newcomer, coverage: atHome },
    'OFFER_NO_COVERAGE',
  ],
  [
    'faster than the line there',
    offer({ coverage: 'fibre', speed_mbit: 1000 }),
    { ...newcomer, coverage: atHome },
    'OFFER_TOO_FAST',
  ],
  ['post-paid in class E', offer({}), { ...newcomer, creditClass: 'E' }, 'OFFER_POST_PAID_REFUSED'],
] as const)('an offer %s is off with its reason', (_what, candidate, facts, code) => {
  expect(judgeOffer(candidate, facts)).toMatchObject({ ok: false, error: { code } })
})

test.each([
  ['on its last day', offer({ valid_until: '2026-10-22' }), newcomer],
  ['with instalments in class A', offer({ needs_class: 'B' }), { ...newcomer, creditClass: 'A' }],
  ['pre-paid in class E', offer({ billing: 'prePaid' }), { ...newcomer, creditClass: 'E' }],
  ['for companies to a company', offer({ audience: 'company' }), { ...newcomer, isCompany: true }],
  [
    'of one company to it',
    offer({ for_customer: 'martin' }),
    { ...newcomer, isCompany: true, customerIds: ['branch', 'martin'] },
  ],
  [
    'by fibre where it is fast enough',
    offer({ coverage: 'fibre', speed_mbit: 300 }),
    { ...newcomer, coverage: atHome },
  ],
  ['for a second line when there is a first', offer({ needs_line: 1 }), { ...newcomer, hasLineInForce: true }],
] as const)('an offer %s is open', (_what, candidate, facts) => {
  expect(judgeOffer(candidate, facts).ok).toBe(true)
})

const phone = offer({ kind: 'device', needs_class: 'B' })
test.each([
  ['once', null, false, undefined],
  ['instalments', null, false, 'OFFER_NEEDS_CLASS'],
  ['instalments', 'C', false, 'OFFER_CLASS_TOO_LOW'],
  ['instalments', 'B', true, 'OFFER_NEEDS_CORE'],
  ['instalments', 'B', false, undefined],
] as const)('a device by %s in class %s (provisional: %s)', (pay, creditClass, isProvisional, code) => {
  const judged = judgeOffer(phone, { ...newcomer, creditClass, isProvisional }, pay)
  expect(judged.ok ? undefined : judged.error.code).toBe(code)
})

test.each([
  ['a second line on the bill', offer({}), { hasLineInForce: true, isOffline: true }, 'OFFER_NEXT_LINE_NEEDS_CORE'],
  ['a second line pre-paid', offer({ billing: 'prePaid' }), { hasLineInForce: true, isOffline: true }, undefined],
  ['a first line on the bill', offer({}), { hasLineInForce: false, isOffline: true }, undefined],
  ['a second line while the core is asked', offer({}), { hasLineInForce: true, isOffline: false }, undefined],
] as const)('under a class of the desk alone: %s', (_what, candidate, facts, code) => {
  const judged = judgeOffer(candidate, { ...newcomer, creditClass: 'C', isProvisional: true, ...facts })
  expect(judged.ok ? undefined : judged.error.code).toBe(code)
})
