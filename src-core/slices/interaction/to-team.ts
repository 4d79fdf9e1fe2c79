import type { MirrorRow } from '#shared/contract/mirror.ts'
import { decisionMachine } from '#shared/domain/interaction/decision-states.ts'
import type { Instant } from '#shared/kernel/date.ts'
import type { Unit } from '#core/sync/handler.ts'
import { mayMove, mustMove } from '../kit/move.ts'

/** Moves a matter to the team's queue: it is nobody's own any more. One that is decided stays as it is. */
export async function toTeam(unit: Unit, task: MirrorRow<'decision_task'>, now: Instant): Promise<void> {
  if (!mayMove(decisionMachine, task.state, 'moveToTeam', undefined)) return
  const state = mustMove(decisionMachine, task.state, 'moveToTeam', undefined)
  await unit.patch('decision_task', task.id, { state, owner_id: null, owner_name: '', moved_at: task.moved_at ?? now })
}
