import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok } from '#shared/kernel/result.ts'
import { openCase } from '#main/workstation/sale/finish-step.ts'
import { takeCase } from '#main/workstation/sale/take-up.ts'

/** Goes on with a case that another desk has: this one writes from now on. The core says so if it changed hands meanwhile. */
export const takeOverCase = defineDeskHandler('interaction.takeOverCase', (desk, { caseId }) => {
  const open = openCase(desk, caseId)
  if (!open.ok) return open
  const taken = takeCase(desk, caseId)
  if (!taken.ok) return taken
  desk.changed('interaction', 'desk')
  return ok({})
})
