import { defineDeskHandler } from '#main/workstation/desk.ts'
import { taskMachine } from '#shared/domain/provisioning/states.ts'
import { mayStep } from '#shared/kernel/machine.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** Back office repaired a stuck task by hand; it counts only if the task is still as it was seen here. */
export const completeTask = defineDeskHandler('provisioning.completeTask', (desk, { taskId, note }) => {
  const row = desk.view.get('order_task', taskId)?.row
  if (!row) return refuse('TASK_UNKNOWN')
  if (!mayStep(taskMachine, row.state, 'repair', undefined)) return refuse('TASK_NOT_STUCK')
  const completed = desk.capture({
    type: 'provisioning.completeTask',
    body: { taskId, orderId: row.order_id, note: note.trim() },
    base: { [`order_task:${taskId}`]: row.version },
  })
  if (!completed.ok) return completed
  desk.changed('provisioning', 'interaction', 'desk')
  return ok({})
})
