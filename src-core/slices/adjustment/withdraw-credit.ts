import { waitingAdjustments } from '#shared/domain/adjustment/states.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'

/** Takes a request for a credit back, by whoever asked for it, while nobody has decided it. */
export const withdrawCredit = defineHandler('adjustment.withdrawCredit', {
  run: async (context, body) => {
    const row = await context.get('adjustment', body.adjustmentId)
    if (!row || row.scope !== context.scope) return rejected('ADJUSTMENT_UNKNOWN')
    if (!waitingAdjustments.some((state) => state === row.state))
      return rejected('ALREADY_DECIDED', { by: row.decided_name, state: row.state })
    if (row.asked_by !== context.command.actor.userId) return rejected('NOT_YOURS')
    await context.patch('adjustment', row.id, { state: 'withdrawn', request: row.request + 1, waiting_since: null })
    return applied
  },
})
