import { z } from 'zod'
import { judgePlan } from '#shared/domain/rating/judge-plan.ts'
import type { CompiledPlan } from '#shared/domain/rating/compile-plan.ts'
import { compilePlan } from '#shared/domain/rating/compile-plan.ts'
import { ratePlanSchema } from '#shared/domain/rating/plan.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok } from '#shared/kernel/result.ts'
import { readResource } from '../kit/resource.ts'

const rulesSchema = z.object({
  /** Days from a bill's date until it is to be paid. */
  dueDays: z.int().min(0).max(120),
  /** What desks hold of bills (docs/adr/0046). */
  onDesk: z.object({
    /** So many bills of each payer, the last ones. */
    bills: z.int().min(1).max(60),
    /** Usage records of so many of them. */
    usageBills: z.int().min(0).max(12),
    /** In a core of more payers than this, only records that cost something or go beyond fair use. */
    freeUsageUpToPayers: z.int().min(0),
  }),
  /** The plan that prices the usage of an offer; `*` all others. An offer sold in several currencies has a plan for each. */
  plans: z.array(z.object({ offers: z.array(z.string()), plan: ratePlanSchema })).min(1),
})

/** What desks hold of bills. */
export type OnDesk = z.infer<typeof rulesSchema>['onDesk']

/** How usage is priced and when bills are due. */
export interface BillingRules {
  readonly dueDays: number
  readonly onDesk: OnDesk
  /**
   * The plan of an offer, in a currency: its own, else that of all others. Where neither has one in it, and where none is
   * asked for, the first there is: what it prices waits. Throws when there is none at all: the rules are broken.
   */
  readonly planOf: (offerId: string, currency?: string) => CompiledPlan
}

/** Rules from their JSON, each plan judged: refused with what is wrong in the first bad one. Throws on another shape. */
export function billingRulesFrom(json: unknown): Result<BillingRules, Refusal> {
  const { dueDays, onDesk, plans } = rulesSchema.parse(json)
  const compiled = new Map<string, CompiledPlan[]>()
  for (const { offers, plan } of plans) {
    const judged = judgePlan(plan)
    if (!judged.ok) return judged
    const ready = compilePlan(plan)
    for (const offer of offers) compiled.set(offer, [...(compiled.get(offer) ?? []), ready])
  }
  return ok({
    dueDays,
    onDesk,
    planOf: (offerId, currency) => {
      const all = [...(compiled.get(offerId) ?? []), ...(compiled.get('*') ?? [])]
      const plan = all.find((one) => one.plan.currency === currency) ?? all[0]
      if (!plan) throw new Error(`no rate plan for offer ${offerId}`)
      return plan
    },
  })
}

let rulesOfFile: Result<BillingRules, Refusal> | undefined

/** The rules of `resources/rating.json`, read once. */
export function billingRules(): Result<BillingRules, Refusal> {
  rulesOfFile ??= billingRulesFrom(JSON.parse(readResource('rating.json')))
  return rulesOfFile
}
