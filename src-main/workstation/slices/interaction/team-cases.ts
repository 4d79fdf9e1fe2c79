import { defineDeskHandler } from '#main/workstation/desk.ts'
import { foldText } from '#shared/kernel/fold-text.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { ok } from '#shared/kernel/result.ts'

/** Cases looked through: what a team has open at one time is far less. */
const lookedThrough = 500

/** Open cases of colleagues whose customer's name or reference has every word asked for; the latest first. */
export const teamCases = defineDeskHandler('interaction.teamCases', (desk, { text, limit }) => {
  const words = foldText(text)
    .split(' ')
    .filter((word) => word !== '')
  if (words.length === 0) return ok({ cases: [] })
  const rows = desk.view.sql<Row>(
    `select c.id, c.reference, c.owner_name, c.updated_at, u.given_names, u.family_name
     from service_case c left join customer u on u.id = c.customer_id
     where c.state in ('open', 'waiting', 'toSign') and c.owner_id <> ? order by c.updated_at desc limit ${lookedThrough}`,
    desk.session()?.userId ?? '',
  )
  const cases = rows.flatMap((row) => {
    const customerName = `${row.given_names ?? ''} ${row.family_name ?? ''}`.trim()
    const known = foldText(`${customerName} ${row.reference}`)
    if (!words.every((word) => known.includes(word))) return []
    return [
      { caseId: row.id, reference: row.reference, customerName, openedBy: row.owner_name, updatedAt: row.updated_at },
    ]
  })
  return ok({ cases: cases.slice(0, limit) })
})

interface Row {
  readonly id: Id
  readonly reference: string
  readonly owner_name: string
  readonly updated_at: number
  readonly given_names: string | null
  readonly family_name: string | null
}
