import { z } from 'zod'
import { billIdSchema } from '#shared/domain/bill/core-contract.ts'
import { serving, supervising } from '#shared/domain/staff/roles.ts'
import type { CommandMeta } from '#shared/kernel/command.ts'
import { defineCommand } from '#shared/kernel/command.ts'
import { isoDateSchema } from '#shared/kernel/date.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { currencySchema } from '#shared/kernel/money.ts'
import { filledLine, lines } from '#shared/kernel/text-field.ts'
import { answerCredit, askBackCredit } from './ask-back.ts'
import { adjustmentTable, delegationTable, partsSchema } from './rows.ts'

const noSignature = { proposed_by: '', proposed_name: '', proposed_role: '' }
const notDecided = {
  decided_by: '',
  decided_name: '',
  authority_of: '',
  decided_at: null,
  decided_on: '',
  decision_note: '',
  document_id: null,
}

/** Columns of what nobody took back. */
export const notReversed = { reversed_by: '', reversed_name: '', reversed_at: null, reversal_note: '' }

/** Columns of what nobody asked back about. */
export const notAskedBack = { question: '', question_by: '', answer: '', waiting_since: null }

/** What a request for money says, whoever decides it. */
export const creditBody = z.object({
  adjustmentId: idSchema,
  reference: filledLine(24),
  customerId: idSchema,
  billId: billIdSchema,
  caseId: idSchema.nullable(),
  /** The call it is asked for in; the core judges who called by it. */
  contactId: idSchema.nullable().exactOptional(),
  /** In the bill's own pricing: with tax inside where its prices have it. */
  askedMinor: z.int().min(1),
  /** What the customer gets by that, tax inside (`creditParts`), as they were told: another sum is never given silently. */
  amountMinor: z.int().min(1),
  currency: currencySchema,
  /** How much of which line; [] shares it over the bill. */
  lines: partsSchema,
  reason: filledLine(40),
  note: lines(500),
  /** Within the grant of this lease, as the desk saw it while the core was away; null leaves it to the core. */
  grantId: idSchema.nullable(),
})
export type CreditBody = z.infer<typeof creditBody>

/**
 * Gives a customer money back, or asks for it: within the authority of who enters it, it is applied at once; above it
 * waits for somebody who may (`pendingApproval`). Under a grant the desk shows it as given; the core judges again.
 */
export const giveCredit = defineCommand({
  version: 1,
  body: creditBody,
  roles: serving,
  refusals: [
    'BILL_UNKNOWN',
    'BILL_CREDITED',
    'LINE_UNKNOWN',
    'CREDIT_TOO_MUCH',
    'CREDIT_AMOUNT',
    'CREDIT_CURRENCY',
    'AMOUNT_DIFFERS',
    'REASON_UNKNOWN',
    'CALLER_NOT_VERIFIED',
    'ADJUSTMENT_EXISTS',
  ],
  touches: (body) => [
    `customer:${body.customerId}`,
    `bill:${body.billId}`,
    ...(body.caseId === null ? [] : [`case:${body.caseId}`]),
  ],
  predict: (body, meta) => [adjustmentTable.change(body.adjustmentId, askedRow(body, meta))],
})

/** The row of a request as whoever enters it leaves it. */
export function askedRow(body: CreditBody, meta: Pick<CommandMeta, 'scope' | 'actorId' | 'actorName' | 'capturedAt'>) {
  return {
    scope: meta.scope,
    version: 0,
    reference: body.reference,
    kind: 'credit',
    state: body.grantId === null ? 'requested' : 'approved',
    request: 1,
    customer_id: body.customerId,
    bill_id: body.billId,
    dispute_id: null,
    case_id: body.caseId,
    amount_minor: body.amountMinor,
    asked_minor: body.askedMinor,
    currency: body.currency,
    reason: body.reason,
    note: body.note,
    lines: JSON.stringify(body.lines),
    asked_by: meta.actorId,
    asked_name: meta.actorName,
    asked_role: '',
    asked_at: meta.capturedAt,
    assigned_to: '',
    grant_id: body.grantId,
    ...noSignature,
    ...notDecided,
    ...notReversed,
    ...notAskedBack,
  }
}

