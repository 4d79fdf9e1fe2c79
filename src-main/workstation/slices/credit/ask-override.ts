import { defineDeskHandler } from '#main/workstation/desk.ts'
import { writableCase } from '#main/workstation/sale/finish-step.ts'
import { overrideOf } from '#main/workstation/sale/override.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** Asks that the class or the limit on record be overridden, with a reason; one at a time. */
export const askOverride = defineDeskHandler('credit.askOverride', (desk, { caseId, reason }) => {
  const found = writableCase(desk, caseId)
  if (!found.ok) return found
  const facts = found.value
  const { decision, customer } = facts
  if (!decision || !customer || decision.row.state === 'provisional') return refuse('CREDIT_MISSING')
  const override = overrideOf(desk, facts)
  if (override.state === 'asked') return refuse('OVERRIDE_ASKED')
  if (override.may === 'no') return refuse('OVERRIDE_NOT_NEEDED')
  const captured = desk.capture({
    type: 'credit.overrideDecision',
    body: { overrideId: desk.ids.next(), decisionId: decision.row.id, caseId, customerId: customer.id, reason },
  })
  if (!captured.ok) return captured
  desk.changed('interaction', 'desk')
  return ok({})
})
