import type { CreditPolicy } from '#shared/domain/catalogue/policies.ts'
import { creditClassSchema } from '#shared/domain/catalogue/policies.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

export const nextBillRefusals = ['NEXT_BILL_NO_BILL', 'NEXT_BILL_DEPOSIT', 'NEXT_BILL_CLASS'] as const
export type NextBillRefusal = (typeof nextBillRefusals)[number]

export interface NextBillFacts {
  readonly isPostPaid: boolean
  readonly depositMinor: number
  /** The decision the order stands on; null where there is none. */
  readonly decision: { readonly class: string; readonly state: string } | null
  readonly creditPolicy: CreditPolicy
}

/**
 * Whether what is due may be put on the next bill (product.md, Pay now): bills come, no deposit is asked, and the class the
 * core gave allows it. A class given on the desk alone never does.
 */
export function judgeNextBill(facts: NextBillFacts): Result<true, Refusal<NextBillRefusal>> {
  if (!facts.isPostPaid) return refuse('NEXT_BILL_NO_BILL')
  if (facts.depositMinor > 0) return refuse('NEXT_BILL_DEPOSIT')
  const creditClass = creditClassSchema.safeParse(facts.decision?.class)
  const isAllowed = creditClass.success && facts.creditPolicy.classes[creditClass.data].nextBill
  return isAllowed && facts.decision?.state === 'final' ? ok(true) : refuse('NEXT_BILL_CLASS')
}
