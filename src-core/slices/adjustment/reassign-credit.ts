import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'
import { openCredit } from './open-credit.ts'

/** Gives a credit that somebody asked for to a colleague to decide, while nobody has. */
export const reassignCredit = defineHandler('adjustment.reassignCredit', {
  run: async (context, body) => {
    const open = await openCredit(context, body.adjustmentId)
    if (!open.ok) return rejected(open.error.code, open.error.details)
    const to = await context.get('colleague', body.toId)
    if (to?.scope !== context.scope) return rejected('COLLEAGUE_UNKNOWN')
    await context.patch('adjustment', open.value.id, { assigned_to: to.id })
    return applied
  },
})
