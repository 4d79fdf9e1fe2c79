import type { RowOf } from '#shared/kernel/table.ts'
import { defineTable } from '#shared/kernel/table.ts'

/**
 * A signed agreement (TMF651). `terms` is JSON of `ContractTerms`; `document_hash` is the SHA-256 of the sealed PDF.
 * `state`: draft, presented, signed, inForce, withdrawn, ended. An addendum names its parent.
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
  },
  [['customer_id'], ['case_id']],
)
export type AgreementRow = RowOf<typeof agreementTable.columns>
