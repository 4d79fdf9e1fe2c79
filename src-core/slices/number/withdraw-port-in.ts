import { portInMachine } from '#shared/domain/number/port-in-machine.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'
import { mayMove, mustMove } from '../kit/move.ts'

/** The customer keeps the temporary number; after the cut-over there is nothing to withdraw. */
export const withdrawPortIn = defineHandler('number.withdrawPortIn', {
  run: async (context, body) => {
    const row = await context.get('port_in', body.portInId)
    if (row?.scope !== context.scope || row.case_id !== body.caseId) return rejected('PORT_IN_UNKNOWN')
    if (!mayMove(portInMachine, row.state, 'withdraw', undefined)) return rejected('PORT_IN_OVER')
    await context.patch('port_in', row.id, { state: mustMove(portInMachine, row.state, 'withdraw', undefined) })
    return applied
  },
})
