import { decisionMachine } from '#shared/domain/interaction/decision-states.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'
import { mayMove, mustMove } from '../kit/move.ts'
import { mayDecideForOthers } from './decide-for-others.ts'

const minuteMs = 60_000

/**
 * Gives a matter of the team's queue to whoever asks first, or leaves an own one with its owner for another while. One
 * that a colleague has by now, or that is decided, stays as it is: the row tells who was first.
 */
export const takeDecision = defineHandler('interaction.takeDecision', {
  run: async (context, body) => {
    const task = await context.get('decision_task', body.taskId)
    if (!task || task.scope !== context.scope) return rejected('DECISION_UNKNOWN')
    if (task.queue === 'supervisor' && !(await mayDecideForOthers(context)))
      return rejected('DECISION_NEEDS_SUPERVISOR')
    const { userId } = context.command.actor
    const event = task.owner_id === userId ? 'keep' : 'take'
    if (!mayMove(decisionMachine, task.state, event, undefined)) return applied
    await context.patch('decision_task', task.id, {
      state: mustMove(decisionMachine, task.state, event, undefined),
      owner_id: userId,
      owner_name: context.actorName,
      owner_device: context.command.deviceId,
      moves_at: context.now + context.policies.work.decisionKeptMinutes * minuteMs,
      moved_at: null,
    })
    return applied
  },
})
