import type { RowOf } from '#shared/kernel/table.ts'
import { defineTable } from '#shared/kernel/table.ts'

/**
 * What was seen of a person's identity: a document's facts and a proof of address; never a picture, and of the number
 * only a keyed hash and its last figures. `state`: valid, referred (additional check), refused.
 */
export const evidenceTable = defineTable(
  'identity_evidence',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    customer_id: 'text',
    case_id: 'text?',
    kind: 'text',
    issuing_state: 'text',
    document_masked: 'text',
    surname: 'text',
    given_names: 'text',
    birth_date: 'text',
    expiry_date: 'text',
    assurance: 'text',
    state: 'text',
    address_kind: 'text',
    address_issued_on: 'text',
    recorded_at: 'int',
    recorded_by: 'text',
  },
  [['customer_id'], ['state']],
)
export type EvidenceRow = RowOf<typeof evidenceTable.columns>
