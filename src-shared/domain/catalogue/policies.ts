import { z } from 'zod'
import { currencySchema } from '#shared/kernel/money.ts'

/** Facts of the market a desk works in. */
export const marketPolicySchema = z.object({
  operator: z.string(),
  country: z.string().length(2),
  currency: currencySchema,
  zone: z.string(),
  place: z.string(),
  isDemonstration: z.boolean(),
  specimenDocuments: z.boolean(),
  /** How long a desk may sign, take money and decide credit without the core; see `standardLeaseHours`. */
  leaseHours: z.int().min(1).max(720).optional(),
})
export type MarketPolicy = z.infer<typeof marketPolicySchema>

/** Where a market says nothing: a long weekend. */
export const standardLeaseHours = 72

export const creditClasses = ['A', 'B', 'C', 'D', 'E'] as const
export const creditClassSchema = z.enum(creditClasses)
export type CreditClass = z.infer<typeof creditClassSchema>

/** What each class allows: deposit in monthly fees, spending limit in minor units, lines, post-paid, what is due put on the next bill. */
export const creditPolicySchema = z.object({
  classes: z.record(
    creditClassSchema,
    z.object({
      depositMonths: z.int().min(0),
      spendingLimitMinor: z.int().min(0),
      lines: z.int().min(0),
      postPaid: z.boolean(),
      nextBill: z.boolean().default(false),
    }),
  ),
  /** Class given on the desk while the core cannot be asked, and how many such decisions a desk may hold. */
  offline: z.object({ class: creditClassSchema, maxPending: z.int() }),
  /** Without A or B, income at least this many times the monthly fee lifts the class by one. */
  incomeTimesMonthly: z.int().min(1),
  validDays: z.int().min(1),
  /** How history is read: debt elsewhere that refuses, and the share of late payments a good or fair record may have. */
  history: z.object({
    refusedDebtMinor: z.int().min(0),
    goodMinPayments: z.int().min(1),
    goodLatePercent: z.int().min(0).max(100),
    fairLatePercent: z.int().min(0).max(100),
    ownMinPayments: z.int().min(1),
  }),
})
export type CreditPolicy = z.infer<typeof creditPolicySchema>

export const identityPolicySchema = z.object({
  minimumAge: z.int(),
  addressProofMaxAgeDays: z.int(),
})
export type IdentityPolicy = z.infer<typeof identityPolicySchema>

/** How work is shared out between desks. A market without such a row has these. */
export const workPolicySchema = z.object({
  /** A refusal nobody touches goes to the team after so long, and is to be decided within so long. */
  decisionKeptMinutes: z.int().min(1).default(30),
  decisionDueMinutes: z.int().min(1).default(240),
  /** Phone numbers and SIM cards each desk holds for itself; at least so much of the free ones stays for all. */
  numberBlock: z.int().min(0).default(20),
  simBlock: z.int().min(0).default(10),
  commonPercent: z.int().min(0).max(100).default(50),
  /** A desk away for longer gives its block back. */
  blockKeptDays: z.int().min(1).default(7),
  /** By when a reported trouble is to be solved, by its kind; pauses do not count. */
  ticketMinutes: z
    .object({ network: z.int().min(1).default(480), bill: z.int().min(1).default(2880) })
    .default({ network: 480, bill: 2880 }),
})
export type WorkPolicy = z.infer<typeof workPolicySchema>

export const policySchemas = {
  market: marketPolicySchema,
  credit: creditPolicySchema,
  identity: identityPolicySchema,
  work: workPolicySchema,
} as const

export interface Policies {
  readonly market: MarketPolicy
  readonly credit: CreditPolicy
  readonly identity: IdentityPolicy
  readonly work: WorkPolicy
}
