import { decisionMachine } from '#shared/domain/interaction/decision-states.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { openTask } from '#core/sync/decision-tasks.ts'
import { applied, rejected } from '../kit/answers.ts'
import { mayMove } from '../kit/move.ts'
import { toTeam } from './to-team.ts'

/** Hands a matter to the supervisors. One that never reached the core becomes a task by this; nothing of it is carried out. */
export const handOverDecision = defineHandler('interaction.handOverDecision', {
  run: async (context, body) => {
    const { command, scope, now } = context
    const task = await context.get('decision_task', body.taskId)
    if (task) {
      const isOpen = task.scope === scope && mayMove(decisionMachine, task.state, 'moveToTeam', undefined)
      if (!isOpen) return rejected('NOTHING_TO_RESOLVE')
      await context.patch('decision_task', task.id, { queue: 'supervisor' })
      await toTeam(context, task, now)
      return applied
    }
    const touches = [
      ...(body.caseId === null ? [] : [`case:${body.caseId}`]),
      ...(body.customerId === null ? [] : [`customer:${body.customerId}`]),
    ]
    const refusal = { result: 'quarantined', code: body.code, details: '{}', snapshot: '{}', choices: '[]' }
    await openTask(context, {
      command: { ...command, ...body, id: body.taskId, touches },
      scope,
      refusal,
      work: context.policies.work,
      now,
      queue: 'supervisor',
    })
    return applied
  },
})
