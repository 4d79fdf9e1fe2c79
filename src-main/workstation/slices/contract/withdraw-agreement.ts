import { defineDeskHandler } from '#main/workstation/desk.ts'
import { isCallerKnown } from '#main/workstation/sale/caller.ts'
import { openShift } from '#main/workstation/sale/drawer.ts'
import { agreementMachine } from '#shared/domain/contract/states.ts'
import { levelOfAct } from '#shared/domain/verification/levels.ts'
import { mayStep } from '#shared/kernel/machine.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** The customer, known well enough, withdraws within the days; the core judges both again. */
export const withdrawAgreement = defineDeskHandler('contract.withdrawAgreement', (desk, { agreementId, reason }) => {
  const row = desk.view.get('agreement', agreementId)?.row
  if (!row || !mayStep(agreementMachine, row.state, 'withdraw', undefined)) return refuse('NOT_SIGNED')
  if (row.withdraw_until === null) return refuse('WITHDRAWAL_NONE')
  if (desk.businessDate() > row.withdraw_until) return refuse('WITHDRAWAL_OVER', { until: row.withdraw_until })
  const ofCase = { caseId: row.case_id, customerId: row.customer_id }
  if (!isCallerKnown(desk, ofCase, 'withdraw')) return refuse('CALLER_NOT_VERIFIED', { level: levelOfAct.withdraw })
  const captured = desk.capture({
    type: 'contract.withdrawAgreement',
    body: { ...ofCase, agreementId, reason, shiftId: openShift(desk)?.id ?? null },
  })
  if (!captured.ok) return captured
  desk.changed('interaction', 'contract', 'customer', 'desk')
  return ok({})
})
