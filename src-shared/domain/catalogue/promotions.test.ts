import { expect, test } from 'vitest'
import { promotion } from './builders.ts'
import { judgePromotion } from './promotions.ts'

const facts = { today: '2026-10-22', segmentsInForce: ['mobile'], offerIds: ['plan', 'box'] } as const

test.each([
  ['ended yesterday', { valid_until: '2026-10-21' }, 'PROMOTION_ENDED'],
  ['begins tomorrow', { valid_from: '2026-10-23' }, 'PROMOTION_NOT_YET'],
  ['wants a fixed line beside', { needs_segment: 'fixed' }, 'PROMOTION_NEEDS_LINE'],
  ['wants another offer in the basket', { needs_offer: 'tv' }, 'PROMOTION_NEEDS_OFFER'],
  ['is of an offer that is not in the basket', { offer_id: 'other' }, 'PROMOTION_NEEDS_OFFER'],
] as const)('a promotion that %s is not given', (_what, change, code) => {
  expect(judgePromotion(promotion(change), facts)).toMatchObject({ ok: false, error: { code } })
})

test.each([
  ['on its last day', { valid_until: '2026-10-22' }],
  ['with the line it wants in force', { needs_segment: 'mobile' }],
  ['with the offer it wants in the basket', { needs_offer: 'box' }],
] as const)('a promotion %s is given', (_what, change) => {
  expect(judgePromotion(promotion(change), facts).ok).toBe(true)
})
