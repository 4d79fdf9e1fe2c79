import type { RowOf } from '#shared/kernel/table.ts'
import { defineTable } from '#shared/kernel/table.ts'

/**
 * Money that came in for bills (TMF676). `way`: cash, terminal or transfer; `reference`: the terminal's or the bank's;
 * `credit_minor`: what of it no bill took. `taken_on` is the day it counts on. At a counter `taken_at`, `taken_by` and
 * `desk_name` say when, by whom and where, `tendered_minor` the cash handed over, `shift_id` the drawer it went into; a
 * payment that came from outside has 0 and ''. `receipt`: the number on the receipt, '' without one.
 */
export const billPaymentTable = defineTable(
  'bill_payment',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    customer_id: 'text',
    way: 'text',
    reference: 'text',
    amount_minor: 'int',
    credit_minor: 'int',
    currency: 'text',
    taken_on: 'text',
    taken_at: 'int',
    taken_by: 'text',
    desk_name: 'text',
    tendered_minor: 'int?',
    shift_id: 'text?',
    receipt: 'text',
  },
  [['customer_id', 'taken_on'], ['shift_id']],
)
export type BillPaymentRow = RowOf<typeof billPaymentTable.columns>

/** How much of a payment (`source_id`, its id) a bill took; '' stands for credit the customer had when it was made. */
export const paymentAllocationTable = defineTable(
  'payment_allocation',
  { id: 'text', scope: 'text', version: 'int', source_id: 'text', bill_id: 'text', amount_minor: 'int' },
  [['bill_id'], ['source_id']],
)
export type PaymentAllocationRow = RowOf<typeof paymentAllocationTable.columns>
