import { waitingAdjustments } from '#shared/domain/adjustment/states.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'

/** Gives a credit that somebody asked for to a colleague to decide, while nobody has. */
export const reassignCredit = defineHandler('adjustment.reassignCredit', {
  run: async (context, body) => {
    const row = await context.get('adjustment', body.adjustmentId)
    if (!row || row.scope !== context.scope) return rejected('ADJUSTMENT_UNKNOWN')
    if (row.state === 'withdrawn') return rejected('REQUEST_WITHDRAWN')
    if (!waitingAdjustments.some((state) => state === row.state))
      return rejected('ALREADY_DECIDED', { by: row.decided_name, state: row.state })
    const to = await context.get('colleague', body.toId)
    if (to?.scope !== context.scope) return rejected('COLLEAGUE_UNKNOWN')
    await context.patch('adjustment', row.id, { assigned_to: to.id })
    return applied
  },
})
