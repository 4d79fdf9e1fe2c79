import { decisionMachine } from '#shared/domain/interaction/decision-states.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'
import { mayMove } from '../kit/move.ts'
import { mayDecideForOthers } from './decide-for-others.ts'

/** What a customer has signed or paid is not dropped by an agent: it is withdrawn, or a supervisor decides. */
const binding: ReadonlySet<string> = new Set([
  'contract.signContract',
  'payment.recordPayment',
  'order.submitOrder',
  'order.chooseOtherNumber',
])

/** Leaves things as they are on record: the refused command is settled, and nothing is written for it. */
export const letStand = defineHandler('interaction.letStand', {
  run: async (context, body) => {
    const task = await context.get('decision_task', body.taskId)
    const isWaiting = task?.scope === context.scope && mayMove(decisionMachine, task.state, 'settle', undefined)
    if (!task || !isWaiting || context.command.resolves !== body.taskId) return rejected('NOTHING_TO_RESOLVE')
    const isHeldUp = task.queue === 'supervisor' || binding.has(task.type)
    if (isHeldUp && !(await mayDecideForOthers(context))) return rejected('DECISION_NEEDS_SUPERVISOR')
    return applied
  },
})
