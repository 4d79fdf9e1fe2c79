import { isPortDay } from '#shared/domain/number/judge-port-in.ts'
import { portInMachine } from '#shared/domain/number/port-in-machine.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'
import { mayMove, mustMove } from '../kit/move.ts'

/** Asks a donor that refused again, with what the customer has settled or said anew. */
export const askDonorAgain = defineHandler('number.askDonorAgain', {
  run: async (context, body) => {
    const row = await context.get('port_in', body.portInId)
    if (row?.scope !== context.scope || row.case_id !== body.caseId) return rejected('PORT_IN_UNKNOWN')
    if (!mayMove(portInMachine, row.state, 'ask', undefined)) return rejected('PORT_NOT_REFUSED')
    if (!isPortDay(body.onDate, context.businessDate)) return rejected('PORT_DAY_WRONG')
    await context.patch('port_in', row.id, {
      state: mustMove(portInMachine, row.state, 'ask', undefined),
      ...{ code: body.code, on_date: body.onDate, day_part: body.window },
      ...{ refusal: '', tries: row.tries + 1, requested_at: context.now, answered_at: null },
    })
    return applied
  },
})
