import { z } from 'zod'
import type { RowOf } from '#shared/kernel/table.ts'
import { defineTable } from '#shared/kernel/table.ts'

/**
 * Money given to a customer, or asked of them, beside what a bill says (product.md, Credit or Charge). `kind`: credit or
 * charge. `asked_minor` is what was asked for, in the bill's own pricing; `amount_minor` what the customer gets, tax inside.
 * `lines` is JSON of `partSchema`: how much of which line of `bill_id`; [] shares it over the bill. A credit that
 * decides a dispute names it. Who asked, who passed it on with a signature (`proposed_*`: a level's word that the next one
 * needs), who decided and by whose authority (`authority_of`, another's while it is delegated), on which business day.
 * `document_id`: the credit note that it became; a charge is a line of the next bill, under `chargeIdOf`. A charge's `bill_id` may be ''. `grant_id`: the lease it was given under while the desk was alone.
 * `reversed_*`: who took it back, when and why. `question`, by whom (`question_by`), and `answer`: what was asked back last;
 * `waiting_since` until it is answered (`isAskedBack`), null otherwise.
 * `request` counts what a decision may rely on: it names the one it saw. `state` as in `adjustmentMachine`.
 */
export const adjustmentTable = defineTable(
  'adjustment',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    reference: 'text',
    kind: 'text',
    state: 'text',
    request: 'int',
    customer_id: 'text',
    bill_id: 'text',
    dispute_id: 'text?',
    case_id: 'text?',
    amount_minor: 'int',
    asked_minor: 'int',
    currency: 'text',
    reason: 'text',
    note: 'text',
    lines: 'text',
    asked_by: 'text',
    asked_name: 'text',
    asked_role: 'text',
    asked_at: 'int',
    proposed_by: 'text',
    proposed_name: 'text',
    proposed_role: 'text',
    assigned_to: 'text',
    decided_by: 'text',
    decided_name: 'text',
    authority_of: 'text',
    decided_at: 'int?',
    decided_on: 'text',
    decision_note: 'text',
    document_id: 'text?',
    grant_id: 'text?',
    reversed_by: 'text',
    reversed_name: 'text',
    reversed_at: 'int?',
    reversal_note: 'text',
    question: 'text',
    question_by: 'text',
    answer: 'text',
    waiting_since: 'int?',
  },
  [
    ['customer_id', 'asked_at'],
    ['state'],
    ['bill_id'],
    ['dispute_id'],
    ['authority_of', 'decided_on'],
    ['grant_id'],
    ['asked_by', 'asked_at'],
  ],
)
export type AdjustmentRow = RowOf<typeof adjustmentTable.columns>

/** How much of a line of a bill, minor units, in the line's own pricing (tax inside where its bill's prices have it). */
export const partSchema = z.object({ lineId: z.string().min(1).max(120), amountMinor: z.int().min(1) })
export type Part = z.infer<typeof partSchema>
export const partsSchema = z.array(partSchema).max(200)

/** Authority handed to a colleague for an absence, first and last day included; `ended_at` when it was taken back before. */
export const delegationTable = defineTable(
  'delegation',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    from_id: 'text',
    from_name: 'text',
    from_role: 'text',
    to_id: 'text',
    to_name: 'text',
    first_day: 'text',
    last_day: 'text',
    ended_at: 'int?',
  },
  [['to_id']],
)
export type DelegationRow = RowOf<typeof delegationTable.columns>

/** A customer who belongs to the household of somebody who works here: nobody gives money to their own. */
export const staffKinTable = defineTable(
  'staff_kin',
  { id: 'text', scope: 'text', version: 'int', user_id: 'text', customer_id: 'text' },
  [['customer_id']],
)
export type StaffKinRow = RowOf<typeof staffKinTable.columns>
