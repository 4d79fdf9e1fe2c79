import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { assembleCaseView } from '#main/workstation/sale/case-view.ts'
import { overrideOf } from '#main/workstation/sale/override.ts'
import { readCase } from '#main/workstation/sale/read-case.ts'

/** Everything the screen of one case shows. */
export const caseView = defineDeskHandler('interaction.caseView', (desk, { caseId }) => {
  const facts = readCase(desk, caseId)
  if (!facts) return refuse('CASE_UNKNOWN')
  return ok(
    assembleCaseView(facts, {
      businessDate: desk.businessDate(),
      policies: desk.policies(),
      dataAsOf: desk.status().dataAsOf,
      override: overrideOf(desk, facts),
      deviceId: desk.deviceId,
      userId: desk.session()?.userId,
    }),
  )
})
