import type { RowOf } from '#shared/kernel/table.ts'
import { defineTable } from '#shared/kernel/table.ts'

/**
 * What a customer of kind `company` has beside its customer row; `id` is the customer's. A branch names its parent, and
 * what it does not have itself (signatory, limit) is the parent's. `mandate`: lawful (stands in the register) or
 * powerOfAttorney, with the paper's reference. `bills`: own or parent. `limit_minor`: what all branches together may
 * spend a month (null: as its class allows); `place_number`: of the place of business, where the country has one (КПП), ''
 * none. A limit is null until credit or an agreement sets it.
 */
export const companyTable = defineTable(
  'company',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    parent_id: 'text?',
    country: 'text',
    register_number: 'text',
    vat_number: 'text?',
    signatory_given_names: 'text',
    signatory_family_name: 'text',
    signatory_role: 'text',
    mandate: 'text',
    mandate_reference: 'text',
    bills: 'text',
    purchase_order: 'text',
    limit_minor: 'int?',
    place_number: 'text',
  },
  [['parent_id'], ['register_number'], ['vat_number']],
)
export type CompanyRow = RowOf<typeof companyTable.columns>

/** Someone who lives in a household and may use its lines; the holder alone signs. */
export const householdMemberTable = defineTable(
  'household_member',
  {
    id: 'text',
    scope: 'text',
    version: 'int',
    household_id: 'text',
    name: 'text',
    position: 'int',
  },
  [['household_id']],
)
export type HouseholdMemberRow = RowOf<typeof householdMemberTable.columns>