/**
 * A charge beside what was ordered: a line of the next bill. `billId` and `lineId` say what it comes from, where it comes
 * from a bill. Unlike a credit it does not wait for somebody: who has not the authority leaves it to somebody who has.
 */
export const chargeBody = z.object({
  adjustmentId: idSchema,
  reference: filledLine(24),
  /** Who pays. */
  customerId: idSchema,
  billId: billIdSchema.nullable(),
  lineId: partsSchema.element.shape.lineId.nullable(),
  caseId: idSchema.nullable(),
  /** In the account's own pricing: with tax inside where its prices have it. */
  askedMinor: z.int().min(1),
  /** What the customer pays by that, tax inside (`chargeMinor`), as they were told. */
  amountMinor: z.int().min(1),
  currency: currencySchema,
  reason: filledLine(40),
  note: lines(500),
})
export type ChargeBody = z.infer<typeof chargeBody>

/** Charges a customer something, within the authority of who enters it. */
export const giveCharge = defineCommand({
  version: 1,
  body: chargeBody,
  roles: serving,
  refusals: [
    'ACCOUNT_UNKNOWN',
    'BILL_UNKNOWN',
    'LINE_UNKNOWN',
    'CREDIT_CURRENCY',
    'AMOUNT_DIFFERS',
    'REASON_UNKNOWN',
    'ADJUSTMENT_EXISTS',
    'NO_AUTHORITY',
    'OWN_HOUSEHOLD',
    'ABOVE_AUTHORITY',
  ],
  touches: (body) => [
    `customer:${body.customerId}`,
    ...(body.billId === null ? [] : [`bill:${body.billId}`]),
    ...(body.caseId === null ? [] : [`case:${body.caseId}`]),
  ],
  predict: (body, meta) => [adjustmentTable.change(body.adjustmentId, chargeRow(body, meta))],
})

/** The row of a charge as whoever enters it leaves it. */
export function chargeRow(body: ChargeBody, meta: Pick<CommandMeta, 'scope' | 'actorId' | 'actorName' | 'capturedAt'>) {
  const { billId, lineId, askedMinor } = body
  const parts = lineId === null ? [] : [{ lineId, amountMinor: askedMinor }]
  return {
    ...askedRow({ ...body, billId: billId ?? '', lines: parts, grantId: null }, meta),
    kind: 'charge',
    // it is refused or booked: it never waits for somebody
    state: 'approved',
  }
}

/**
 * Takes back a credit that was given: the credit note stays, and its sum is a line of the next bill. A charge that no bill
 * holds yet is taken off the next one. By the authority of giving it, and the customer is told why.
 */
export const reverseCredit = defineCommand({
  version: 1,
  body: z.object({ adjustmentId: idSchema, customerId: idSchema, note: lines(500) }),
  roles: serving,
  refusals: [
    'ADJUSTMENT_UNKNOWN',
    'NOT_GIVEN',
    'REVERSED_ALREADY',
    'NOTE_MISSING',
    'CHARGE_BILLED',
    'NO_AUTHORITY',
    'OWN_HOUSEHOLD',
    'ABOVE_AUTHORITY',
    'GIVEN_BY_HIGHER',
  ],
  touches: (body) => [`adjustment:${body.adjustmentId}`, `customer:${body.customerId}`],
  predict: (body, meta) => [
    adjustmentTable.change(body.adjustmentId, {
      state: 'reversed',
      reversed_by: meta.actorId,
      reversed_name: meta.actorName,
      reversed_at: meta.capturedAt,
      reversal_note: body.note,
    }),
  ],
})

const decision = {
  adjustmentId: idSchema,
  customerId: idSchema,
  /** The request that was looked at: a changed or withdrawn one is not decided by it. */
  request: z.int().min(1),
}

