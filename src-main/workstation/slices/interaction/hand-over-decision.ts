import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { CommandBody } from '#shared/contract/commands.ts'
import { travellingBody } from '#shared/domain/interaction/travelling-body.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { caseOfCommand } from '#main/workstation/sale/case-of-command.ts'
import { isUnresolved } from '#main/workstation/sale/marks.ts'
import { refusedCommand } from '#main/workstation/sale/waiting.ts'

/** Hands a matter to the supervisors, with what of it may travel: the core may never have taken it in. */
export const handOverDecision = defineDeskHandler('interaction.handOverDecision', (desk, { commandId }) => {
  const item = refusedCommand(desk, commandId)
  if (!item || !isUnresolved(item)) return refuse('NOTHING_TO_RESOLVE')
  const caseId = caseOfCommand(item) ?? null
  const customerId = item.touches.find((touch) => touch.startsWith('customer:'))?.slice('customer:'.length)
  // JSON by either type; zod's is writable
  const body = travellingBody(item.body) as CommandBody<'interaction.handOverDecision'>['body']
  const { type, code, deviceSeq, capturedAt } = item
  const handed = desk.capture({
    type: 'interaction.handOverDecision',
    body: { taskId: commandId, type, code, body, caseId, customerId: customerId ?? null, deviceSeq, capturedAt },
  })
  if (!handed.ok) return handed
  desk.changed('interaction', 'desk')
  return ok({})
})
