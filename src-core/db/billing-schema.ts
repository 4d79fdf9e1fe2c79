import type { UsageType } from '#shared/domain/rating/usage-record.ts'

/** How a payer is billed; `id` is the customer's. `allowances`: JSON of where they stood when its last period ended. */
export interface BillingAccount {
  readonly id: string
  readonly scope: string
  readonly number: string
  readonly frequency: string
  readonly cycle_day: number
  readonly anchor_month: number
  readonly currency: string
  readonly tax_included: number
  readonly billed_from: string
  readonly next_bill_on: string
  readonly bills: number
  readonly allowances: string
}

/** What a payer is charged for a product: recurring, a discount, or once (then on `active_from`; `billed_on` once it is). */
export interface Charge {
  readonly id: string
  readonly scope: string
  readonly account_id: string
  readonly user_id: string
  readonly product_id: string
  readonly kind: string
  readonly name: string
  readonly price_minor: number
  readonly timing: string
  readonly active_from: string
  readonly active_until: string | null
  readonly at_start: string
  readonly at_end: string
  readonly paused_minor: number | null
  readonly tax_code: string
  readonly billed_on: string | null
}

/** Days a product was suspended. */
export interface ChargePause {
  readonly id: string
  readonly account_id: string
  readonly product_id: string
  readonly from_date: string
  readonly to_date: string | null
}

/** A usage file by the SHA-256 of its bytes, how far it was read, and the names of its columns (JSON) where it is CSV. */
export interface UsageFile {
  readonly id: string
  readonly name: string
  readonly lines_read: number
  readonly stored: number
  readonly known: number
  readonly rejected: number
  readonly late: number
  readonly is_done: number
  readonly columns: string
}

/** A usage record as it came in. `on_date`: its day in the market; `bill_on`: the bill it is for, the next one while it has no price. */
export interface UsageRow {
  readonly id: string
  readonly file_id: string
  readonly product_id: string
  readonly type: UsageType
  readonly msisdn: string
  readonly other: string
  readonly visited: string
  readonly started_at: number
  readonly on_date: string
  readonly units: number
  readonly bill_on: string
}

/** A line of a usage file that was put aside, as it stood there; `record_id` '' where it could not be read. */
export interface UsageReject {
  readonly id: string
  readonly file_id: string
  readonly line: number
  readonly record_id: string
  readonly text: string
  readonly reason: string
  readonly field: string
  readonly is_repaired: number
}

/** What a usage record was priced at, and on which line; a correction is another row, `rating` 2 and on. */
export interface RatedUsage {
  readonly usage_id: string
  readonly rating: number
  readonly bill_line_id: string
  readonly plan_id: string
  readonly rate_key: string
  readonly zone: string
  readonly charged: number
  readonly free: number
  readonly allowance_id: string
  readonly beyond_fair_use: number
  readonly amount_micro: number
}

/** One side of a posting in the sub-ledger: debit above zero. `source_id`: the bill, payment or credit it is of. */
export interface GlEntry {
  readonly id: string
  readonly scope: string
  readonly customer_id: string
  readonly source_id: string
  readonly event: string
  readonly account: string
  readonly currency: string
  readonly amount_minor: number
  readonly booked_on: string
}

/** The allowances, JSON, that a bill's usage was rated from; only where something had rolled over. */
export interface BillOpening {
  readonly bill_id: string
  readonly allowances: string
}

/** How often a payer has asked to be billed, where not monthly on the market's day. */
export interface BillingCycle {
  readonly customer_id: string
  readonly frequency: string
  readonly cycle_day: number
  readonly anchor_month: number
}

/** Money a person may give away at one device on one day without the core; `spent_minor` of it came in. */
export interface MoneyGrant {
  readonly id: string
  readonly scope: string
  readonly device_id: string
  readonly user_id: string
  readonly day: string
  readonly amount_minor: number
  readonly spent_minor: number
  readonly currency: string
  readonly issued_at: number
  readonly until: number
}

/** Tables of billing that no desk mirrors. */
export interface BillingTables {
  readonly billing_account: BillingAccount
  readonly billing_cycle: BillingCycle
  readonly charge: Charge
  readonly charge_pause: ChargePause
  readonly usage_file: UsageFile
  readonly usage_record: UsageRow
  readonly usage_reject: UsageReject
  readonly rated_usage: RatedUsage
  readonly gl_entry: GlEntry
  readonly bill_opening: BillOpening
  readonly money_grant: MoneyGrant
}
