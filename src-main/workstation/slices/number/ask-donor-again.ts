import { defineDeskHandler } from '#main/workstation/desk.ts'
import { judgePortIn } from '#shared/domain/number/judge-port-in.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** Asks a donor that refused again, with the code and day as they are now. STEP_INCOMPLETE {field, reason}. */
export const askDonorAgain = defineDeskHandler('number.askDonorAgain', (desk, { portInId, code, on, window }) => {
  const row = desk.view.get('port_in', portInId)?.row
  if (!row) return refuse('PORT_IN_UNKNOWN')
  if (row.state !== 'refusedByDonor') return refuse('PORT_NOT_REFUSED')
  const typed = { portNumber: row.msisdn, portDonor: row.donor, portCode: code, portOn: on }
  const judged = judgePortIn(typed, {
    today: desk.businessDate(),
    country: desk.policies()?.market.country ?? '',
  })
  if (!judged.ok) return refuse('STEP_INCOMPLETE', { ...judged.error.details, reason: judged.error.code })
  const captured = desk.capture({
    type: 'number.askDonorAgain',
    body: {
      ...{ portInId, caseId: row.case_id, customerId: row.customer_id },
      ...{ code: judged.value.code, onDate: judged.value.onDate, window },
    },
  })
  if (!captured.ok) return captured
  desk.changed('number', 'desk')
  return ok({})
})
