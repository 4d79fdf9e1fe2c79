import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** Takes a matter of the team's queue; an own one stays with its owner for another while. */
export const takeDecision = defineDeskHandler('interaction.takeDecision', (desk, { commandId }) => {
  const task = desk.view.get('decision_task', commandId)?.row
  if (!task || task.state === 'done') return refuse('NOTHING_TO_RESOLVE')
  const taken = desk.capture({ type: 'interaction.takeDecision', body: { taskId: commandId } })
  if (!taken.ok) return taken
  desk.changed('interaction', 'desk')
  return ok({})
})
