import type { Desk } from '#main/workstation/desk.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Result } from '#shared/kernel/result.ts'
import { ok } from '#shared/kernel/result.ts'
import type { Captured } from './finish-step.ts'

type CaptureRefusal = Extract<Captured, { readonly ok: false }>['error']

/** Whoever works on a matter has it: one of the team's queue is taken first, so that no colleague begins on it too. */
export function takeMatter(desk: Desk, taskId: Id): Result<Record<string, never>, CaptureRefusal> {
  const task = desk.view.get('decision_task', taskId)?.row
  if (task?.state !== 'team') return ok({})
  const taken = desk.capture({ type: 'interaction.takeDecision', body: { taskId } })
  return taken.ok ? ok({}) : taken
}
