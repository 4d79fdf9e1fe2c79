import { z } from 'zod'
import type { RowOf } from '#shared/kernel/table.ts'
import { defineTable } from '#shared/kernel/table.ts'
import { line, lines } from '#shared/kernel/text-field.ts'

/**
 * What a customer does not accept of a bill. `claimed_minor` is the sum of its lines' claims as the customer would get it,
 * tax inside; `granted_minor` what was granted. `request` counts what a decision may rely on (words, evidence, claims): it
 * names the one it saw. `words` are the customer's own, in `words_language`; `evidence` is JSON of `evidenceSchema`.
 * `answer_by` is the day promised, moved by each pause; `waiting_since` while the customer is asked (`question`).
 * `payment_id`: a pre-paid top-up is disputed and no bill; `bill_id` is ''.
 * `proposed_*`: the signature of a level below, for how much. `about_id`: the decided dispute that is appealed.
 * `state` as in `disputeMachine`.
 */
export const disputeTable = defineTable(
  'dispute',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    reference: 'text',
    state: 'text',
    request: 'int',
    customer_id: 'text',
    bill_id: 'text',
    case_id: 'text?',
    about_id: 'text?',
    reason: 'text',
    currency: 'text',
    claimed_minor: 'int',
    granted_minor: 'int',
    words: 'text',
    words_language: 'text',
    evidence: 'text',
    question: 'text',
    filed_by: 'text',
    filed_name: 'text',
    filed_at: 'int',
    filed_on: 'text',
    answer_by: 'text',
    waiting_since: 'int?',
    proposed_by: 'text',
    proposed_name: 'text',
    proposed_role: 'text',
    proposed_minor: 'int?',
    assigned_to: 'text',
    decided_by: 'text',
    decided_name: 'text',
    decided_at: 'int?',
    decision_note: 'text',
    due_date: 'text?',
    payment_id: 'text?',
  },
  [['customer_id', 'filed_at'], ['state'], ['bill_id'], ['filed_by']],
)
export type DisputeRow = RowOf<typeof disputeTable.columns>

/** A disputed line: how much of it is claimed and granted, in the line's own pricing. */
export const disputeLineTable = defineTable(
  'dispute_line',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    dispute_id: 'text',
    bill_line_id: 'text',
    claimed_minor: 'int',
    granted_minor: 'int',
  },
  [['dispute_id'], ['bill_line_id']],
)
export type DisputeLineRow = RowOf<typeof disputeLineTable.columns>

/** What a customer shows: a note, a usage record, a file (its hash among the attachments), a recording by its reference. */
export const evidenceAtMost = 20
export const evidenceSchema = z
  .array(z.object({ kind: z.enum(['note', 'usage', 'file', 'recording']), reference: line(120), text: lines(500) }))
  .max(evidenceAtMost)
export type Evidence = z.infer<typeof evidenceSchema>
