import type { RowOf } from '#shared/kernel/table.ts'
import { defineTable } from '#shared/kernel/table.ts'

/**
 * One matter of a customer, worked on by one desk at a time. `state`: open, waiting, toSign, done, abandoned. Its one
 * writer is the desk `writer_device` ('' for nobody yet); `writer_claim` is the command that made it the writer.
 * `handed_by` gave it to its owner at the last hand-over, with a word in `handed_note`; '' where there was none.
 */
export const caseTable = defineTable(
  'service_case',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    reference: 'text',
    recipe: 'text',
    state: 'text',
    channel: 'text',
    customer_id: 'text?',
    owner_id: 'text',
    owner_name: 'text',
    desk_name: 'text',
    note: 'text',
    opened_at: 'int',
    updated_at: 'int',
    writer_device: 'text',
    writer_name: 'text',
    writer_desk: 'text',
    writer_claim: 'text',
    writer_since: 'int',
    handed_by_id: 'text?',
    handed_by: 'text',
    handed_at: 'int?',
    handed_note: 'text',
  },
  [['customer_id'], ['owner_id', 'state']],
)
export type CaseRow = RowOf<typeof caseTable.columns>

/** A step of a case, `state` finished or parked; `fields` is JSON of what was typed, `id` is `caseId:step`. */
export const caseStepTable = defineTable(
  'case_step',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    case_id: 'text',
    step: 'text',
    state: 'text',
    fields: 'text',
    saved_at: 'int',
    saved_by: 'text',
  },
  [['case_id']],
)
export type CaseStepRow = RowOf<typeof caseStepTable.columns>

/**
 * One contact with a customer (TMF683 partyInteraction). `summary` is a key of text/ or what the agent typed, `outcome`
 * how it ended ('' while it goes on or where nobody said), `note` what was written in it.
 */
export const contactTable = defineTable(
  'contact',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    customer_id: 'text?',
    case_id: 'text?',
    channel: 'text',
    direction: 'text',
    summary: 'text',
    at: 'int',
    by_name: 'text',
    note: 'text',
    outcome: 'text',
    duration_s: 'int',
  },
  [['customer_id', 'at'], ['case_id']],
)
export type ContactRow = RowOf<typeof contactTable.columns>

/** A promise to call somebody again. `state`: planned, done, dropped; `due_at` as promised to the customer. */
export const callBackTable = defineTable(
  'call_back',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    customer_id: 'text?',
    case_id: 'text?',
    number: 'text',
    due_at: 'int',
    note: 'text',
    state: 'text',
    owner_id: 'text',
    owner_name: 'text',
    made_at: 'int',
    closed_at: 'int?',
    closed_by: 'text',
  },
  [['owner_id', 'state'], ['customer_id']],
)
export type CallBackRow = RowOf<typeof callBackTable.columns>

/**
 * A command that the core refused and a person has to decide about: `id` is the command's own. Everyone of the market
 * sees it; `state` (decision-states.ts) says whose it is: its owner's, the team's, or nobody's any more. `body` is what of
 * the command may travel, `details`, `snapshot` and `choices` are the core's answer, all JSON. `queue` is '' or
 * `supervisor`. `moves_at`: left alone until then it goes to the team.
 */
export const decisionTaskTable = defineTable(
  'decision_task',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    state: 'text',
    queue: 'text',
    type: 'text',
    result: 'text',
    code: 'text',
    details: 'text',
    snapshot: 'text',
    choices: 'text',
    body: 'text',
    case_id: 'text?',
    customer_id: 'text?',
    order_id: 'text?',
    customer_name: 'text',
    contact_number: 'text?',
    actor_id: 'text',
    actor_name: 'text',
    desk_name: 'text',
    device_id: 'text',
    device_seq: 'int',
    captured_at: 'int',
    decided_at: 'int',
    owner_id: 'text?',
    owner_name: 'text',
    owner_device: 'text',
    moves_at: 'int',
    moved_at: 'int?',
    due_at: 'int',
    resolved_by: 'text?',
    resolved_type: 'text',
    resolved_id: 'text?',
    resolved_name: 'text',
    resolved_desk: 'text',
    resolved_at: 'int?',
  },
  [['state'], ['case_id'], ['actor_id', 'resolved_at']],
)
export type DecisionTaskRow = RowOf<typeof decisionTaskTable.columns>
