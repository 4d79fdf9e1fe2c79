import { z } from 'zod'
import { roleSchema } from '#shared/domain/staff/roles.ts'
import { currencySchema } from '#shared/kernel/money.ts'
import {
  type AuthorityPolicy,
  authorityPolicySchema,
  type DisputePolicy,
  disputePolicySchema,
} from './authority-policy.ts'

/**
 * The operator as the one who sells (EN 16931, BG-4): what a bill has to say of it, and where its customers pay. Without an
 * account (`iban`) a bill names none; `bic` only where banks still ask for one.
 */
export const sellerSchema = z.object({
  name: z.string().min(1).max(70),
  street: z.string(),
  postalCode: z.string(),
  town: z.string(),
  country: z.string().length(2),
  registerNumber: z.string(),
  vatNumber: z
    .string()
    .regex(/^[A-Z]{2}/)
    .nullable(),
  iban: z
    .string()
    .regex(/^[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}$/)
    .nullable(),
  bic: z
    .string()
    .regex(/^[A-Z0-9]{8}([A-Z0-9]{3})?$/)
    .nullable(),
  email: z.string(),
  phone: z.string(),
})
export type Seller = z.infer<typeof sellerSchema>

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
  /** On bills; a market without it makes bills and cannot put them on paper. */
  seller: sellerSchema.optional(),
})
export type MarketPolicy = z.infer<typeof marketPolicySchema>

/** Where a market says nothing: a long weekend. */
export const standardLeaseHours = 72

export const creditClasses = ['A', 'B', 'C', 'D', 'E'] as const
export const creditClassSchema = z.enum(creditClasses)
export type CreditClass = z.infer<typeof creditClassSchema>

/** Who may decide otherwise than the class or its limits say, and how far: authority as data (product.md, Credit). */
export const overridePolicySchema = z.object({
  roles: z.array(roleSchema).default(['supervisor', 'manager']),
  /** Classes that may be lifted, and to which one. */
  fromClasses: z.array(creditClassSchema).default(['D', 'E']),
  toClass: creditClassSchema.default('C'),
  /** Lines beyond those in force that an override opens. */
  moreLines: z.int().min(1).default(1),
  /** Nobody overrides in a case they opened: another one decides. */
  byAnother: z.boolean().default(true),
})
export type OverridePolicy = z.infer<typeof overridePolicySchema>

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
  override: overridePolicySchema.prefault({}),
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
  /** How long a number is held for a case that has not ordered yet. */
  numberHoldMinutes: z.int().min(1).default(30),
  /** A desk away for longer gives its block back. */
  blockKeptDays: z.int().min(1).default(7),
  /** By when a reported trouble is to be solved, by its kind; pauses do not count. */
  ticketMinutes: z
    .object({ network: z.int().min(1).default(480), bill: z.int().min(1).default(2880) })
    .default({ network: 480, bill: 2880 }),
  /** Contracts accepted by phone: days of withdrawal, and how long and how often a one-time code may be tried. */
  signing: z
    .object({
      withdrawalDays: z.int().min(14).default(14),
      codeMinutes: z.int().min(1).default(15),
      codeTries: z.int().min(1).default(5),
    })
    .default({ withdrawalDays: 14, codeMinutes: 15, codeTries: 5 }),
})
export type WorkPolicy = z.infer<typeof workPolicySchema>

/** What a caller may be asked. The answer is typed by the agent; what is expected is never shown. */
export const callerQuestions = ['birthDate', 'document', 'address', 'lastPayment', 'securityWord'] as const
export const callerQuestionSchema = z.enum(callerQuestions)
export type CallerQuestion = z.infer<typeof callerQuestionSchema>

const levelRule = z.object({
  /** What may be asked for this level. */
  ask: z.array(callerQuestionSchema),
  /** So many of them answered rightly give the level. */
  matches: z.int().min(1),
})

/** Verification of a caller (product.md): what each level asks, and what happens after wrong answers. */
export const verificationPolicySchema = z.object({
  levels: z.object({ 1: levelRule, 2: levelRule, 3: levelRule }).default({
    1: { ask: ['birthDate', 'address', 'document', 'lastPayment', 'securityWord'], matches: 1 },
    2: { ask: ['birthDate', 'address', 'document', 'lastPayment', 'securityWord'], matches: 2 },
    3: { ask: ['document', 'lastPayment', 'securityWord'], matches: 2 },
  }),
  /** So many wrong answers, over all desks, lock for so long or until a supervisor unlocks. */
  failuresToLock: z.int().min(1).default(3),
  lockMinutes: z.int().min(1).default(30),
  /** Wrong answers older than this count no more. */
  failuresKeptMinutes: z.int().min(1).default(1440),
  /** A level lasts for the contact, and never longer than this. */
  lastsMinutes: z.int().min(1).default(60),
})
export type VerificationPolicy = z.infer<typeof verificationPolicySchema>

export const policySchemas = {
  market: marketPolicySchema,
  credit: creditPolicySchema,
  identity: identityPolicySchema,
  work: workPolicySchema,
  verification: verificationPolicySchema,
  authority: authorityPolicySchema,
  disputes: disputePolicySchema,
} as const

export interface Policies {
  readonly market: MarketPolicy
  readonly credit: CreditPolicy
  readonly identity: IdentityPolicy
  readonly work: WorkPolicy
  readonly verification: VerificationPolicy
  readonly authority: AuthorityPolicy
  readonly disputes: DisputePolicy
}
