import type { Desk } from '#main/workstation/desk.ts'
import { mayWrite } from '#shared/domain/interaction/writer.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Result } from '#shared/kernel/result.ts'
import { ok } from '#shared/kernel/result.ts'
import type { Captured } from './finish-step.ts'
import { keepAside } from './only-here.ts'

type CaptureRefusal = Extract<Captured, { readonly ok: false }>['error']
type TakenUp = Result<Record<string, never>, CaptureRefusal>

/** Whoever works on a matter has it: one of the team's queue is taken first, so that no colleague begins on it too. */
export function takeMatter(desk: Desk, taskId: Id): TakenUp {
  const task = desk.view.get('decision_task', taskId)?.row
  if (task?.state !== 'team') return ok({})
  const taken = desk.capture({ type: 'interaction.takeDecision', body: { taskId } })
  return taken.ok ? ok({}) : taken
}

/** Makes this desk the writer of a case, where another one is: it goes on there, and the other one reads. */
export function takeCase(desk: Desk, caseId: Id): TakenUp {
  const row = desk.view.get('service_case', caseId)?.row
  if (!row || mayWrite(row, desk.deviceId)) return ok({})
  const taken = desk.capture({
    type: 'interaction.takeOverCase',
    body: { caseId, overClaim: row.writer_claim },
  })
  if (!taken.ok) return taken
  const steps = desk.view.where('case_step', 'case_id', caseId).map((seen) => seen.row)
  keepAside(desk, caseId, desk.drafts.of(caseId), steps)
  return ok({})
}

/** Both: who decides about a refused command of a case goes on with the case here. */
export function takeUp(desk: Desk, taskId: Id, caseId: Id): TakenUp {
  const taken = takeMatter(desk, taskId)
  return taken.ok ? takeCase(desk, caseId) : taken
}
