import type { RowOf } from '#shared/kernel/table.ts'
import { defineTable } from '#shared/kernel/table.ts'

/**
 * How a payer is billed and where they stand (TMF666); `id` is the customer's. `next_bill_on`: the first day of the period
 * after the running one; `bills` made so far. `open_minor`: what all bills have left to pay, also those no desk has any
 * more; `credit_minor`: what the customer has to the good, which the next bill takes. The balance is the one less the other.
 */
export const billAccountTable = defineTable('bill_account', {
  id: 'text',
  scope: 'text',
  version: 'int',
  number: 'text',
  frequency: 'text',
  cycle_day: 'int',
  anchor_month: 'int',
  currency: 'text',
  tax_included: 'int',
  next_bill_on: 'text',
  bills: 'int',
  open_minor: 'int',
  credit_minor: 'int',
})
export type BillAccountRow = RowOf<typeof billAccountTable.columns>
