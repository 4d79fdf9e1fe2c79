import { defineDeskHandler } from '#main/workstation/desk.ts'
import { portInMachine, portInStates } from '#shared/domain/number/port-in-machine.ts'
import { mayStep } from '#shared/kernel/machine.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** The customer keeps the temporary number. */
export const withdrawPortIn = defineDeskHandler('number.withdrawPortIn', (desk, { portInId }) => {
  const row = desk.view.get('port_in', portInId)?.row
  const state = portInStates.find((one) => one === row?.state)
  if (!row || state === undefined) return refuse('PORT_IN_UNKNOWN')
  if (!mayStep(portInMachine, state, 'withdraw', undefined)) return refuse('PORT_IN_OVER')
  const captured = desk.capture({
    type: 'number.withdrawPortIn',
    body: { portInId, caseId: row.case_id, customerId: row.customer_id },
  })
  if (!captured.ok) return captured
  desk.changed('number', 'desk')
  return ok({})
})
