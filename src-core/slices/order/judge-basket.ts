import type { MirrorRow } from '#shared/contract/mirror.ts'
import { judgeOffer } from '#shared/domain/catalogue/offer-rules.ts'
import type { CreditClass } from '#shared/domain/catalogue/policies.ts'
import { creditClassSchema } from '#shared/domain/catalogue/policies.ts'
import type { ContractTerms } from '#shared/domain/contract/commands.ts'
import type { TermsJudgement } from '#shared/domain/contract/judge-terms.ts'
import { judgeTerms } from '#shared/domain/contract/judge-terms.ts'
import { productMachine } from '#shared/domain/customer/product-states.ts'
import type { OrderFacts } from '#shared/domain/order/judge-order.ts'
import type { Prices } from '#core/lease/price-snapshot.ts'
import { pricesSignedUnder } from '#core/lease/signed-under.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import type { Conflict, Rejected } from '../kit/answers.ts'
import { conflict, rejected } from '../kit/answers.ts'
import { finalStates } from '../kit/move.ts'

/**
 * What was signed, measured by the core's own catalogue: each offer open to this customer on the day of signing, and the
 * price counted again. A price signed under a valid lease binds us, whatever offers and lists have become since; so does
 * one of a list that has a successor. The difference is told to the operator only. Any other price is a conflict that a
 * person takes to the customer, never a silent change.
 */
export async function judgeBasket(
  context: HandlerContext,
  agreement: MirrorRow<'agreement'>,
  { terms, plan, decision }: OrderFacts,
): Promise<Conflict<'PRICE_DIFFERS'> | Rejected<'OFFER_NOT_ALLOWED'> | undefined> {
  const customer: CustomerFacts = {
    creditClass: creditClassSchema.nullable().parse(decision?.class ?? null),
    hasLineInForce: await hasLine(context, agreement.customer_id),
  }
  const today = await basketToday(context, terms, plan)
  const judged = judge(terms, today, customer)
  if (judged.kind === 'asListed') return undefined
  for (const { leaseId, prices } of await pricesSignedUnder(context, agreement.id)) {
    const leased = basketIn(prices, terms)
    if (!leased || judge(terms, leased, customer).kind !== 'asListed') continue
    await report(context, agreement, { terms, leaseId, judged })
    return undefined
  }
  if (judged.kind === 'notAllowed') return rejected('OFFER_NOT_ALLOWED', judged.details)
  context.log('warn', judged.kind === 'binds' ? 'order.priceBinds' : 'order.priceDiffers', {
    agreement: agreement.id,
    priceList: terms.priceListId,
    field: judged.field,
  })
  if (judged.kind === 'binds') return undefined
  return conflict('PRICE_DIFFERS', { field: judged.field }, [{ kind: 'withdraw', value: '' }])
}

interface CustomerFacts {
  readonly creditClass: CreditClass | null
  readonly hasLineInForce: boolean
}

/** What a basket is judged by, as it is now or as it was under a lease. */
interface Basket {
  readonly plan: MirrorRow<'offer'>
  readonly addOns: readonly MirrorRow<'offer'>[]
  readonly priceList: MirrorRow<'price_list'> | null
  readonly isSucceeded: boolean
}

type Judged =
  | TermsJudgement
  | { readonly kind: 'notAllowed'; readonly details: { readonly offerId: string; readonly reason: string } }

function judge(terms: ContractTerms, basket: Basket, customer: CustomerFacts): Judged {
  for (const offer of [basket.plan, ...basket.addOns]) {
    const judged = judgeOffer(offer, { today: terms.signedOn, ...customer })
    if (!judged.ok) return { kind: 'notAllowed', details: { offerId: offer.id, reason: judged.error.code } }
  }
  return judgeTerms({ terms, ...basket })
}

async function basketToday(context: HandlerContext, terms: ContractTerms, plan: MirrorRow<'offer'>): Promise<Basket> {
  const addOns: MirrorRow<'offer'>[] = []
  for (const id of terms.addOnIds) {
    const row = await ofMarket(context, 'offer', id)
    if (row) addOns.push(row)
  }
  const priceList = (await ofMarket(context, 'price_list', terms.priceListId)) ?? null
  return { plan, addOns, priceList, isSucceeded: priceList !== null && (await hasSuccessor(context, priceList)) }
}

function basketIn({ offers, priceLists }: Prices, terms: ContractTerms): Basket | undefined {
  const plan = offers.find(({ id }) => id === terms.planId)
  const addOns = terms.addOnIds.flatMap((id) => offers.find((offer) => offer.id === id) ?? [])
  const priceList = priceLists.find(({ id }) => id === terms.priceListId) ?? null
  return plan && { plan, addOns, priceList, isSucceeded: false }
}

interface Difference {
  readonly terms: ContractTerms
  readonly leaseId: string
  readonly judged: Exclude<Judged, { readonly kind: 'asListed' }>
}

/** A row for the operator: what was signed, and why it is not today's price. */
async function report(
  context: HandlerContext,
  agreement: MirrorRow<'agreement'>,
  { terms, leaseId, judged }: Difference,
): Promise<void> {
  const field = judged.kind === 'notAllowed' ? 'offer' : judged.field
  const signed = judged.kind === 'notAllowed' ? judged.details.offerId : JSON.stringify(terms[judged.field])
  context.log('warn', 'order.priceHonoured', { agreement: agreement.id, lease: leaseId, field })
  await context.tx
    .insertInto('price_report')
    .values({
      id: context.ids.next(),
      at: context.now,
      scope: context.scope,
      command_id: context.command.id,
      agreement_id: agreement.id,
      lease_id: leaseId,
      price_list_id: terms.priceListId,
      field,
      signed,
      reason: judged.kind === 'notAllowed' ? judged.details.reason : judged.kind,
    })
    .execute()
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
