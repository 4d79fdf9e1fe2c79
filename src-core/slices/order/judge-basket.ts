import type { MirrorRow } from '#shared/contract/mirror.ts'
import { judgeFit } from '#shared/domain/catalogue/basket-rules.ts'
import type { OfferFacts } from '#shared/domain/catalogue/offer-rules.ts'
import { judgeOffer } from '#shared/domain/catalogue/offer-rules.ts'
import { judgePromotion } from '#shared/domain/catalogue/promotions.ts'
import type { ContractTerms } from '#shared/domain/contract/commands.ts'
import type { TermsJudgement } from '#shared/domain/contract/judge-terms.ts'
import { judgeTerms } from '#shared/domain/contract/judge-terms.ts'
import type { OrderFacts } from '#shared/domain/order/judge-order.ts'
import type { Prices } from '#core/lease/price-snapshot.ts'
import { pricesSignedUnder } from '#core/lease/signed-under.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import type { Conflict, Rejected } from '../kit/answers.ts'
import { conflict, rejected } from '../kit/answers.ts'
import type { BuyerFacts } from './buyer-facts.ts'
import { buyerFacts } from './buyer-facts.ts'

/**
 * What was signed, measured by the core's own catalogue: each offer and promotion open to this customer on the day of
 * signing, and the price counted again. A price signed under a valid lease binds us, whatever offers and lists have become
 * since; so does one of a list that has a successor. The difference is told to the operator only. Any other price is a
 * conflict that a person takes to the customer, never a silent change.
 */
export async function judgeBasket(
  context: HandlerContext,
  agreement: MirrorRow<'agreement'>,
  { terms, plan, decision }: OrderFacts,
): Promise<Conflict<'PRICE_DIFFERS'> | Rejected<'OFFER_NOT_ALLOWED'> | undefined> {
  const buyer = await buyerFacts(context, agreement.customer_id, { terms, decision })
  const today = await basketToday(context, terms, plan)
  const judged = judge(terms, today, buyer)
  if (judged.kind === 'asListed') return undefined
  for (const { leaseId, prices } of await pricesSignedUnder(context, agreement.id)) {
    const leased = basketIn(prices, terms)
    if (!leased || judge(terms, leased, buyer).kind !== 'asListed') continue
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

/** What a basket is judged by, as it is now or as it was under a lease. */
interface Basket {
  readonly plan: MirrorRow<'offer'>
  readonly addOns: readonly MirrorRow<'offer'>[]
  readonly device: MirrorRow<'offer'> | null
  readonly promotions: readonly MirrorRow<'promotion'>[]
  readonly priceList: MirrorRow<'price_list'> | null
  readonly isSucceeded: boolean
}

type Judged =
  | TermsJudgement
  | { readonly kind: 'notAllowed'; readonly details: { readonly offerId: string; readonly reason: string } }

function judge(terms: ContractTerms, basket: Basket, buyer: BuyerFacts): Judged {
  const facts: OfferFacts = { today: terms.signedOn, ...buyer }
  const offers = [basket.plan, ...basket.addOns, ...(basket.device ? [basket.device] : [])]
  for (const offer of offers) {
    const judged = judgeOffer(offer, facts, terms.devicePay)
    if (!judged.ok) return { kind: 'notAllowed', details: { offerId: offer.id, reason: judged.error.code } }
  }
  const fits = judgeFit({ ...basket, devicePay: terms.devicePay })
  if (!fits.ok) return { kind: 'notAllowed', details: { offerId: basket.plan.id, reason: fits.error.code } }
  const offerIds = offers.map(({ id }) => id)
  for (const promotion of basket.promotions) {
    const judged = judgePromotion(promotion, { ...facts, segmentsInForce: buyer.segmentsInForce, offerIds })
    if (!judged.ok) return { kind: 'notAllowed', details: { offerId: promotion.id, reason: judged.error.code } }
  }
  return judgeTerms({ terms, ...basket, isCompany: buyer.isCompany, cycles: buyer.cycles })
}

async function basketToday(context: HandlerContext, terms: ContractTerms, plan: MirrorRow<'offer'>): Promise<Basket> {
  const rowsOf = async <T extends 'offer' | 'promotion'>(
    table: T,
    ids: readonly string[],
  ): Promise<readonly MirrorRow<T>[]> => {
    const rows: MirrorRow<T>[] = []
    for (const id of ids) {
      const row = await ofMarket(context, table, id)
      if (row) rows.push(row)
    }
    return rows
  }
  const priceList = (await ofMarket(context, 'price_list', terms.priceListId)) ?? null
  return {
    plan,
    addOns: await rowsOf('offer', terms.addOnIds),
    device: (terms.deviceId === null ? undefined : await ofMarket(context, 'offer', terms.deviceId)) ?? null,
    promotions: await rowsOf('promotion', terms.promotionIds),
    priceList,
    isSucceeded: priceList !== null && (await hasSuccessor(context, priceList)),
  }
}

function basketIn({ offers, promotions, priceLists }: Prices, terms: ContractTerms): Basket | undefined {
  const plan = offers.find(({ id }) => id === terms.planId)
  return (
    plan && {
      plan,
      addOns: terms.addOnIds.flatMap((id) => offers.find((offer) => offer.id === id) ?? []),
      device: offers.find(({ id }) => id === terms.deviceId) ?? null,
      promotions: terms.promotionIds.flatMap((id) => promotions.find((one) => one.id === id) ?? []),
      priceList: priceLists.find(({ id }) => id === terms.priceListId) ?? null,
      isSucceeded: false,
    }
  )
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

async function ofMarket<T extends 'price_list' | 'offer' | 'promotion'>(
  context: HandlerContext,
  table: T,
  id: string,
): Promise<MirrorRow<T> | undefined> {
  const row = await context.get(table, id)
  return row?.scope === context.scope ? row : undefined
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
