import { z } from 'zod'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { DeviceWay } from './offer-rules.ts'
import type { OfferRow } from './rows.ts'

export interface BasketOffers {
  readonly plan: OfferRow
  /** Add-ons and bundles of them. */
  readonly addOns: readonly OfferRow[]
  readonly device: OfferRow | null
  readonly devicePay: DeviceWay
}

export type BasketRefusal = 'ADD_ON_WRONG' | 'ADD_ON_IN_BUNDLE' | 'DEVICE_WRONG' | 'INSTALMENTS_POST_PAID'

/**
 * Whether what is in a basket goes together: add-ons of the plan's kind, none of them twice or inside a bundle beside it,
 * a device of its kind, and instalments only where bills come.
 */
export function judgeFit({ plan, addOns, device, devicePay }: BasketOffers): Result<true, Refusal<BasketRefusal>> {
  const ids = addOns.map(({ id }) => id)
  const areAddOns = addOns.every(({ kind }) => kind === 'addOn' || kind === 'bundle')
  if (!areAddOns || new Set(ids).size < ids.length || !addOns.every((one) => isOfKind(one, plan)))
    return refuse('ADD_ON_WRONG')
  const inside = addOns.flatMap(containedIn).find((id) => ids.includes(id))
  if (inside !== undefined) return refuse('ADD_ON_IN_BUNDLE', { offerId: inside })
  if (device === null) return ok(true)
  if (device.kind !== 'device' || !isOfKind(device, plan)) return refuse('DEVICE_WRONG')
  const isFinanced = devicePay === 'instalments'
  return isFinanced && (plan.billing !== 'postPaid' || device.instalment_months === 0)
    ? refuse('INSTALMENTS_POST_PAID')
    : ok(true)
}

/** Ids of the add-ons inside a bundle; none of any other offer. */
export function containedIn(offer: OfferRow): readonly string[] {
  return offer.kind === 'bundle' ? idsSchema.parse(JSON.parse(offer.contains)) : []
}

const idsSchema = z.array(z.string())

/**
 * The add-ons chosen after one is switched on or off: a bundle takes the place of what is inside it, and an add-on that of
 * the bundles it is in.
 */
export function switchAddOn(
  offers: readonly OfferRow[],
  chosen: readonly string[],
  id: string,
  isOn: boolean,
): readonly string[] {
  const switched = offers.find((one) => one.id === id)
  const goesOut = (one: OfferRow): boolean =>
    isOn && switched !== undefined && (containedIn(switched).includes(one.id) || containedIn(one).includes(id))
  return offers.filter((one) => (one.id === id ? isOn : chosen.includes(one.id) && !goesOut(one))).map((one) => one.id)
}

function isOfKind(offer: OfferRow, plan: OfferRow): boolean {
  const fits = (own: string, wanted: string): boolean => own === '' || own === wanted
  return fits(offer.segment, plan.segment) && fits(offer.billing, plan.billing)
}
