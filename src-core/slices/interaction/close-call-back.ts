import { callBackMachine } from '#shared/domain/interaction/call-back-states.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'
import { mayMove } from '../kit/move.ts'
import { endCallBack } from './call-back.ts'

/** Ends a promise to call. CALL_BACK_CLOSED names who was first. */
export const closeCallBack = defineHandler('interaction.closeCallBack', {
  run: async (context, body) => {
    const row = await context.get('call_back', body.callBackId)
    if (!row || row.scope !== context.scope) return rejected('CALL_BACK_UNKNOWN')
    if (!mayMove(callBackMachine, row.state, body.outcome, undefined))
      return rejected('CALL_BACK_CLOSED', { by: row.closed_by, at: row.closed_at ?? 0 })
    await endCallBack(context, row, body.outcome)
    return applied
  },
})
