import { defineDeskHandler } from '#main/workstation/desk.ts'
import { agreementMachine } from '#shared/domain/contract/states.ts'
import { mayStep } from '#shared/kernel/machine.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** The customer withdraws within the days; the core judges the day again by its own calendar. */
export const withdrawAgreement = defineDeskHandler('contract.withdrawAgreement', (desk, { agreementId, reason }) => {
  const row = desk.view.get('agreement', agreementId)?.row
  if (!row || !mayStep(agreementMachine, row.state, 'withdraw', undefined)) return refuse('NOT_SIGNED')
  if (row.withdraw_until === null) return refuse('WITHDRAWAL_NONE')
  if (desk.businessDate() > row.withdraw_until) return refuse('WITHDRAWAL_OVER', { until: row.withdraw_until })
  const captured = desk.capture({
    type: 'contract.withdrawAgreement',
    body: { agreementId, caseId: row.case_id, customerId: row.customer_id, reason },
  })
  if (!captured.ok) return captured
  desk.changed('interaction', 'contract', 'customer', 'desk')
  return ok({})
})
