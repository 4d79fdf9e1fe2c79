import { orderMachine } from '#shared/domain/order/states.ts'
import { taskMachine } from '#shared/domain/provisioning/states.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'
import { mayMove, mustMove } from '../kit/move.ts'
import { endTask } from './end-task.ts'

/** Back office has repaired a stuck task: it is done and the order goes on. The note stays in the ledger. */
export const completeTask = defineHandler('provisioning.completeTask', {
  run: async (context, body) => {
    const task = await context.get('order_task', body.taskId)
    if (!task || task.order_id !== body.orderId || task.scope !== context.scope) return rejected('TASK_UNKNOWN')
    if (!mayMove(taskMachine, task.state, 'repair', undefined)) return rejected('TASK_NOT_STUCK')
    const order = await context.get('product_order', task.order_id)
    if (!order) throw new Error('a task has no order')
    const state = mustMove(orderMachine, order.state, 'release', undefined)
    await context.patch('product_order', order.id, { state, hold_reason: '', updated_at: context.now })
    await endTask(context, task, 'repair', context.now)
    return applied
  },
})
