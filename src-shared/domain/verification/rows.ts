import type { RowOf } from '#shared/kernel/table.ts'
import { defineTable } from '#shared/kernel/table.ts'

/**
 * What a caller has shown in one contact: `matched` is JSON, the questions answered rightly, `level` what they give. A
 * desk expects no more than level 2 of itself: the third is the core's. `contact_id` null: said in a case without a call.
 */
export const callerVerificationTable = defineTable(
  'caller_verification',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    customer_id: 'text',
    case_id: 'text?',
    contact_id: 'text?',
    matched: 'text',
    level: 'int',
    at: 'int',
    by_name: 'text',
    desk_name: 'text',
  },
  [['customer_id']],
)
export type CallerVerificationRow = RowOf<typeof callerVerificationTable.columns>

/**
 * Wrong answers given for a customer, counted over all desks; `id` is the customer's. `since`: the first that still counts;
 * `locked_until` while nobody is asked; `unlocked_by` and `reason`: the supervisor who ended the last lock, and why.
 */
export const callerLockTable = defineTable('caller_lock', {
  id: 'text',
  scope: 'text',
  version: 'int',
  failures: 'int',
  since: 'int',
  locked_until: 'int?',
  unlocked_by: 'text',
  reason: 'text',
  changed_at: 'int',
})
export type CallerLockRow = RowOf<typeof callerLockTable.columns>

/** The keyed hash of the word agreed with a customer; the word itself is nowhere. `id` is the customer's. */
export const securityWordTable = defineTable('security_word', {
  id: 'text',
  scope: 'text',
  version: 'int',
  answer_hash: 'text',
  set_at: 'int',
  set_by: 'text',
})
export type SecurityWordRow = RowOf<typeof securityWordTable.columns>
