import type { RowOf } from '#shared/kernel/table.ts'
import { defineTable } from '#shared/kernel/table.ts'

/** A product order (TMF622); `state` as TM Forum has it. `hold_reason` says why it is held ('' when not). */
export const orderTable = defineTable(
  'product_order',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    customer_id: 'text',
    case_id: 'text',
    agreement_id: 'text',
    state: 'text',
    offer_id: 'text',
    msisdn: 'text',
    iccid: 'text?',
    hold_reason: 'text',
    submitted_at: 'int',
    updated_at: 'int',
  },
  [['case_id'], ['customer_id'], ['state']],
)
export type OrderRow = RowOf<typeof orderTable.columns>
