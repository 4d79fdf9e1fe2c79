import type { MirrorRow } from '#shared/contract/mirror.ts'
import { decisionMachine } from '#shared/domain/interaction/decision-states.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { mayMove } from '../kit/move.ts'

/** The task of a command held for a supervisor, which this decision names; undefined once it is decided, or never was. */
export async function heldTask(
  context: HandlerContext,
  taskId: string,
): Promise<MirrorRow<'decision_task'> | undefined> {
  const task = await context.get('decision_task', taskId)
  if (task?.scope !== context.scope || task.result !== 'needsApproval') return undefined
  const isWaiting = mayMove(decisionMachine, task.state, 'settle', undefined)
  return isWaiting && context.command.resolves === taskId ? task : undefined
}
