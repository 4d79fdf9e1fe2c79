import type { RowOf } from '#shared/kernel/table.ts'
import { defineTable } from '#shared/kernel/table.ts'

/** One matter of a customer, worked on by one desk at a time. `state`: open, waiting, toSign, done, abandoned. */
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
  },
  [['customer_id'], ['owner_id', 'state']],
)
export type CaseRow = RowOf<typeof caseTable.columns>

/** A finished or parked step of a case; `fields` is JSON of what was typed, `id` is `caseId:step`. */
export const caseStepTable = defineTable(
  'case_step',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    case_id: 'text',
    step: 'text',
    fields: 'text',
    saved_at: 'int',
    saved_by: 'text',
  },
  [['case_id']],
)
export type CaseStepRow = RowOf<typeof caseStepTable.columns>

/** One contact with a customer (TMF683 partyInteraction). `summary` is a key of text/ or what the agent typed. */
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
  },
  [['customer_id', 'at'], ['case_id']],
)
export type ContactRow = RowOf<typeof contactTable.columns>
