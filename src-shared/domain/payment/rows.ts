import type { RowOf } from '#shared/kernel/table.ts'
import { defineTable } from '#shared/kernel/table.ts'

/** Money taken at the counter (TMF676): cash or a card terminal's reference. */
export const paymentTable = defineTable(
  'payment',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    customer_id: 'text',
    case_id: 'text',
    agreement_id: 'text',
    method: 'text',
    amount_minor: 'int',
    currency: 'text',
    terminal_reference: 'text?',
    taken_at: 'int',
    taken_by: 'text',
  },
  [['case_id'], ['customer_id']],
)
export type PaymentRow = RowOf<typeof paymentTable.columns>
