import type { z } from 'zod'
import { judgePromotion } from '#shared/domain/catalogue/promotions.ts'
import { quote } from '#shared/domain/catalogue/quote.ts'
import { stepFields } from '#shared/domain/interaction/steps.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { segmentsInForce } from '../order/buyer-facts.ts'

/** What of a basket makes its monthly sum. */
const basketSchema = stepFields.offer
  .pick({ planId: true, addOnIds: true, deviceId: true, devicePay: true, sim: true })
  .partial()
type Basket = z.infer<typeof basketSchema>

/**
 * What the basket of a case costs a month by the core's own catalogue and list, in minor units: of the offer step as it was
 * finished. Undefined while none is on record: a class may be asked before the offer is finished.
 */
export async function monthlyOfCase(
  context: HandlerContext,
  caseId: string,
  customer: { readonly id: string; readonly kind: string },
): Promise<number | undefined> {
  const step = await context.get('case_step', `${caseId}:offer`)
  const basket = basketSchema.safeParse(step ? parsed(step.fields) : {})
  const offers = await offersOf(context, basket.success ? basket.data : {})
  const priceList = await listInForce(context)
  if (!basket.success || !offers || !priceList) return undefined
  const given = {
    today: context.businessDate,
    segmentsInForce: await segmentsInForce(context, customer.id),
    offerIds: [offers.plan, ...offers.addOns, ...(offers.device ? [offers.device] : [])].map(({ id }) => id),
  }
  const promotions = await context.tx
    .selectFrom('promotion')
    .selectAll()
    .where('scope', '=', context.scope)
    .where('offer_id', 'in', given.offerIds)
    .orderBy('position')
    .execute()
  return quote({
    plan: offers.plan,
    addOns: offers.addOns,
    device: offers.device ? { offer: offers.device, pay: basket.data.devicePay ?? 'once' } : null,
    promotions: promotions.filter((one) => judgePromotion(one, given).ok),
    priceList,
    sim: basket.data.sim ?? 'card',
    depositMonths: null,
    isCompany: customer.kind === 'company',
    today: context.businessDate,
  }).monthlyMinor
}

async function offersOf(context: HandlerContext, basket: Basket) {
  const plan = await offerOf(context, basket.planId ?? null)
  if (plan?.kind !== 'plan') return undefined
  const addOns = []
  for (const id of basket.addOnIds ?? []) {
    const addOn = await offerOf(context, id)
    if (addOn) addOns.push(addOn)
  }
  return { plan, addOns, device: await offerOf(context, basket.deviceId ?? null) }
}

async function offerOf(context: HandlerContext, id: string | null) {
  const row = id === null ? undefined : await context.get('offer', id)
  return row?.scope === context.scope ? row : undefined
}

function listInForce(context: HandlerContext) {
  return context.tx
    .selectFrom('price_list')
    .selectAll()
    .where('scope', '=', context.scope)
    .where('valid_from', '<=', context.businessDate)
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>=', context.businessDate)]))
    .orderBy('valid_from', 'desc')
    .executeTakeFirst()
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
