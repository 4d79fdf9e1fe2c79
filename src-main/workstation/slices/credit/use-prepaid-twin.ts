import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { OfferRow } from '#shared/domain/catalogue/rows.ts'
import { refuse } from '#shared/kernel/result.ts'
import { beginStep } from '#main/workstation/sale/finish-step.ts'

/** Keeps the basket and takes its pre-paid twin: the plan's, and of the add-ons those that have one. NO_TWIN otherwise. */
export const usePrepaidTwin = defineDeskHandler('credit.usePrepaidTwin', (desk, { caseId }) => {
  const begun = beginStep(desk, caseId, 'offer')
  if (!begun.ok) return begun.error.code === 'CORE_UNREACHABLE' ? refuse('CORE_UNREACHABLE') : refuse(begun.error.code)
  const { facts, save } = begun.value
  const twinOf = (offer: OfferRow | null): OfferRow | undefined =>
    offer?.twin_id ? desk.view.get('offer', offer.twin_id)?.row : undefined
  const plan = twinOf(facts.plan)
  if (!plan || facts.agreement) return refuse('NO_TWIN')
  const addOnIds = facts.addOns.flatMap((addOn) => twinOf(addOn)?.id ?? [])
  return save(undefined, { ...facts.fields.offer, billing: 'prePaid', planId: plan.id, addOnIds, devicePay: 'once' })
})
