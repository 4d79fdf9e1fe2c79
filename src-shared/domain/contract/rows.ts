import type { RowOf } from '#shared/kernel/table.ts'
import { defineTable } from '#shared/kernel/table.ts'

/**
 * A signed agreement (TMF651). `terms` is JSON of `ContractTerms`; `document_hash` is the SHA-256 of the sealed PDF.
 * `state`: draft, presented, signed, inForce, withdrawn, ended. An addendum names its parent. `acceptance`: how it was
 * accepted (acceptance.ts), `acceptance_reference`: the masked address a code went to, or the number of a recording.
 * `withdraw_until`: the last day of withdrawal, null where there is no such right. `document_check`: '' seen before
 * signing, onDelivery, checked, differs.
 */
export const agreementTable = defineTable(
  'agreement',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    customer_id: 'text',
    case_id: 'text',
    parent_id: 'text?',
    reference: 'text',
    state: 'text',
    language: 'text',
    terms: 'text',
    document_hash: 'text',
    signed_at: 'int',
    acceptance: 'text',
    acceptance_reference: 'text',
    withdraw_until: 'text?',
    document_check: 'text',
    document_checked_at: 'int?',
  },
  [['customer_id'], ['case_id']],
)
export type AgreementRow = RowOf<typeof agreementTable.columns>

/**
 * A one-time code by which a contract is accepted by phone. The code itself is kept hashed by the core and never travels.
 * `summary_hash`: what is accepted; another summary needs another code. `recipient` is masked; `until` by the core's clock.
 */
export const signingCodeTable = defineTable(
  'signing_code',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    case_id: 'text',
    customer_id: 'text',
    summary_hash: 'text',
    channel: 'text',
    recipient: 'text',
    state: 'text',
    tries_left: 'int',
    made_at: 'int',
    until: 'int',
    decided_at: 'int?',
  },
  [['case_id']],
)
export type SigningCodeRow = RowOf<typeof signingCodeTable.columns>
