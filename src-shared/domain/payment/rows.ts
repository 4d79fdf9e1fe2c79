import type { RowOf } from '#shared/kernel/table.ts'
import { defineTable } from '#shared/kernel/table.ts'

/**
 * What was paid at the start (TMF676): in cash, by a card terminal's reference, or put on the next bill (then no money was
 * taken); `method` refund gives it back, with an `amount_minor` below zero. `top_up_minor` of the amount is credit for a
 * pre-paid line beyond what was due; `tendered_minor` the cash handed over; `shift_id` the drawer cash went into, or came
 * out of.
 */
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
    top_up_minor: 'int',
    tendered_minor: 'int?',
    desk_name: 'text',
    shift_id: 'text?',
  },
  [['case_id'], ['customer_id'], ['shift_id']],
)
export type PaymentRow = RowOf<typeof paymentTable.columns>

/** A shift at a desk's cash drawer: the float, and once it is closed what was counted and what should have been there. */
export const drawerShiftTable = defineTable(
  'drawer_shift',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    device_id: 'text',
    desk_name: 'text',
    opened_by: 'text',
    opened_at: 'int',
    float_minor: 'int',
    currency: 'text',
    closed_by: 'text',
    closed_at: 'int?',
    counted_minor: 'int?',
    expected_minor: 'int?',
  },
  [['device_id']],
)
export type DrawerShiftRow = RowOf<typeof drawerShiftTable.columns>
