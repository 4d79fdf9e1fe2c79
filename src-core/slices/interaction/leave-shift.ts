import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'
import { toTeam } from './to-team.ts'

/** A person leaves a desk: what waits for them there goes to the team at once. */
export const leaveShift = defineHandler('interaction.leaveShift', {
  run: async (context, body) => {
    const { command } = context
    if (body.userId !== command.actor.userId) return rejected('BODY_INVALID', { field: 'userId' })
    const own = await context.tx
      .selectFrom('decision_task')
      .select('id')
      .where('state', '=', 'open')
      .where('owner_id', '=', body.userId)
      .where('owner_device', '=', command.deviceId)
      .orderBy('id')
      .execute()
    for (const { id } of own) {
      const task = await context.get('decision_task', id)
      if (task) await toTeam(context, task, context.now)
    }
    return applied
  },
})
