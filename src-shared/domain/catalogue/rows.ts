import type { RowOf } from '#shared/kernel/table.ts'
import { defineTable } from '#shared/kernel/table.ts'

/**
 * A product offering (TMF620). `name` and `summary` are JSON by language. Prices are minor units, tax included.
 * `kind`: plan or addOn; `needs_class`: lowest credit class allowed ('' none); `twin_id`: the pre-paid offer proposed
 * where credit refuses this one; `leave_percent`: share of the monthly fees left that an early leaver pays.
 */
export const offerTable = defineTable(
  'offer',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    kind: 'text',
    segment: 'text',
    billing: 'text',
    name: 'text',
    summary: 'text',
    monthly_minor: 'int',
    one_time_minor: 'int',
    currency: 'text',
    commitment_months: 'int',
    leave_percent: 'int',
    audience: 'text',
    needs_class: 'text',
    needs_line: 'int',
    coverage: 'text',
    valid_from: 'text',
    valid_until: 'text?',
    twin_id: 'text?',
    position: 'int',
  },
  [['segment', 'billing', 'position']],
)
export type OfferRow = RowOf<typeof offerTable.columns>

/** The price list in force: its tax and the charges that are not offers. A signed price under a valid list binds us. */
export const priceListTable = defineTable('price_list', {
  id: 'text',
  scope: 'text',
  version: 'int',
  currency: 'text',
  tax_basis_points: 'int',
  sim_card_minor: 'int',
  e_sim_minor: 'int',
  cycle_day: 'int',
  valid_from: 'text',
  valid_until: 'text?',
  issued_at: 'int',
})
export type PriceListRow = RowOf<typeof priceListTable.columns>

/** Policies and facts of the market as data (JSON in `body`): `market`, `credit`, `identity`. */
export const policyTable = defineTable('policy', { id: 'text', scope: 'text', version: 'int', body: 'text' })
export type PolicyRow = RowOf<typeof policyTable.columns>
