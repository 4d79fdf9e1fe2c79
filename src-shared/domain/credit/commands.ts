import { z } from 'zod'
import { defineCommand } from '#shared/kernel/command.ts'
import { isoDateSchema } from '#shared/kernel/date.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { filledLine } from '#shared/kernel/text-field.ts'
import { creditClassSchema } from '#shared/domain/catalogue/policies.ts'
import { serving } from '#shared/domain/staff/roles.ts'
import { creditDecisionTable } from './rows.ts'

/** Codes of reasons behind a class; each is a sentence in text/ (`credit.reason.CODE`). */
export const creditReasons = [
  'PAID_ON_TIME',
  'NO_HISTORY',
  'BUREAU_GOOD',
  'BUREAU_FAIR',
  'BUREAU_WEAK',
  'OPEN_DEBT',
  'INSOLVENCY',
  'INCOME_LIFTS',
  'INCOME_NOT_GIVEN',
  'OWN_ARREARS',
  'BUREAU_SILENT',
  'DECIDED_ON_DESK',
  'OVERRIDDEN',
] as const
export type CreditReason = (typeof creditReasons)[number]

/**
 * Asks the core for a class. The provisional terms are what the desk shows and signs under while the core is away;
 * the core's own decision replaces them.
 */
export const requestDecision = defineCommand({
  version: 1,
  body: z.object({
    decisionId: idSchema,
    caseId: idSchema,
    customerId: idSchema,
    monthlyMinor: z.int().min(0),
    currency: z.string().length(3),
    incomeMinor: z.int().min(0).nullable(),
    bureauConsent: z.literal(true),
    provisional: z.object({
      class: creditClassSchema,
      depositMonths: z.int().min(0),
      spendingLimitMinor: z.int().min(0),
      lines: z.int().min(0),
      validUntil: isoDateSchema,
    }),
  }),
  roles: serving,
  refusals: ['CUSTOMER_UNKNOWN', 'IDENTITY_MISSING'],
  touches: (body) => [`customer:${body.customerId}`, `case:${body.caseId}`],
  predict: (body, meta) => [
    creditDecisionTable.change(body.decisionId, {
      scope: meta.scope,
      version: 0,
      customer_id: body.customerId,
      case_id: body.caseId,
      class: body.provisional.class,
      state: 'provisional',
      reasons: JSON.stringify(['DECIDED_ON_DESK']),
      deposit_months: body.provisional.depositMonths,
      spending_limit_minor: body.provisional.spendingLimitMinor,
      lines: body.provisional.lines,
      currency: body.currency,
      decided_at: meta.capturedAt,
      valid_until: body.provisional.validUntil,
      ...notOverridden,
    }),
  ],
})

/**
 * Asks that a class or a limit be overridden, with a reason. Sent by one whom the policy gives the authority it is the
 * decision; sent by anybody else it waits for one (`needsApproval`). `overrideId` is the decision that takes the place of
 * `decisionId`.
 */
export const overrideDecision = defineCommand({
  version: 1,
  body: z.object({
    overrideId: idSchema,
    decisionId: idSchema,
    caseId: idSchema,
    customerId: idSchema,
    reason: filledLine(300),
  }),
  roles: serving,
  refusals: ['CUSTOMER_UNKNOWN', 'CREDIT_MISSING', 'OVERRIDE_NOT_NEEDED'],
  touches: (body) => [`customer:${body.customerId}`, `case:${body.caseId}`],
  // whoever asks does not decide: nothing is shown before the core says who did
  predict: () => [],
})

/** What the columns of an override hold of a decision that is none. */
export const notOverridden = { overridden_by: '', override_reason: '', overrides: null } as const

export const creditCommands = {
  'credit.requestDecision': requestDecision,
  'credit.overrideDecision': overrideDecision,
} as const
