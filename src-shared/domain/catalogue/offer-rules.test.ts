import { expect, test } from 'vitest'
import { offer } from './builders.ts'
import { judgeOffer } from './offer-rules.ts'

const newcomer = { today: '2026-10-22', creditClass: null, hasLineInForce: false } as const

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
  ['post-paid in class E', offer({}), { ...newcomer, creditClass: 'E' }, 'OFFER_POST_PAID_REFUSED'],
] as const)('an offer %s is off with its reason', (_what, candidate, facts, code) => {
  expect(judgeOffer(candidate, facts)).toMatchObject({ ok: false, error: { code } })
})

test.each([
  ['on its last day', offer({ valid_until: '2026-10-22' }), newcomer],
  ['with instalments in class A', offer({ needs_class: 'B' }), { ...newcomer, creditClass: 'A' }],
  ['pre-paid in class E', offer({ billing: 'prePaid' }), { ...newcomer, creditClass: 'E' }],
  ['for a second line when there is a first', offer({ needs_line: 1 }), { ...newcomer, hasLineInForce: true }],
] as const)('an offer %s is open', (_what, candidate, facts) => {
  expect(judgeOffer(candidate, facts).ok).toBe(true)
})
