import type { RowOf } from '#shared/kernel/table.ts'
import { defineTable } from '#shared/kernel/table.ts'

/**
 * A credit decision: class A to E and why (`reasons`: JSON list of codes, each a sentence in text/), never a score.
 * Where a supervisor decided otherwise, `overridden_by` says who ('' nobody), `override_reason` why, `overrides` which one.
 * `state`: final, provisional (made on a desk without the core), referred (the bureau did not answer).
 */
export const creditDecisionTable = defineTable(
  'credit_decision',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    customer_id: 'text',
    case_id: 'text?',
    class: 'text',
    state: 'text',
    reasons: 'text',
    deposit_months: 'int',
    spending_limit_minor: 'int',
    lines: 'int',
    currency: 'text',
    decided_at: 'int',
    valid_until: 'text',
    overridden_by: 'text',
    override_reason: 'text',
    overrides: 'text?',
  },
  [['customer_id']],
)
export type CreditDecisionRow = RowOf<typeof creditDecisionTable.columns>
