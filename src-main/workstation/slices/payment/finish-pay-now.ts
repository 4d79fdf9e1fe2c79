import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { CommandBody } from '#shared/contract/commands.ts'
import type { ContractTerms } from '#shared/domain/contract/commands.ts'
import type { StepFields } from '#shared/domain/interaction/steps.ts'
import { parseAmount } from '#shared/kernel/parse-amount.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok } from '#shared/kernel/result.ts'
import { cutTo } from '#shared/kernel/text-field.ts'
import { beginStep, incomplete, standing } from '#main/workstation/sale/finish-step.ts'
import { mayWithoutCore } from '#main/workstation/sale/may-without-core.ts'
import type { CaseFacts } from '#main/workstation/sale/read-case.ts'
import { isUnresolved } from '#main/workstation/sale/marks.ts'

/**
 * Finishes Pay now: records what was paid and sends the signed order, which waits for signature and payment. A payment
 * that stands is not taken twice: then only a refused order is sent again.
 */
export const finishPayNow = defineDeskHandler('payment.finishPayNow', (desk, { caseId }) => {
  const begun = beginStep(desk, caseId, 'payNow')
  if (!begun.ok) return begun
  const work = begun.value
  const { facts } = work
  const { agreement, terms, customer } = facts
  if (!agreement || !terms || !customer) return incomplete('signature', 'missing.agreement', { step: 'sign' })
  if (agreement.row.state === 'withdrawn' || work.isUnchanged) return ok({})
  const needs = facts.commands.filter((item) => item.type === 'contract.signContract').map((item) => item.id)
  const paidBefore = standing(facts, 'payment.recordPayment')
  const isPaidElsewhere = facts.payment !== null && !paidBefore
  const agreementId = agreement.row.id
  const ids = { caseId, customerId: customer.id, agreementId }
  if (paidBefore) needs.push(paidBefore.id)
  else if (terms.dueNowMinor > 0 && !isPaidElsewhere) {
    const may = mayWithoutCore(desk)
    if (!may.ok) return may
    const paid = judgePayment(facts.fields.payNow, terms)
    if (!paid.ok) return paid
    const payment = { ...ids, amountMinor: terms.dueNowMinor, currency: terms.currency, paid: paid.value }
    const paymentId = desk.drafts.idFor(caseId, 'payment')
    const recorded = work.write('payment.recordPayment', { paymentId, ...payment }, { needs: [...needs] })
    if (!recorded.ok) return recorded
    needs.push(recorded.value)
  }
  const waitsForDecision = facts.commands.some(
    (item) => item.type === 'order.submitOrder' && isUnresolved(item) && item.state === 'conflict',
  )
  if (!facts.order && !waitsForDecision && !standing(facts, 'order.submitOrder')) {
    const { planId, addOnIds, msisdn, sim } = terms
    const order = {
      orderId: desk.drafts.idFor(caseId, 'order'),
      productId: desk.drafts.idFor(caseId, 'product'),
      ...ids,
      planId,
      addOnIds,
      msisdn,
      sim,
      iccid: null,
      line: lineOf(facts),
    }
    const submitted = work.write('order.submitOrder', order, { needs })
    if (!submitted.ok) return submitted
  }
  return work.save()
})

/** Who has the line in hand and who pays: the company of a branch where its bills go there. */
function lineOf({ fields: { reason }, company }: CaseFacts): NonNullable<CommandBody<'order.submitOrder'>['line']> {
  const isParent = company !== null && company.parent_id !== null && company.bills === 'parent'
  return {
    userName: cutTo(reason.lineUser.trim(), 80),
    payerId: isParent ? company.parent_id : null,
    purchaseOrder: cutTo(reason.purchaseOrder.trim() || (company?.purchase_order ?? ''), 40),
  }
}

type Paid = CommandBody<'payment.recordPayment'>['paid']

/** Judges what was handed over against what is due. */
export function judgePayment(
  payNow: StepFields['payNow'],
  terms: ContractTerms,
): Result<Paid, Refusal<'STEP_INCOMPLETE'>> {
  if (payNow.method === 'terminal') {
    const terminalReference = payNow.terminalReference.trim()
    return terminalReference === ''
      ? incomplete('terminalReference', 'missing.terminalReference')
      : ok({ method: 'terminal', terminalReference })
  }
  const tendered = parseAmount(payNow.tendered, terms.currency)
  if (!tendered.ok) return incomplete('tendered', tendered.error.code, { ...tendered.error.details })
  return tendered.value < terms.dueNowMinor
    ? incomplete('tendered', 'TENDERED_TOO_LITTLE', { dueMinor: terms.dueNowMinor })
    : ok({ method: 'cash', tenderedMinor: tendered.value })
}
