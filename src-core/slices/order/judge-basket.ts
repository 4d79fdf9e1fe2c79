import type { MirrorRow } from '#shared/contract/mirror.ts'
import { judgeOffer } from '#shared/domain/catalogue/offer-rules.ts'
import { creditClassSchema } from '#shared/domain/catalogue/policies.ts'
import { judgeTerms } from '#shared/domain/contract/judge-terms.ts'
import { productMachine } from '#shared/domain/customer/product-states.ts'
import type { OrderFacts } from '#shared/domain/order/judge-order.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import type { Conflict, Rejected } from '../kit/answers.ts'
import { conflict, rejected } from '../kit/answers.ts'
import { finalStates } from '../kit/move.ts'

/**
 * What was signed, measured by the core's own catalogue: each offer open to this customer on the day of signing, and the
 * price counted again. Another price is a conflict that a person takes to the customer, never a silent change; one signed
 * under a list that has a successor binds us, and only the operator is told.
 */
export async function judgeBasket(
  context: HandlerContext,
  agreement: MirrorRow<'agreement'>,
  { terms, plan, decision }: OrderFacts,
): Promise<Conflict<'PRICE_DIFFERS'> | Rejected<'OFFER_NOT_ALLOWED'> | undefined> {
  const addOns = await addOnsOf(context, terms.addOnIds)
  const creditClass = creditClassSchema.nullable().parse(decision?.class ?? null)
  const hasLineInForce = await hasLine(context, agreement.customer_id)
  for (const offer of [plan, ...addOns]) {
    const judged = judgeOffer(offer, { today: terms.signedOn, creditClass, hasLineInForce })
    if (!judged.ok) return rejected('OFFER_NOT_ALLOWED', { offerId: offer.id, reason: judged.error.code })
  }
  const priceList = await ofMarket(context, 'price_list', terms.priceListId)
  const isSucceeded = priceList !== undefined && (await hasSuccessor(context, priceList))
  const judged = judgeTerms({ terms, plan, addOns, priceList: priceList ?? null, isSucceeded })
  if (judged.kind === 'asListed') return undefined
  context.log('warn', judged.kind === 'binds' ? 'order.priceBinds' : 'order.priceDiffers', {
    agreement: agreement.id,
    priceList: terms.priceListId,
    field: judged.field,
  })
  if (judged.kind === 'binds') return undefined
  return conflict('PRICE_DIFFERS', { field: judged.field }, [{ kind: 'withdraw', value: '' }])
}

async function addOnsOf(context: HandlerContext, ids: readonly string[]): Promise<readonly MirrorRow<'offer'>[]> {
  const found: MirrorRow<'offer'>[] = []
  for (const id of ids) {
    const row = await ofMarket(context, 'offer', id)
    if (row) found.push(row)
  }
  return found
}

async function ofMarket<T extends 'price_list' | 'offer'>(
  context: HandlerContext,
  table: T,
  id: string,
): Promise<MirrorRow<T> | undefined> {
  const row = await context.get(table, id)
  return row?.scope === context.scope ? row : undefined
}

async function hasLine(context: HandlerContext, customerId: string): Promise<boolean> {
  const line = await context.tx
    .selectFrom('product')
    .select('id')
    .where('customer_id', '=', customerId)
    .where('state', 'not in', finalStates(productMachine))
    .executeTakeFirst()
  return line !== undefined
}

/** Whether a later list is in force today. */
async function hasSuccessor(context: HandlerContext, list: MirrorRow<'price_list'>): Promise<boolean> {
  const later = await context.tx
    .selectFrom('price_list')
    .select('id')
    .where('scope', '=', context.scope)
    .where('valid_from', '>', list.valid_from)
    .where('valid_from', '<=', context.businessDate)
    .executeTakeFirst()
  return later !== undefined
}
