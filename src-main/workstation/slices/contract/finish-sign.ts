import { defineDeskHandler } from '#main/workstation/desk.ts'
import { basketMissing } from '#shared/domain/interaction/sale.ts'
import type { Refusal } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { acceptanceOf } from '#main/workstation/sale/acceptance-of.ts'
import { saleFactsOf } from '#main/workstation/sale/case-view.ts'
import { documentFor, referenceOf } from '#main/workstation/sale/contract-facts.ts'
import { termsOfCase } from '#main/workstation/sale/contract-terms.ts'
import type { StepWork } from '#main/workstation/sale/finish-step.ts'
import { beginStep, incomplete, isClosed } from '#main/workstation/sale/finish-step.ts'
import { isUndecided } from '#main/workstation/sale/marks.ts'
import { judgeBasket } from '#main/workstation/sale/judge-basket.ts'
import { mayWithoutCore } from '#main/workstation/sale/may-without-core.ts'
import { readCase } from '#main/workstation/sale/read-case.ts'

/**
 * Seals the contract: the PDF is made from what was agreed and how it was accepted, kept under its SHA-256, and the
 * acceptance captured with that hash. Conditional whenever something of the case is not confirmed. Signed once for a case.
 */
export const finishSign = defineDeskHandler('contract.finishSign', async (desk, { caseId }) => {
  const begun = beginStep(desk, caseId, 'sign')
  if (!begun.ok) return begun
  const work = begun.value
  const { facts, policies, today } = work
  if (facts.agreement) return ok({})
  const [missing] = basketMissing(saleFactsOf(facts, { businessDate: today, policies }))
  if (missing) return incomplete(missing.step, missing.sentence.key, { step: missing.step })
  const accepted = acceptanceOf(work)
  if (!accepted.ok) return accepted
  const { customer, plan, quote } = facts
  const terms = termsOfCase(facts, { today, policies, isConditional: isConditional(work) })
  if (!customer || !plan || !quote || !terms) return incomplete('planId', 'missing.plan', { step: 'offer' })
  const may = mayWithoutCore(desk, quote.priceListId)
  if (!may.ok) return may
  const basket = judgeBasket(desk, facts)
  if (!basket.ok) return basketRefusal(basket.error)
  const { kind, reference: acceptanceReference, at: signedAt, byPhone } = accepted.value
  const pdf = await desk.paper(documentFor(work, { customer, plan, quote, terms, signedAt, accepted: byPhone }))
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
    reference: referenceOf(work),
    language: facts.fields.sign.language,
    acceptance: kind,
    acceptanceReference,
    documentHash,
    terms,
  }
  const signed = work.write('contract.signContract', contract, { blobs: [documentHash] })
  return signed.ok ? work.save() : signed
})

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

/** Whether anything the contract stands on is not yet the core's word. */
function isConditional({ desk, facts }: StepWork): boolean {
  const isOpen = facts.commands.some((item) => isUndecided(item))
  const isProvisional = facts.plan?.billing === 'postPaid' && facts.decision?.row.state !== 'final'
  return !desk.isOnline() || isOpen || isProvisional
}
