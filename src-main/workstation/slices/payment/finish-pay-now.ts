import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { CommandBody } from '#shared/contract/commands.ts'
import type { ContractTerms } from '#shared/domain/contract/commands.ts'
import type { StepFields } from '#shared/domain/interaction/steps.ts'
import type { NextBillFacts } from '#shared/domain/payment/payment-rules.ts'
import { judgeNextBill } from '#shared/domain/payment/payment-rules.ts'
import { parseAmount } from '#shared/kernel/parse-amount.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok } from '#shared/kernel/result.ts'
import { cutTo } from '#shared/kernel/text-field.ts'
import { beginStep, incomplete, standing } from '#main/workstation/sale/finish-step.ts'
import { mayWithoutCore } from '#main/workstation/sale/may-without-core.ts'
import type { CaseFacts } from '#main/workstation/sale/read-case.ts'
import { askDonor } from '#main/workstation/sale/port-in.ts'
import { isUnresolved } from '#main/workstation/sale/marks.ts'
import { nextBillFactsOf } from '#main/workstation/sale/next-bill.ts'
import { openShift } from '#main/workstation/sale/drawer.ts'

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
    const judged = judgePayment(facts.fields.payNow, { terms, facts: nextBillFactsOf(facts, terms, work.policies) })
    if (!judged.ok) return judged
    const { paid, topUpMinor } = judged.value
    const payment = {
      ...ids,
      amountMinor: terms.dueNowMinor + topUpMinor,
      currency: terms.currency,
      paid,
      topUpMinor,
      shiftId: paid.method === 'cash' ? (openShift(desk)?.id ?? null) : null,
    }
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
    const asked = askDonor(work, { ...ids, productId: order.productId, orderCommand: submitted.value })
    if (asked && !asked.ok) return asked
  }
  return work.save()
})

/** Who has the line in hand and who pays: the company of a branch where its bills go there, or whoever agreed to. */
function lineOf({ fields: { reason }, company }: CaseFacts): NonNullable<CommandBody<'order.submitOrder'>['line']> {
  const isParent = company !== null && company.parent_id !== null && company.bills === 'parent'
  return {
    userName: cutTo(reason.lineUser.trim(), 80),
    payerId: isParent ? company.parent_id : company === null && reason.paidBy === 'other' ? reason.payerId : null,
    purchaseOrder: cutTo(reason.purchaseOrder.trim() || (company?.purchase_order ?? ''), 40),
  }
}

type Paid = CommandBody<'payment.recordPayment'>['paid']

/** Judges what was handed over against what is due, with the credit a pre-paid line is to have beyond it. */
export function judgePayment(
  payNow: StepFields['payNow'],
  due: { readonly terms: ContractTerms; readonly facts: NextBillFacts },
): Result<{ readonly paid: Paid; readonly topUpMinor: number }, Refusal<'STEP_INCOMPLETE'>> {
  const { terms, facts } = due
  const topUp = facts.isPostPaid || payNow.topUp.trim() === '' ? ok(0) : parseAmount(payNow.topUp, terms.currency)
  if (!topUp.ok) return incomplete('topUp', topUp.error.code, { ...topUp.error.details })
  const topUpMinor = topUp.value
  if (payNow.method === 'nextBill') {
    const may = judgeNextBill(facts)
    return may.ok ? ok({ paid: { method: 'nextBill' }, topUpMinor: 0 }) : incomplete('method', may.error.code)
  }
  if (payNow.method === 'terminal') {
    const terminalReference = payNow.terminalReference.trim()
    return terminalReference === ''
      ? incomplete('terminalReference', 'missing.terminalReference')
      : ok({ paid: { method: 'terminal', terminalReference }, topUpMinor })
  }
  const tendered = parseAmount(payNow.tendered, terms.currency)
  if (!tendered.ok) return incomplete('tendered', tendered.error.code, { ...tendered.error.details })
  const dueMinor = terms.dueNowMinor + topUpMinor
  return tendered.value < dueMinor
    ? incomplete('tendered', 'TENDERED_TOO_LITTLE', { dueMinor })
    : ok({ paid: { method: 'cash', tenderedMinor: tendered.value }, topUpMinor })
}
