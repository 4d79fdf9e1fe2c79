import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/**
 * What the person at the desk had open, after a crash or a reload: cases this desk still knows. While the mirror is being
 * loaded (first start, damaged cache) it knows too little to drop one: they come back as they were.
 */
export const openWork = defineDeskHandler('interaction.openWork', (desk) => {
  const session = desk.session()
  if (!session) return refuse('NOT_SIGNED_IN')
  const kept = desk.openWork.of(session.userId)
  const isLoading = desk.policies() === undefined
  const cases = kept.cases.filter(({ caseId }) => isLoading || desk.view.get('service_case', caseId) !== undefined)
  return ok({ cases, inFront: cases.some(({ caseId }) => caseId === kept.inFront) ? kept.inFront : null })
})
