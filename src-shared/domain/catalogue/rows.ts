import type { RowOf } from '#shared/kernel/table.ts'
import { defineTable } from '#shared/kernel/table.ts'

/**
 * A product offering (TMF620). `name` and `summary` are JSON by language. Prices are minor units, tax included.
 * `kind`: plan, addOn, bundle (add-ons together, `contains` names them as JSON) or device; `segment` and `billing` ''
 * fit every line. `needs_class`: lowest credit class allowed ('' none; of a device, for its instalments); `twin_id`: the
 * pre-paid offer proposed where credit refuses this one; `leave_percent`: share of the monthly fees left that an early
 * leaver pays. `coverage`: what the network must carry at the address (fibre, dsl, radio; '' nothing) at `speed_mbit`;
 * `has_number`: whether the line has a phone number. A device costs `one_time_minor`, or `down_minor` now and
 * `instalment_minor` in each of `instalment_months`. `for_customer`: the one company an individual plan is for ('' all).
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
    speed_mbit: 'int',
    has_number: 'int',
    down_minor: 'int',
    instalment_minor: 'int',
    instalment_months: 'int',
    contains: 'text',
    for_customer: 'text',
  },
  [['segment', 'billing', 'position']],
)
export type OfferRow = RowOf<typeof offerTable.columns>

/**
 * A reduction of one offer: `off_minor`, tax included, from each monthly fee (`target` monthly) for `months` (0: as long
 * as the contract runs) or once from what is paid at the start (`once`). Its conditions: `needs_segment`, another line of
 * that kind in force; `needs_offer`, another offer in the same basket; '' none.
 */
export const promotionTable = defineTable(
  'promotion',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    name: 'text',
    offer_id: 'text',
    target: 'text',
    off_minor: 'int',
    months: 'int',
    needs_segment: 'text',
    needs_offer: 'text',
    valid_from: 'text',
    valid_until: 'text?',
    position: 'int',
  },
  [['offer_id']],
)
export type PromotionRow = RowOf<typeof promotionTable.columns>

/**
 * What the network carries at a place, in Mbit/s by way of access (0 nothing): of one street (`street` folded, without
 * the house) or, with `street` '', of all others of the postal code.
 */
export const coverageTable = defineTable(
  'coverage',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    postal_code: 'text',
    town: 'text',
    street: 'text',
    fibre_mbit: 'int',
    dsl_mbit: 'int',
    radio_mbit: 'int',
  },
  [['postal_code']],
)
export type CoverageRow = RowOf<typeof coverageTable.columns>

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

/**
 * What an agent says or looks up at a step of a recipe. `kind`: `say` (one sentence to the customer, `id` names the moment,
 * as `script.sign.offline`) or `answer` (looked up). `title` and `body` are JSON by language.
 */
export const knowledgeTable = defineTable(
  'knowledge',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    kind: 'text',
    recipe: 'text',
    step: 'text',
    title: 'text',
    body: 'text',
    position: 'int',
  },
  [['kind']],
)
export type KnowledgeRow = RowOf<typeof knowledgeTable.columns>
