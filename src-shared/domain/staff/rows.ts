import type { RowOf } from '#shared/kernel/table.ts'
import { defineTable } from '#shared/kernel/table.ts'

/** Who works in a market, as colleagues see each other: a case is handed over to one of them. `role` as in roles.ts. */
export const colleagueTable = defineTable('colleague', {
  id: 'text',
  scope: 'text',
  version: 'int',
  name: 'text',
  role: 'text',
  seat: 'text',
})
export type ColleagueRow = RowOf<typeof colleagueTable.columns>
