import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** What the person at the desk had open, after a crash or a reload: cases this desk still knows. */
export const openWork = defineDeskHandler('interaction.openWork', (desk) => {
  const session = desk.session()
  if (!session) return refuse('NOT_SIGNED_IN')
  const kept = desk.openWork.of(session.userId)
  const cases = kept.cases.filter(({ caseId }) => desk.view.get('service_case', caseId) !== undefined)
  return ok({ cases, inFront: cases.some(({ caseId }) => caseId === kept.inFront) ? kept.inFront : null })
})
