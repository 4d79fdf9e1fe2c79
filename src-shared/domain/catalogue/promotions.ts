import type { IsoDate } from '#shared/kernel/date.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { PromotionRow } from './rows.ts'

export const promotionRefusals = [
  'PROMOTION_ENDED',
  'PROMOTION_NOT_YET',
  'PROMOTION_NEEDS_LINE',
  'PROMOTION_NEEDS_OFFER',
] as const
export type PromotionRefusal = (typeof promotionRefusals)[number]

export interface PromotionFacts {
  readonly today: IsoDate
  /** Kinds of line (mobile, fixed) the customer has in force. */
  readonly segmentsInForce: readonly string[]
  /** Everything in the basket. */
  readonly offerIds: readonly string[]
}

/** Whether a promotion of an offer in the basket is given, or the one reason why not: its dates, another line, another offer. */
export function judgePromotion(
  promotion: PromotionRow,
  facts: PromotionFacts,
): Result<true, Refusal<PromotionRefusal>> {
  if (promotion.valid_from > facts.today) return refuse('PROMOTION_NOT_YET', { on: promotion.valid_from })
  if (promotion.valid_until !== null && promotion.valid_until < facts.today)
    return refuse('PROMOTION_ENDED', { on: promotion.valid_until })
  if (promotion.needs_segment !== '' && !facts.segmentsInForce.includes(promotion.needs_segment))
    return refuse('PROMOTION_NEEDS_LINE', { segment: promotion.needs_segment })
  if (!facts.offerIds.includes(promotion.offer_id)) return refuse('PROMOTION_NEEDS_OFFER')
  if (promotion.needs_offer !== '' && !facts.offerIds.includes(promotion.needs_offer))
    return refuse('PROMOTION_NEEDS_OFFER', { offerId: promotion.needs_offer })
  return ok(true)
}
