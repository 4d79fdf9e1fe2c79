import type { Desk } from '#main/workstation/desk.ts'
import { creditClassSchema } from '#shared/domain/catalogue/policies.ts'
import type { OfferFacts } from '#shared/domain/catalogue/offer-rules.ts'
import type { OfferRow } from '#shared/domain/catalogue/rows.ts'
import type { CaseFacts } from '#main/workstation/sale/read-case.ts'

/** Offers of one kind of line, as the catalogue ranks them. */
export function offersOf(desk: Desk, segment: string, billing: string): readonly OfferRow[] {
  return desk.view.sql<OfferRow>(
    'select * from offer where segment = ? and billing = ? order by position, id',
    segment,
    billing,
  )
}

/** What offers are judged by in a case. */
export function offerFactsOf(desk: Desk, facts: CaseFacts): OfferFacts {
  const creditClass = creditClassSchema.safeParse(facts.decision?.row.class)
  return {
    today: desk.businessDate(),
    creditClass: creditClass.success ? creditClass.data : null,
    hasLineInForce: facts.services.some((service) => service.state === 'active'),
  }
}
