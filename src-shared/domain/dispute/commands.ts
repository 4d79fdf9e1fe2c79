import { z } from 'zod'
import { partsSchema } from '#shared/domain/adjustment/rows.ts'
import { billIdSchema } from '#shared/domain/bill/core-contract.ts'
import { languageSchema } from '#shared/domain/customer/prospect.ts'
import { backOffice, serving } from '#shared/domain/staff/roles.ts'
import type { CommandMeta } from '#shared/kernel/command.ts'
import { defineCommand } from '#shared/kernel/command.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { currencySchema } from '#shared/kernel/money.ts'
import { filledLine, lines } from '#shared/kernel/text-field.ts'
import { disputeLineTable, disputeTable, evidenceSchema } from './rows.ts'

const deciding = ['lead', 'supervisor', 'manager'] as const

/** What a customer disputes. The sums are what they claim; how much of a line can be claimed the core knows. */
export const fileBody = z.object({
  disputeId: idSchema,
  reference: filledLine(24),
  customerId: idSchema,
  billId: billIdSchema,
  caseId: idSchema.nullable(),
  /** The call it is said in; the core judges who called by it. */
  contactId: idSchema.nullable().exactOptional(),
  /** The decided dispute that this one appeals. */
  aboutId: idSchema.nullable(),
  reason: filledLine(40),
  currency: currencySchema,
  /** In each line's own pricing, in the order of the bill. */
  lines: partsSchema.min(1),
  /** What they come to for the customer, tax inside (`creditParts`), as they were told. */
  claimedMinor: z.int().min(1),
  words: lines(2000),
  wordsLanguage: languageSchema,
  evidence: evidenceSchema,
  /** The day an answer was promised for (`answerBy`). */
  answerBy: z.string().max(10),
})
export type FileBody = z.infer<typeof fileBody>

/**
 * Disputes lines of a bill. From now on the claimed part is held out of collections. A line that somebody disputes already
 * is a conflict that leads to the first one (sync.md, fault 21).
 */
export const fileDispute = defineCommand({
  version: 1,
  body: fileBody,
  roles: [...serving, 'backOffice'],
  refusals: [
    'DISPUTE_EXISTS',
    'BILL_UNKNOWN',
    'BILL_CREDITED',
    'CALLER_NOT_VERIFIED',
    'LINE_DISPUTED',
    'LINE_DECIDED',
    'LINE_UNKNOWN',
    'CREDIT_TOO_MUCH',
    'CREDIT_AMOUNT',
    'AMOUNT_DIFFERS',
    'APPEAL_UNKNOWN',
    'FILING_TOO_LATE',
    'APPEAL_TOO_LATE',
    'APPEAL_TWICE',
    'REASON_UNKNOWN',
  ],
  touches: (body) => [
    `customer:${body.customerId}`,
    `bill:${body.billId}`,
    `dispute:${body.disputeId}`,
    ...(body.caseId === null ? [] : [`case:${body.caseId}`]),
  ],
  predict: (body, meta) => [
    disputeTable.change(body.disputeId, filedRow({ ...body, paymentId: null }, meta)),
    ...body.lines.map(({ lineId, amountMinor }) =>
      disputeLineTable.change(`${body.disputeId}/${lineId}`, {
        scope: meta.scope,
        version: 0,
        dispute_id: body.disputeId,
        bill_line_id: lineId,
        claimed_minor: amountMinor,
        granted_minor: 0,
      }),
    ),
  ],
})

export const topUpBody = fileBody.omit({ billId: true, lines: true }).extend({ paymentId: idSchema })
export type TopUpBody = z.infer<typeof topUpBody>

/**
 * Disputes the top-up of a pre-paid line, whole or in part. No bill holds it, so nothing is held out; what is granted is the
 * customer's credit.
 */
export const fileTopUp = defineCommand({
  version: 1,
  body: topUpBody,
  roles: [...serving, 'backOffice'],
  refusals: [
    'DISPUTE_EXISTS',
    'PAYMENT_UNKNOWN',
    'CALLER_NOT_VERIFIED',
    'LINE_DISPUTED',
    'LINE_DECIDED',
    'CREDIT_TOO_MUCH',
    'CREDIT_CURRENCY',
    'APPEAL_UNKNOWN',
    'FILING_TOO_LATE',
    'APPEAL_TOO_LATE',
    'APPEAL_TWICE',
    'REASON_UNKNOWN',
  ],
  touches: (body) => [
    `customer:${body.customerId}`,
    `dispute:${body.disputeId}`,
    ...(body.caseId === null ? [] : [`case:${body.caseId}`]),
  ],
  predict: (body, meta) => [disputeTable.change(body.disputeId, filedRow({ ...body, billId: '' }, meta))],
})

