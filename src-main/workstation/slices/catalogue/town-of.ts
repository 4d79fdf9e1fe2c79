import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok } from '#shared/kernel/result.ts'

/** The town a postal code stands for, so that nobody types it. */
export const townOf = defineDeskHandler('catalogue.townOf', (desk, { postalCode }) => {
  const rows = desk.view.where('coverage', 'postal_code', postalCode.replace(/\s/g, ''))
  const towns = new Set(rows.map(({ row }) => row.town))
  return ok({ town: towns.size === 1 ? ([...towns][0] ?? null) : null })
})
