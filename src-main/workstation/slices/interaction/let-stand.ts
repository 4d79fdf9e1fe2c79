import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { Desk, OutboxItem } from '#main/workstation/desk.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { caseOfCommand } from '#main/workstation/sale/case-of-command.ts'
import { readCase } from '#main/workstation/sale/read-case.ts'
import { isUnresolved } from '#main/workstation/sale/marks.ts'
import { refusedCommand } from '#main/workstation/sale/waiting.ts'

/** Leaves things as they are on record: what was refused is not wanted any more. */
export const letStand = defineDeskHandler('interaction.letStand', (desk, { commandId }) => {
  const item = refusedCommand(desk, commandId)
  if (!item || !isUnresolved(item)) return refuse('NOTHING_TO_RESOLVE')
  for (const taskId of sameMatter(desk, item)) {
    const stands = desk.capture({ type: 'interaction.letStand', body: { taskId }, resolves: taskId })
    if (!stands.ok) return stands
  }
  desk.changed('interaction', 'desk')
  return ok({})
})

/** Everything refused in a case because another desk took it over is one matter. */
function sameMatter(desk: Desk, item: OutboxItem): readonly Id[] {
  const caseId = caseOfCommand(item)
  const facts = item.code === 'CASE_TAKEN_OVER' && caseId !== undefined ? readCase(desk, caseId) : undefined
  const others =
    facts?.commands.filter((one) => isUnresolved(one) && one.code === item.code && one.id !== item.id) ?? []
  return [item.id, ...others.map(({ id }) => id)]
}
