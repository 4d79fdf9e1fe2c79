import type { CreditClass, CreditPolicy } from '#shared/domain/catalogue/policies.ts'
import { creditClassSchema } from '#shared/domain/catalogue/policies.ts'
import { termsOf } from './class-rules.ts'
import type { CreditDecisionRow } from './rows.ts'

/** What is in use of the limits. Sums in minor units a month. */
export interface LimitFacts {
  readonly linesInForce: number
  /** What a company with its branches may spend and spends; null for who is no company. */
  readonly company: { readonly limitMinor: number | null; readonly usedMinor: number } | null
  /** What the case would add, once it is signed. */
  readonly monthlyMinor: number
}

type Decided = Pick<CreditDecisionRow, 'class' | 'lines' | 'spending_limit_minor'>

/** Whether there is something to override: a class the policy lets lift, or a limit that is reached. */
export function mayOverride(decision: Decided, facts: LimitFacts, policy: CreditPolicy): boolean {
  return isLiftable(decision, policy) || isLimitReached(decision, facts, policy)
}

/** Whether the class is one that a supervisor may lift. */
export function isLiftable(decision: Pick<Decided, 'class'>, { override }: Pick<CreditPolicy, 'override'>): boolean {
  return override.fromClasses.some((one) => one === decision.class)
}

function isLimitReached(
  decision: Decided,
  { linesInForce, company, monthlyMinor }: LimitFacts,
  policy: CreditPolicy,
): boolean {
  if (!company) return linesInForce >= Math.max(decision.lines, termsOf(classOf(decision), policy).lines)
  return company.usedMinor + monthlyMinor > (company.limitMinor ?? decision.spending_limit_minor)
}

/** What holds instead: the class the policy lifts to, room for the lines it opens, and for a company the sum of this case. */
export function overriddenTerms(
  decision: Decided,
  { linesInForce, company, monthlyMinor }: LimitFacts,
  policy: CreditPolicy,
): {
  readonly class: CreditClass
  readonly depositMonths: number
  readonly spendingLimitMinor: number
  readonly lines: number
} {
  const { override } = policy
  const lifted = isLiftable(decision, policy) ? override.toClass : classOf(decision)
  const terms = termsOf(lifted, policy)
  return {
    class: lifted,
    depositMonths: terms.depositMonths,
    spendingLimitMinor: Math.max(
      terms.spendingLimitMinor,
      decision.spending_limit_minor,
      company ? company.usedMinor + monthlyMinor : 0,
    ),
    lines: Math.max(terms.lines, linesInForce + override.moreLines),
  }
}

function classOf({ class: name }: Pick<Decided, 'class'>): CreditClass {
  return creditClassSchema.parse(name)
}