/** The row of a dispute as whoever takes it in leaves it. */
function filedRow(
  body: Omit<FileBody, 'lines'> & { readonly paymentId: string | null },
  meta: Pick<CommandMeta, 'scope' | 'actorId' | 'actorName' | 'capturedAt'>,
) {
  return {
    scope: meta.scope,
    version: 0,
    reference: body.reference,
    state: 'submitted',
    request: 1,
    customer_id: body.customerId,
    bill_id: body.billId,
    case_id: body.caseId,
    about_id: body.aboutId,
    reason: body.reason,
    currency: body.currency,
    claimed_minor: body.claimedMinor,
    granted_minor: 0,
    words: body.words,
    words_language: body.wordsLanguage,
    evidence: JSON.stringify(body.evidence),
    question: '',
    filed_by: meta.actorId,
    filed_name: meta.actorName,
    filed_at: meta.capturedAt,
    filed_on: '',
    answer_by: body.answerBy,
    waiting_since: null,
    proposed_by: '',
    proposed_name: '',
    proposed_role: '',
    proposed_minor: null,
    assigned_to: '',
    decided_by: '',
    decided_name: '',
    decided_at: null,
    decision_note: '',
    due_date: null,
    payment_id: body.paymentId,
  }
}

const one = { disputeId: idSchema, customerId: idSchema }
const touchesOne = (body: { readonly disputeId: string; readonly customerId: string }) => [
  `dispute:${body.disputeId}`,
  `customer:${body.customerId}`,
]

/** The customer takes it back: what was held out may be collected again. */
export const withdrawDispute = defineCommand({
  version: 1,
  body: z.object({ ...one, note: lines(500) }),
  roles: [...serving, 'backOffice'],
  refusals: ['DISPUTE_UNKNOWN', 'REQUEST_WITHDRAWN', 'ALREADY_DECIDED'],
  touches: touchesOne,
  predict: (body) => [disputeTable.change(body.disputeId, { state: 'withdrawn' })],
})

/** Asks the customer something: the clock stands still until they have answered. */
export const askBack = defineCommand({
  version: 1,
  body: z.object({ ...one, request: z.int().min(1), question: filledLine(500) }),
  roles: [...deciding, 'backOffice'],
  refusals: ['DISPUTE_UNKNOWN', 'REQUEST_CHANGED', 'REQUEST_WITHDRAWN', 'ALREADY_DECIDED'],
  touches: touchesOne,
  predict: (body, meta) => [
    disputeTable.change(body.disputeId, {
      state: 'waitingForCustomer',
      question: body.question,
      waiting_since: meta.capturedAt,
    }),
  ],
})

/** What the customer adds: an answer, or evidence. The request is another one from then on. */
export const addWords = defineCommand({
  version: 1,
  body: z.object({ ...one, words: lines(2000), evidence: evidenceSchema }),
  roles: [...serving, 'backOffice'],
  refusals: ['DISPUTE_UNKNOWN', 'REQUEST_WITHDRAWN', 'ALREADY_DECIDED', 'EVIDENCE_TOO_MUCH'],
  touches: touchesOne,
  predict: (body) => [disputeTable.change(body.disputeId, { state: 'underReview', waiting_since: null })],
})

/** Gives a dispute to a colleague to decide. */
export const reassign = defineCommand({
  version: 1,
  body: z.object({ ...one, toId: idSchema }),
  roles: [...deciding, ...backOffice],
  refusals: ['DISPUTE_UNKNOWN', 'REQUEST_WITHDRAWN', 'ALREADY_DECIDED', 'COLLEAGUE_UNKNOWN'],
  touches: touchesOne,
  predict: (body) => [disputeTable.change(body.disputeId, { assigned_to: body.toId })],
})

/**
 * Decides a dispute: how much of each line is granted, in the line's own pricing; nothing rejects it. `grantedMinor` is
 * what the customer gets by that, tax inside, as the screen said. Above one's own authority it is a signature that passes
 * it on. A reason is demanded for a part and for a rejection.
 */
export const decideDispute = defineCommand({
  version: 1,
  body: z.object({
    ...one,
    /** Carried by the desk: the credit that a grant becomes. */
    adjustmentId: idSchema,
    request: z.int().min(1),
    lines: partsSchema,
    grantedMinor: z.int().min(0),
    note: lines(500),
  }),
  roles: deciding,
  refusals: [
    'DISPUTE_UNKNOWN',
    'REQUEST_CHANGED',
    'REQUEST_WITHDRAWN',
    'ALREADY_DECIDED',
    'NOTE_MISSING',
    'LINE_UNKNOWN',
    'CREDIT_TOO_MUCH',
    'CREDIT_AMOUNT',
    'AMOUNT_DIFFERS',
    'NO_AUTHORITY',
    'APPROVAL_BY_SELF',
    'APPEAL_BY_SELF',
    'OWN_HOUSEHOLD',
    'SIGNED_ALREADY',
  ],
  touches: touchesOne,
  predict: () => [],
})

export const disputeCommands = {
  'dispute.fileDispute': fileDispute,
  'dispute.fileTopUp': fileTopUp,
  'dispute.withdrawDispute': withdrawDispute,
  'dispute.askBack': askBack,
  'dispute.addWords': addWords,
  'dispute.reassign': reassign,
  'dispute.decideDispute': decideDispute,
} as const
