import type { MirrorRow } from '#shared/contract/mirror.ts'
import { taskMachine } from '#shared/domain/provisioning/states.ts'
import type { Instant } from '#shared/kernel/date.ts'
import type { Unit } from '#core/sync/handler.ts'
import { isFinal, mustMove } from '../kit/move.ts'
import { finishOrder } from '../order/finish-order.ts'

/**
 * Ends a task, by the network (`complete`) or by back office (`repair`); what comes after a late or stuck one is planned
 * anew by the time lost. The last task finishes the order.
 */
export async function endTask(
  unit: Unit,
  task: MirrorRow<'order_task'>,
  event: 'complete' | 'repair',
  now: Instant,
): Promise<void> {
  const state = mustMove(taskMachine, task.state, event, undefined)
  await unit.patch('order_task', task.id, {
    state,
    ended_at: now,
    is_late: 0,
    cause: '',
    answer_by: null,
    retry_at: null,
  })
  const others = (await tasksOf(unit, task.order_id)).filter((each) => each.id !== task.id)
  const later = others.filter((each) => !isFinal(taskMachine, each.state))
  if (later.length === 0) return finishOrder(unit, task.order_id, now)
  const lostMs = task.is_late === 1 || event === 'repair' ? Math.max(0, now - task.planned_end) : 0
  if (lostMs === 0) return
  for (const each of later)
    await unit.patch('order_task', each.id, {
      planned_start: each.planned_start + lostMs,
      planned_end: each.planned_end + lostMs,
    })
}

/** Tasks of an order in their turn. */
export async function tasksOf(unit: Pick<Unit, 'tx'>, orderId: string): Promise<readonly MirrorRow<'order_task'>[]> {
  return unit.tx.selectFrom('order_task').selectAll().where('order_id', '=', orderId).orderBy('position').execute()
}
