import type { CreditClass, CreditPolicy } from '#shared/domain/catalogue/policies.ts'
import { creditClasses } from '#shared/domain/catalogue/policies.ts'
import type { CreditReason } from './commands.ts'

/** What a class is decided from. Amounts in minor units of the market's currency. */
export interface CreditFacts {
  readonly bureau:
    | {
        readonly kind: 'record'
        readonly paidOnTime: number
        readonly paidLate: number
        readonly openDebtMinor: number
        readonly insolvencies: number
      }
    | { readonly kind: 'unknown' }
    | { readonly kind: 'silent' }
  readonly own: { readonly paidOnTime: number; readonly arrearsMinor: number }
  readonly incomeMinor: number | null
  readonly monthlyMinor: number
}

/**
 * Class A to E with its reasons (product.md, Credit): insolvency or debt with other operators gives E or D, own arrears
 * at best D; a good record A, a fair one B, none C; income lifts a class without A or B by one. The bureau's silence is
 * never good news: C, to be looked at by a person.
 */
export function decideClass(
  facts: CreditFacts,
  policy: CreditPolicy,
): { readonly class: CreditClass; readonly reasons: readonly CreditReason[] } {
  const { own } = facts
  const base = fromHistory(facts, policy.history)
  // what is owed to us is heard beside the bureau, never instead of it, and no income makes up for it
  if (own.arrearsMinor > 0) return base.class === 'E' ? base : { class: 'D', reasons: ['OWN_ARREARS'] }
  if (base.class === 'A' || base.class === 'B' || base.class === 'E') return base
  if (facts.incomeMinor === null) return { class: base.class, reasons: [...base.reasons, 'INCOME_NOT_GIVEN'] }
  if (facts.incomeMinor < facts.monthlyMinor * policy.incomeTimesMonthly) return base
  return {
    class: creditClasses[creditClasses.indexOf(base.class) - 1] ?? base.class,
    reasons: [...base.reasons, 'INCOME_LIFTS'],
  }
}

/** Deposit, limit, lines and whether post-paid is allowed for a class, from the policy. */
export function termsOf(creditClass: CreditClass, policy: CreditPolicy): CreditPolicy['classes'][CreditClass] {
  return policy.classes[creditClass]
}

function fromHistory(
  { bureau, own }: CreditFacts,
  rules: CreditPolicy['history'],
): { readonly class: CreditClass; readonly reasons: readonly CreditReason[] } {
  if (bureau.kind === 'silent') return { class: 'C', reasons: ['BUREAU_SILENT'] }
  if (bureau.kind === 'unknown')
    return own.paidOnTime >= rules.ownMinPayments
      ? { class: 'B', reasons: ['PAID_ON_TIME'] }
      : { class: 'C', reasons: ['NO_HISTORY'] }
  if (bureau.insolvencies > 0) return { class: 'E', reasons: ['INSOLVENCY'] }
  if (bureau.openDebtMinor > rules.refusedDebtMinor) return { class: 'E', reasons: ['OPEN_DEBT', 'BUREAU_WEAK'] }
  if (bureau.openDebtMinor > 0) return { class: 'D', reasons: ['OPEN_DEBT'] }
  const known = bureau.paidOnTime + bureau.paidLate
  if (known === 0) return { class: 'C', reasons: ['NO_HISTORY'] }
  const isLateAtMost = (percent: number): boolean => bureau.paidLate * 100 <= known * percent
  if (known >= rules.goodMinPayments && isLateAtMost(rules.goodLatePercent))
    return { class: 'A', reasons: ['BUREAU_GOOD'] }
  if (isLateAtMost(rules.fairLatePercent)) return { class: 'B', reasons: ['BUREAU_FAIR'] }
  return { class: 'C', reasons: ['BUREAU_WEAK'] }
}