/**
 * Decides what somebody asked for: `askedMinor` of it, in the bill's own pricing; 0 rejects. `amountMinor` is what the customer
 * gets by that, tax inside, as the screen said. Above one's own authority it is a signature.
 */
export const decideCredit = defineCommand({
  version: 1,
  body: z.object({ ...decision, askedMinor: z.int().min(0), amountMinor: z.int().min(0), note: lines(500) }),
  roles: ['lead', 'supervisor', 'manager'],
  refusals: [
    'ADJUSTMENT_UNKNOWN',
    'REQUEST_CHANGED',
    'REQUEST_WITHDRAWN',
    'ALREADY_DECIDED',
    'ASKED_BACK',
    'NOTE_MISSING',
    'CREDIT_TOO_MUCH',
    'AMOUNT_DIFFERS',
    'NO_AUTHORITY',
    'APPROVAL_BY_SELF',
    'APPEAL_BY_SELF',
    'OWN_HOUSEHOLD',
    'SIGNED_ALREADY',
  ],
  touches: (body) => [`adjustment:${body.adjustmentId}`, `customer:${body.customerId}`],
  // whoever decides may be above or below: nothing is shown before the core says which
  predict: () => [],
})

/** Takes a request back while nobody has decided it. */
export const withdrawCredit = defineCommand({
  version: 1,
  body: z.object({ adjustmentId: idSchema, customerId: idSchema }),
  roles: serving,
  refusals: ['ADJUSTMENT_UNKNOWN', 'ALREADY_DECIDED', 'NOT_YOURS'],
  touches: (body) => [`adjustment:${body.adjustmentId}`, `customer:${body.customerId}`],
  predict: (body) => [adjustmentTable.change(body.adjustmentId, { state: 'withdrawn', waiting_since: null })],
})

/** Gives a credit that somebody asked for to a colleague to decide. */
export const reassignCredit = defineCommand({
  version: 1,
  body: z.object({ adjustmentId: idSchema, customerId: idSchema, toId: idSchema }),
  roles: ['lead', 'supervisor', 'manager'],
  refusals: ['ADJUSTMENT_UNKNOWN', 'REQUEST_WITHDRAWN', 'ALREADY_DECIDED', 'COLLEAGUE_UNKNOWN'],
  touches: (body) => [`adjustment:${body.adjustmentId}`, `customer:${body.customerId}`],
  predict: (body) => [adjustmentTable.change(body.adjustmentId, { assigned_to: body.toId })],
})

/** Hands one's authority to a colleague for an absence, first and last day included. */
export const delegateAuthority = defineCommand({
  version: 1,
  body: z.object({ delegationId: idSchema, toId: idSchema, firstDay: isoDateSchema, lastDay: isoDateSchema }),
  roles: ['lead', 'supervisor', 'manager'],
  refusals: ['COLLEAGUE_UNKNOWN', 'DELEGATION_DATES'],
  touches: (body) => [`delegation:${body.delegationId}`],
  predict: () => [],
})

/** Takes a delegation back before its last day. */
export const endDelegation = defineCommand({
  version: 1,
  body: z.object({ delegationId: idSchema }),
  roles: ['lead', ...supervising],
  refusals: ['DELEGATION_UNKNOWN', 'DELEGATION_NOT_YOURS'],
  touches: (body) => [`delegation:${body.delegationId}`],
  predict: (body, meta) => [delegationTable.change(body.delegationId, { ended_at: meta.capturedAt })],
})

export const adjustmentCommands = {
  'adjustment.giveCredit': giveCredit,
  'adjustment.decideCredit': decideCredit,
  'adjustment.withdrawCredit': withdrawCredit,
  'adjustment.reassignCredit': reassignCredit,
  'adjustment.askBack': askBackCredit,
  'adjustment.answer': answerCredit,
  'adjustment.reverseCredit': reverseCredit,
  'adjustment.giveCharge': giveCharge,
  'adjustment.delegateAuthority': delegateAuthority,
  'adjustment.endDelegation': endDelegation,
} as const
