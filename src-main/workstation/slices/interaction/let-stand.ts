import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { isUnresolved } from '#main/workstation/sale/marks.ts'
import { refusedCommand } from '#main/workstation/sale/waiting.ts'

/** Leaves things as they are on record: what was refused is not wanted any more. */
export const letStand = defineDeskHandler('interaction.letStand', (desk, { commandId }) => {
  const item = refusedCommand(desk, commandId)
  if (!item || !isUnresolved(item)) return refuse('NOTHING_TO_RESOLVE')
  const stands = desk.capture({ type: 'interaction.letStand', body: { taskId: commandId }, resolves: commandId })
  if (!stands.ok) return stands
  desk.changed('interaction', 'desk')
  return ok({})
})
