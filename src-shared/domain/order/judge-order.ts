import type { CreditDecisionRow } from '#shared/domain/credit/rows.ts'
import type { ContractTerms } from '#shared/domain/contract/commands.ts'
import type { EvidenceRow } from '#shared/domain/identity/rows.ts'
import type { PaymentRow } from '#shared/domain/payment/rows.ts'
import type { CreditClass, CreditPolicy } from '#shared/domain/catalogue/policies.ts'
import { creditClassSchema, creditClasses } from '#shared/domain/catalogue/policies.ts'
import type { OfferRow } from '#shared/domain/catalogue/rows.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

export interface OrderFacts {
  readonly terms: ContractTerms
  readonly plan: OfferRow
  readonly evidence: EvidenceRow | null
  readonly decision: CreditDecisionRow | null
  readonly payment: PaymentRow | null
  readonly linesInForce: number
  /** What a company with all its branches may spend a month (null: as its class allows) and spends; null for others. */
  readonly companyLimit: { readonly limitMinor: number | null; readonly usedMinor: number } | null
  readonly creditPolicy: CreditPolicy
}

export type OrderRefusal =
  | 'IDENTITY_MISSING'
  | 'IDENTITY_REFERRED'
  | 'IDENTITY_REFUSED'
  | 'CREDIT_MISSING'
  | 'CREDIT_CLASS_TOO_LOW'
  | 'CREDIT_LINES_EXCEEDED'
  | 'COMPANY_LIMIT_EXCEEDED'
  | 'PAYMENT_MISSING'
  | 'DEPOSIT_DIFFERS'

/**
 * Whether a signed order may be activated: identity valid, credit (post-paid only) in a class that allows the offer,
 * another line within the class, what was due paid, and the deposit kept not less than the class asks. The desk asks to
 * show what is missing; the core asks again and wins.
 */
export function judgeOrder(facts: OrderFacts): Result<true, Refusal<OrderRefusal>> {
  const { evidence, decision, terms, plan } = facts
  if (!evidence) return refuse('IDENTITY_MISSING')
  if (evidence.state === 'referred') return refuse('IDENTITY_REFERRED')
  if (evidence.state === 'refused') return refuse('IDENTITY_REFUSED')
  if (plan.billing === 'postPaid') {
    if (!decision) return refuse('CREDIT_MISSING')
    const creditClass = creditClassSchema.parse(decision.class)
    const allowed = allowedBy(decision, facts.creditPolicy.classes[creditClass])
    if (!allowed.postPaid || isBelow(creditClass, plan.needs_class))
      return refuse('CREDIT_CLASS_TOO_LOW', { class: creditClass })
    const limit = facts.companyLimit ? judgeLimit(facts.companyLimit, decision, terms) : ok(true)
    if (!limit.ok) return limit
    if (!facts.companyLimit && facts.linesInForce >= allowed.lines)
      return refuse('CREDIT_LINES_EXCEEDED', { lines: allowed.lines })
    const deposit = allowed.depositMonths * terms.monthlyMinor
    if (terms.depositMinor < deposit)
      return refuse('DEPOSIT_DIFFERS', { depositMinor: deposit, paidMinor: terms.depositMinor })
  }
  if (terms.dueNowMinor > 0 && (facts.payment?.amount_minor ?? 0) < terms.dueNowMinor) return refuse('PAYMENT_MISSING')
  return ok(true)
}

/** What a company may spend a month: its own limit, else that of its class; what a supervisor opened is never less than before. */
export function companySumOf(decision: CreditDecisionRow, limitMinor: number | null): number {
  const ownMinor = limitMinor ?? decision.spending_limit_minor
  return isOverridden(decision) ? Math.max(ownMinor, decision.spending_limit_minor) : ownMinor
}

/** What the class allows, and where a supervisor opened more lines, those. */
function allowedBy(
  decision: CreditDecisionRow,
  ofClass: CreditPolicy['classes'][CreditClass],
): CreditPolicy['classes'][CreditClass] {
  return isOverridden(decision) ? { ...ofClass, lines: Math.max(ofClass.lines, decision.lines) } : ofClass
}

function isOverridden({ overridden_by: by }: CreditDecisionRow): boolean {
  return by !== ''
}

/** A company is not held to a number of lines but to a sum a month, which its branches share. */
function judgeLimit(
  { limitMinor, usedMinor }: NonNullable<OrderFacts['companyLimit']>,
  decision: CreditDecisionRow,
  terms: ContractTerms,
): Result<true, Refusal<'COMPANY_LIMIT_EXCEEDED'>> {
  const allowedMinor = companySumOf(decision, limitMinor)
  return usedMinor + terms.monthlyMinor > allowedMinor
    ? refuse('COMPANY_LIMIT_EXCEEDED', { limitMinor: allowedMinor, usedMinor })
    : ok(true)
}

function isBelow(creditClass: CreditClass, needed: string): boolean {
  return needed !== '' && creditClasses.indexOf(creditClass) > creditClasses.findIndex((one) => one === needed)
}
