import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { Desk } from '#main/workstation/desk.ts'
import { termsOf } from '#shared/domain/credit/class-rules.ts'
import { needsCredit } from '#shared/domain/interaction/sale.ts'
import { addDays } from '#shared/kernel/date.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { parseAmount } from '#shared/kernel/parse-amount.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { caseOfCommand } from '#main/workstation/sale/case-of-command.ts'
import { beginStep, incomplete } from '#main/workstation/sale/finish-step.ts'
import { mayWithoutCore } from '#main/workstation/sale/may-without-core.ts'

/**
 * Finishes Credit: asks the core for a class. Until it answers the desk goes by the policy's offline class; without the
 * core, no more such decisions than policy and lease let one desk hold, and none once the lease has ended.
 */
export const finishCredit = defineDeskHandler('credit.finishCredit', (desk, { caseId }) => {
  const begun = beginStep(desk, caseId, 'credit')
  if (!begun.ok) return begun
  const work = begun.value
  const { facts, policies, today } = work
  if (work.isUnchanged) return ok({})
  if (!needsCredit(facts)) return work.save()
  if (!facts.customer) return incomplete('customerId', 'missing.customer', { step: 'reason' })
  if (!facts.plan || !facts.quote) return incomplete('planId', 'missing.plan', { step: 'offer' })
  if (!facts.evidence) return incomplete('line1', 'missing.identity', { step: 'identity' })
  if (!facts.fields.reason.bureau) return refuse('CONSENT_MISSING', { step: 'reason', field: 'bureau' })
  const { currency } = policies.market
  const typed = facts.fields.credit.income
  const income = typed.trim() === '' ? ok(null) : parseAmount(typed, currency)
  if (!income.ok) return incomplete('income', income.error.code, { ...income.error.details })
  const { offline } = policies.credit
  const may = mayWithoutCore(desk)
  if (!may.ok) return may
  const lease = desk.lease()
  const max = Math.min(offline.maxPending, lease.kind === 'valid' ? lease.pendingCredit : offline.maxPending)
  if (!desk.isOnline() && pendingElsewhere(desk, caseId) >= max) return refuse('OFFLINE_CAP_REACHED', { max })
  const terms = termsOf(offline.class, policies.credit)
  const request = {
    caseId,
    customerId: facts.customer.id,
    monthlyMinor: facts.quote.monthlyMinor,
    currency,
    incomeMinor: income.value,
    bureauConsent: true as const,
    provisional: {
      class: offline.class,
      depositMonths: terms.depositMonths,
      spendingLimitMinor: terms.spendingLimitMinor,
      lines: terms.lines,
      validUntil: addDays(today, policies.credit.validDays),
    },
  }
  const asked = work.write('credit.requestDecision', { decisionId: work.idFor('decision', request), ...request })
  return asked.ok ? work.save() : asked
})

/** Other cases on this desk whose class the core has still to decide. */
function pendingElsewhere(desk: Desk, caseId: Id): number {
  const cases = desk.outbox
    .unsent()
    .flatMap((item) => (item.type === 'credit.requestDecision' ? [caseOfCommand(item)] : []))
  return new Set(cases.filter((id) => id !== caseId)).size
}
