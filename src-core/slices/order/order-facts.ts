import type { MirrorRow } from '#shared/contract/mirror.ts'
import { productMachine } from '#shared/domain/customer/product-states.ts'
import type { OrderFacts } from '#shared/domain/order/judge-order.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { answeringFor, companyFamily } from '../customer/company-family.ts'
import { termsIn } from '../contract/terms.ts'
import { evidenceOnRecord } from '../identity/evidence-on-record.ts'
import { finalStates } from '../kit/move.ts'

/** What the core knows of a signed order, for the rule that desk and core share. */
export async function orderFacts(
  context: HandlerContext,
  agreement: MirrorRow<'agreement'>,
  plan: MirrorRow<'offer'>,
): Promise<OrderFacts> {
  const customerId = agreement.customer_id
  return {
    terms: termsIn(agreement),
    plan,
    evidence: (await evidenceOnRecord(context.tx, customerId)) ?? null,
    decision: (await decisionInForce(context, customerId)) ?? null,
    payment: (await paymentFor(context, agreement.id)) ?? null,
    linesInForce: await postPaidLines(context, customerId),
    companyLimit: await companyLimit(context, customerId),
    creditPolicy: context.policies.credit,
  }
}

/** The latest decision that has not run out, of the customer or of the company it is a branch of. */
export async function decisionInForce(context: HandlerContext, customerId: string) {
  return context.tx
    .selectFrom('credit_decision')
    .selectAll()
    .where('customer_id', 'in', await answeringFor(context.tx, customerId))
    .where('valid_until', '>=', context.businessDate)
    .orderBy('decided_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
}

function paymentFor(context: HandlerContext, agreementId: string) {
  return context.tx
    .selectFrom('payment')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .orderBy('amount_minor', 'desc')
    .executeTakeFirst()
}

/** What all branches of a company may spend a month, and spend already; null for who is no company. */
export async function companyLimit(context: HandlerContext, customerId: string): Promise<OrderFacts['companyLimit']> {
  const family = await companyFamily(context.tx, customerId)
  const root = await context.get('company', family[0] ?? customerId)
  if (!root) return null
  const products = await context.tx
    .selectFrom('product')
    .select('monthly_minor')
    .where('customer_id', 'in', family)
    .where('state', 'not in', finalStates(productMachine))
    .execute()
  return { limitMinor: root.limit_minor, usedMinor: products.reduce((sum, { monthly_minor: one }) => sum + one, 0) }
}

/** Post-paid lines a customer has and has not ended. */
export async function postPaidLines(context: HandlerContext, customerId: string): Promise<number> {
  const lines = await context.tx
    .selectFrom('product')
    .innerJoin('offer', 'offer.id', 'product.offer_id')
    .select('product.id')
    .where('product.customer_id', '=', customerId)
    .where('product.state', 'not in', finalStates(productMachine))
    .where('offer.billing', '=', 'postPaid')
    .execute()
  return lines.length
}
