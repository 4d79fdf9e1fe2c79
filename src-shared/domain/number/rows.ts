import type { RowOf } from '#shared/kernel/table.ts'
import { defineTable } from '#shared/kernel/table.ts'

/**
 * A phone number; `id` is its E.164 form. `state`: free, leased, reserved, assigned, quarantined, ported. `leased_to` is
 * the desk whose block it belongs to.
 */
export const phoneNumberTable = defineTable(
  'phone_number',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    state: 'text',
    case_id: 'text?',
    held_until: 'int?',
    held_by: 'text?',
    leased_to: 'text?',
    leased_until: 'int?',
  },
  [['state']],
)
export type PhoneNumberRow = RowOf<typeof phoneNumberTable.columns>

/**
 * A SIM; `id` is its ICCID. `state`: inStock, leased, assigned, active, blocked, retired. The PUK stays in the
 * core. `activation_code`: of an eSIM that a line has, `LPA:1$address$matching-id`; '' for cards and for those in stock.
 */
export const simCardTable = defineTable(
  'sim_card',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    kind: 'text',
    state: 'text',
    stock: 'text',
    product_id: 'text?',
    activation_code: 'text',
    leased_to: 'text?',
    leased_until: 'int?',
  },
  [['state', 'kind']],
)
export type SimCardRow = RowOf<typeof simCardTable.columns>
