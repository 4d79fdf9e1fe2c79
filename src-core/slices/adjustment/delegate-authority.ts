import { supervising } from '#shared/domain/staff/roles.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'

/** Hands authority to a colleague for some days that are not over yet; never what was handed to oneself. */
export const delegateAuthority = defineHandler('adjustment.delegateAuthority', {
  run: async (context, body) => {
    const { userId, name, role } = context.authority
    const to = await context.get('colleague', body.toId)
    if (!to || to.scope !== context.scope || to.id === userId) return rejected('COLLEAGUE_UNKNOWN')
    if (body.lastDay < body.firstDay || body.lastDay < context.businessDate) return rejected('DELEGATION_DATES')
    if (await context.get('delegation', body.delegationId)) return applied
    await context.insert('delegation', {
      ...{ id: body.delegationId, scope: context.scope, from_id: userId, from_name: name, from_role: role },
      ...{ to_id: to.id, to_name: to.name, first_day: body.firstDay, last_day: body.lastDay, ended_at: null },
    })
    return applied
  },
})

/** Takes a delegation back: the one who gave it, or whoever supervises. */
export const endDelegation = defineHandler('adjustment.endDelegation', {
  run: async (context, body) => {
    const row = await context.get('delegation', body.delegationId)
    if (!row || row.scope !== context.scope) return rejected('DELEGATION_UNKNOWN')
    const { userId, role } = context.authority
    if (row.from_id !== userId && !supervising.some((one) => one === role)) return rejected('DELEGATION_NOT_YOURS')
    if (row.ended_at === null) await context.patch('delegation', row.id, { ended_at: context.now })
    return applied
  },
})
