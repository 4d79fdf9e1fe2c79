import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { parkCase as park } from '#main/workstation/sale/park-case.ts'

/** Leaves a case: what is typed in it travels, so that it can be gone on with at another desk. */
export const parkCase = defineDeskHandler('interaction.parkCase', (desk, { caseId }) => {
  if (!desk.view.get('service_case', caseId)) return refuse('CASE_UNKNOWN')
  const refusal = park(desk, caseId)
  if (refusal && !refusal.ok) return refusal
  desk.changed('interaction', 'desk')
  return ok({})
})
