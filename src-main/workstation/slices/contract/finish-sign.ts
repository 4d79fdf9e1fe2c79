import { defineDeskHandler } from '#main/workstation/desk.ts'
import { nameIn, namesOf } from '#shared/domain/catalogue/names.ts'
import type { Quote } from '#shared/domain/catalogue/quote-contract.ts'
import type { OfferRow } from '#shared/domain/catalogue/rows.ts'
import type { ContractTerms, Installation } from '#shared/domain/contract/commands.ts'
import type { CustomerRow } from '#shared/domain/customer/rows.ts'
import { basketMissing, isMobile } from '#shared/domain/interaction/sale.ts'
import type { StepFields } from '#shared/domain/interaction/steps.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'
import { isPathData } from '#shared/domain/contract/path-data.ts'
import type { Instant } from '#shared/kernel/date.ts'
import { addMonths } from '#shared/kernel/date.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { ContractDocument } from '#shared/node/contract-document.ts'
import { saleFactsOf } from '#main/workstation/sale/case-view.ts'
import type { StepWork } from '#main/workstation/sale/finish-step.ts'
import { beginStep, incomplete, isClosed } from '#main/workstation/sale/finish-step.ts'
import { isUndecided } from '#main/workstation/sale/marks.ts'
import { judgeBasket } from '#main/workstation/sale/judge-basket.ts'
import { mayWithoutCore } from '#main/workstation/sale/may-without-core.ts'
import { readCase } from '#main/workstation/sale/read-case.ts'

/** By when a contract signed without the core is confirmed or ended, told on paper. */
const confirmWithinMs = 24 * 60 * 60 * 1000

/**
 * Seals the contract: the PDF is made from what was agreed and signed, kept under its SHA-256, and the signature
 * captured with that hash. Conditional whenever something of the case is not confirmed. Signed once for a case.
 */
export const finishSign = defineDeskHandler('contract.finishSign', async (desk, { caseId }) => {
  const begun = beginStep(desk, caseId, 'sign')
  if (!begun.ok) return begun
  const work = begun.value
  const { facts, policies, today } = work
  if (facts.agreement) return ok({})
  const [missing] = basketMissing(saleFactsOf(facts, { businessDate: today, policies }))
  if (missing) return incomplete(missing.step, missing.sentence.key, { step: missing.step })
  const { sign } = facts.fields
  if (sign.signature.trim() === '') return incomplete('signature', 'missing.signature')
  if (!isPathData(sign.signature)) return incomplete('signature', 'SIGNATURE_WRONG')
  const { customer, plan, quote, reservation } = facts
  if (!customer || !plan || !quote || (isMobile(plan) && !reservation))
    return incomplete('planId', 'missing.plan', { step: 'offer' })
  const may = mayWithoutCore(desk, quote.priceListId)
  if (!may.ok) return may
  const basket = judgeBasket(desk, facts)
  if (!basket.ok) return basketRefusal(basket.error)
  const signedAt = sealedAt(work)
  const terms = termsFor(work, plan, quote, isMobile(plan) ? (reservation?.row.id ?? '') : '')
  const reference = `C-${facts.row.reference}`
  const pdf = await desk.paper(documentFor(work, { customer, plan, quote, terms, reference, signedAt }))
  if (!pdf.ok) return pdf
  // while it was set, a second click may have sealed it or the case been closed
  const still = readCase(desk, caseId)
  if (!still || isClosed(still.row.state)) return refuse('CASE_CLOSED')
  if (still.agreement) return ok({})
  const documentHash = desk.keepBlob(pdf.value)
  const contract = {
    agreementId: desk.drafts.idFor(caseId, 'agreement'),
    caseId,
    customerId: customer.id,
    reference,
    language: sign.language,
    acceptance: sign.acceptance,
    documentHash,
    terms,
  }
  const signed = work.write('contract.signContract', contract, { blobs: [documentHash] })
  return signed.ok ? work.save() : signed
})

