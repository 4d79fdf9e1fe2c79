import { defineDeskHandler } from '#main/workstation/desk.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'
import { portInMachine, portInStates } from '#shared/domain/number/port-in-machine.ts'
import type { PortInEvent } from '#shared/domain/number/port-in-machine.ts'
import { mayStep } from '#shared/kernel/machine.ts'
import { ok } from '#shared/kernel/result.ts'

/** Numbers on their way from other operators: of a case, or all that a donor refused, oldest first. */
export const portIns = defineDeskHandler('number.portIns', (desk, { caseId }) => {
  const seen =
    caseId === null
      ? desk.view.where('port_in', 'state', 'refusedByDonor')
      : desk.view.where('port_in', 'case_id', caseId)
  return ok({
    portIns: seen
      .toSorted((a, b) => a.row.requested_at - b.row.requested_at)
      .map(({ row, mark }) => {
        const customer = desk.view.get('customer', row.customer_id)?.row
        return {
          row,
          customerName: customer ? customerName(customer) : '',
          language: customer?.language ?? 'en',
          isPending: mark.state !== 'confirmed',
          // what a court has stopped is not brought by asking once more
          mayAskAgain: may(row.state, 'ask') && row.refusal !== 'COURT_ORDER',
          mayWithdraw: may(row.state, 'withdraw'),
        }
      }),
  })
})

function may(state: string, event: PortInEvent): boolean {
  const known = portInStates.find((one) => one === state)
  return known !== undefined && mayStep(portInMachine, known, event, undefined)
}
