import type { RowOf } from '#shared/kernel/table.ts'
import { defineTable } from '#shared/kernel/table.ts'

/** A customer (TMF629). `state`: prospect, approved, active, closed. Moments are ms; money is minor units of `currency`. */
export const customerTable = defineTable(
  'customer',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    state: 'text',
    kind: 'text',
    family_name: 'text',
    given_names: 'text',
    contact_number: 'text?',
    email: 'text?',
    street: 'text?',
    postal_code: 'text?',
    town: 'text?',
    language: 'text',
    birth_date: 'text?',
    person_hash: 'text?',
    document_hash: 'text?',
    account_number: 'text?',
    balance_minor: 'int',
    currency: 'text',
    first_inquiry_at: 'int',
    contract_signed_at: 'int?',
    active_since: 'int?',
  },
  [['contact_number'], ['person_hash'], ['document_hash'], ['account_number']],
)

export type CustomerRow = RowOf<typeof customerTable.columns>

/**
 * A subscribed product (TMF637): a line in use. `state` as TM Forum has it. `user_name`: who has it in hand ('' the
 * customer); `payer_id`: who gets its bills (null the customer); `purchase_order`: the company's own reference.
 */
export const productTable = defineTable(
  'product',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    customer_id: 'text',
    order_id: 'text?',
    offer_id: 'text',
    state: 'text',
    msisdn: 'text?',
    iccid: 'text?',
    monthly_minor: 'int',
    currency: 'text',
    since: 'int?',
    user_name: 'text',
    payer_id: 'text?',
    purchase_order: 'text',
  },
  [['customer_id'], ['msisdn'], ['iccid']],
)

export type ProductRow = RowOf<typeof productTable.columns>