/** The moment on the paper is that of the last stroke kept, so that a second try seals the very same bytes. */
function sealedAt({ desk, facts }: StepWork): Instant {
  return facts.drafts.find((draft) => draft.step === 'sign')?.savedAt ?? desk.now()
}

/** What is wrong with the basket, as something this step waits for. */
function basketRefusal({ code, details = {} }: Refusal<'STEP_INCOMPLETE' | 'OFFER_NOT_ALLOWED'>) {
  if (code === 'OFFER_NOT_ALLOWED')
    return incomplete('planId', code, {
      step: 'offer',
      offer: details['reason'] ?? null,
      offerId: details['offerId'] ?? null,
    })
  return refuse(code, { ...details, step: 'offer' })
}

function termsFor(work: StepWork, plan: OfferRow, quote: Quote, msisdn: string): ContractTerms {
  const { facts, today } = work
  return {
    planId: plan.id,
    addOnIds: facts.addOns.map((addOn) => addOn.id),
    msisdn,
    sim: facts.fields.offer.sim,
    priceListId: quote.priceListId,
    currency: quote.currency,
    monthlyMinor: quote.monthlyMinor,
    dueNowMinor: quote.dueNowMinor,
    depositMinor: quote.depositMinor,
    firstBillMinor: quote.firstBillMinor,
    firstBillOn: quote.firstBillOn,
    totalMinor: quote.totalMinor,
    commitmentMonths: plan.commitment_months,
    commitmentUntil: plan.commitment_months > 0 ? addMonths(today, plan.commitment_months) : null,
    isConditional: isConditional(work),
    signedOn: today,
    deviceId: facts.device?.id ?? null,
    devicePay: facts.fields.offer.devicePay,
    promotionIds: facts.promotions.map(({ id }) => id),
    firstMonths: quote.firstMonths,
    taxIncluded: quote.taxIncluded,
    installation: isMobile(plan) ? null : installationOf(facts.fields.offer),
  }
}

function installationOf({ street, postalCode, town }: StepFields['offer']): Installation {
  return { street: street.trim(), postalCode: postalCode.trim(), town: town.trim() }
}

/** Whether anything the contract stands on is not yet the core's word. */
function isConditional({ desk, facts }: StepWork): boolean {
  const isOpen = facts.commands.some((item) => isUndecided(item))
  const isProvisional = facts.plan?.billing === 'postPaid' && facts.decision?.row.state !== 'final'
  return !desk.isOnline() || isOpen || isProvisional
}

interface Agreed {
  readonly customer: CustomerRow
  readonly plan: OfferRow
  readonly quote: Quote
  readonly terms: ContractTerms
  readonly reference: string
  readonly signedAt: Instant
}

function documentFor({ facts, policies, desk }: StepWork, agreed: Agreed): ContractDocument {
  const { customer, plan, quote } = agreed
  const { language, signature } = facts.fields.sign
  return {
    language,
    operator: policies.market.operator,
    place: policies.market.place,
    zone: policies.market.zone,
    reference: agreed.reference,
    agentName: desk.session()?.name ?? facts.row.owner_name,
    customer: {
      name: customerName(customer),
      street: customer.street ?? '',
      postalCode: customer.postal_code ?? '',
      town: customer.town ?? '',
    },
    planName: nameIn(namesOf(plan.name), language),
    deviceName: facts.device ? nameIn(namesOf(facts.device.name), language) : null,
    hasNumber: plan.has_number === 1,
    addOnNames: facts.addOns.map((addOn) => nameIn(namesOf(addOn.name), language)),
    isPostPaid: plan.billing === 'postPaid',
    isMobile: plan.segment === 'mobile',
    leavePercent: plan.leave_percent,
    terms: agreed.terms,
    firstBillDays: quote.firstBillDays,
    firstBillOfDays: quote.firstBillOfDays,
    confirmBy: agreed.signedAt + confirmWithinMs,
    signedAt: agreed.signedAt,
    signature,
  }
}
