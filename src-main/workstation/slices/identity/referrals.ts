import { defineDeskHandler } from '#main/workstation/desk.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { ok } from '#shared/kernel/result.ts'

/** Additional checks that wait for a person, oldest first; one decided on this desk stays until the core confirms it. */
export const referrals = defineDeskHandler('identity.referrals', (desk) => {
  const rows = desk.view.sql<{ readonly id: Id }>(
    `select id from identity_evidence where state = 'referred' order by recorded_at limit 200`,
  )
  return ok({
    referrals: rows.flatMap(({ id }) => {
      const seen = desk.view.get('identity_evidence', id)
      if (!seen) return []
      const customer = desk.view.get('customer', seen.row.customer_id)?.row
      const name = customer ? customerName(customer) : `${seen.row.given_names} ${seen.row.surname}`.trim()
      return [{ evidence: seen.row, customerName: name, isPending: seen.row.state !== 'referred' }]
    }),
  })
})
