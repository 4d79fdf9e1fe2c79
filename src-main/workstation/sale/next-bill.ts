import type { Policies } from '#shared/domain/catalogue/policies.ts'
import type { ContractTerms } from '#shared/domain/contract/commands.ts'
import type { NextBillFacts } from '#shared/domain/payment/payment-rules.ts'
import type { CaseFacts } from './read-case.ts'

/** What it is judged by whether the sum due may go on the next bill. */
export function nextBillFactsOf(
  facts: Pick<CaseFacts, 'plan' | 'decision' | 'quote'>,
  terms: ContractTerms | null,
  policies: Pick<Policies, 'credit'>,
): NextBillFacts {
  return {
    isPostPaid: facts.plan?.billing !== 'prePaid',
    depositMinor: terms?.depositMinor ?? facts.quote?.depositMinor ?? 0,
    decision: facts.decision?.row ?? null,
    creditPolicy: policies.credit,
  }
}
