import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { ColleagueRow } from '#shared/domain/staff/rows.ts'
import { serving } from '#shared/domain/staff/roles.ts'
import { ok } from '#shared/kernel/result.ts'

/** Everyone else of the market who serves customers, by name. */
export const colleagues = defineDeskHandler('interaction.colleagues', (desk) => {
  const own = desk.session()?.userId ?? ''
  const rows = desk.view.sql<ColleagueRow>('select * from colleague where id <> ?', own)
  return ok({
    colleagues: rows
      // a role of a newer core serves nobody as far as this version knows
      .filter(({ role }) => serving.some((one) => one === role))
      .toSorted((a, b) => a.name.localeCompare(b.name))
      .map(({ id, name, role, seat }) => ({ userId: id, name, role, seat })),
  })
})
