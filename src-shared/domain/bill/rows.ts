import type { RowOf } from '#shared/kernel/table.ts'
import { defineTable } from '#shared/kernel/table.ts'

/**
 * A bill or credit note (TMF678, EN 16931). `kind`: bill (380) or creditNote (381: amounts are positive and taken back).
 * `customer_id` is who pays; `number` counts through one payer's documents. The period is half open; `bill_date` is the day
 * it was made for. Totals in minor units, as `addUp` gives them: net BT-109, tax BT-110, rounding BT-114, payable BT-115;
 * `open_minor` is what is left to pay. `tax_included`: whether its lines' prices have tax inside. `about_id`: the bill that
 * a credit note gives back (of), or that a rebill replaces. `credited_by`: the credit note after which nothing of it was
 * left to give back. `reason`: why a credit note was made, '' of a bill. `state` as in `billMachine`.
 */
export const billTable = defineTable(
  'bill',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    customer_id: 'text',
    kind: 'text',
    number: 'text',
    state: 'text',
    bill_date: 'text',
    due_date: 'text',
    period_start: 'text',
    period_end: 'text',
    currency: 'text',
    tax_included: 'int',
    net_minor: 'int',
    tax_minor: 'int',
    rounding_minor: 'int',
    payable_minor: 'int',
    open_minor: 'int',
    about_id: 'text?',
    credited_by: 'text?',
    reason: 'text',
    lines: 'int',
  },
  [['customer_id', 'bill_date']],
)
export type BillRow = RowOf<typeof billTable.columns>

/**
 * Why a credit note was made. A correction takes the bill back: its days and usage count as not billed, and the next bill or
 * a rebill takes them up. After the others they stay billed, and only the money goes back.
 */
export const creditReasons = ['correction', 'dispute', 'goodwill'] as const
export type CreditReason = (typeof creditReasons)[number]

/** What a line of a bill is; each stands for a revenue account. */
export const billLineKinds = ['recurring', 'discount', 'oneTime', 'usage'] as const
export type BillLineKind = (typeof billLineKinds)[number]

/**
 * A line of a bill, in its turn; a credit note's line has the `position` of the line it gives back, with `unit` part and that
 * line's amount in `price_minor` where it is not the whole of it. `user_id` is the customer or branch that uses `product_id` (the payer's bill may hold many
 * branches'). `name` is JSON: by language what
 * the catalogue names; what the screen names is `usage` with its `zone`, `rerated` with a bill's number, `reversed` with a credit note's, `nextBill` or `paidTwice` with a contract's. Of a recurring line `price_minor` is the price of
 * its whole period, of which `days` of `of_days` were used; of a usage line `quantity` is what was charged in `unit` (second, octet, piece) and `free` what an allowance took,
 * `rate` JSON of the price it was rated by. `amount_minor` as priced, `net_minor` before tax (BT-131).
 */
export const billLineTable = defineTable(
  'bill_line',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    bill_id: 'text',
    position: 'int',
    kind: 'text',
    user_id: 'text',
    product_id: 'text?',
    charge_id: 'text?',
    name: 'text',
    period_start: 'text',
    period_end: 'text',
    from_date: 'text',
    to_date: 'text',
    is_correction: 'int',
    price_minor: 'int',
    days: 'int',
    of_days: 'int',
    quantity: 'int',
    free: 'int',
    unit: 'text',
    records: 'int',
    rate: 'text',
    amount_minor: 'int',
    net_minor: 'int',
    tax_category: 'text',
    tax_basis_points: 'int',
  },
  [['bill_id', 'position']],
)
export type BillLineRow = RowOf<typeof billLineTable.columns>

/** The totals of one tax category and rate of a bill (EN 16931, BG-23). */
export const billTaxTable = defineTable(
  'bill_tax',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    bill_id: 'text',
    category: 'text',
    basis_points: 'int',
    taxable_minor: 'int',
    tax_minor: 'int',
  },
  [['bill_id']],
)
export type BillTaxRow = RowOf<typeof billTaxTable.columns>
