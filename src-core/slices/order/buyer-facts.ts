import type { MirrorRow } from '#shared/contract/mirror.ts'
import type { Cycle } from '#shared/domain/billing/periods.ts'
import type { Coverage } from '#shared/domain/catalogue/coverage.ts'
import { coverageAt } from '#shared/domain/catalogue/coverage.ts'
import type { OfferFacts } from '#shared/domain/catalogue/offer-rules.ts'
import { creditClassSchema } from '#shared/domain/catalogue/policies.ts'
import type { ContractTerms } from '#shared/domain/contract/commands.ts'
import { productMachine } from '#shared/domain/customer/product-states.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { payingCycles } from '../bill/payer-cycle.ts'
import { answeringFor } from '../customer/company-family.ts'
import { finalStates } from '../kit/move.ts'

/** What offers and promotions are judged by, but the day. */
export type BuyerFacts = Omit<OfferFacts, 'today'> & {
  readonly segmentsInForce: readonly string[]
  /** How whoever pays their bills is billed already; none before the first account. */
  readonly cycles: readonly Cycle[]
}

/** Who buys, as the core knows it: class, company or not, lines in force, and what the network carries to the address signed. */
export async function buyerFacts(
  context: HandlerContext,
  customerId: string,
  signed: { readonly terms: ContractTerms; readonly decision: MirrorRow<'credit_decision'> | null },
): Promise<BuyerFacts> {
  const segments = await segmentsInForce(context, customerId)
  const customer = await context.get('customer', customerId)
  return {
    creditClass: creditClassSchema.nullable().parse(signed.decision?.class ?? null),
    isProvisional: false,
    isOffline: false,
    hasLineInForce: segments.length > 0,
    customerIds: await answeringFor(context.tx, customerId),
    isCompany: customer?.kind === 'company',
    coverage: await coverageOf(context, signed.terms),
    segmentsInForce: segments,
    cycles: await payingCycles(context.tx, customerId),
  }
}

/** Kinds of line the customer has and has not ended. */
export async function segmentsInForce(context: HandlerContext, customerId: string): Promise<readonly string[]> {
  const lines = await context.tx
    .selectFrom('product')
    .leftJoin('offer', 'offer.id', 'product.offer_id')
    .select('offer.segment')
    .where('product.customer_id', '=', customerId)
    .where('product.state', 'not in', finalStates(productMachine))
    .execute()
  return lines.map(({ segment }) => segment ?? '')
}

async function coverageOf(context: HandlerContext, { installation }: ContractTerms): Promise<Coverage | null> {
  if (!installation) return null
  const rows = await context.tx
    .selectFrom('coverage')
    .selectAll()
    .where('scope', '=', context.scope)
    .where('postal_code', '=', installation.postalCode.replace(/\s/g, ''))
    .execute()
  return coverageAt(rows, installation)
}
