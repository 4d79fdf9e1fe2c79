import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { bodyOf } from '#main/workstation/sale/body-of.ts'
import { caseOfCommand } from '#main/workstation/sale/case-of-command.ts'
import { openCase } from '#main/workstation/sale/finish-step.ts'
import { isUnresolved } from '#main/workstation/sale/marks.ts'
import { takeUp } from '#main/workstation/sale/take-up.ts'
import { refusedCommand } from '#main/workstation/sale/waiting.ts'

/**
 * Takes back a case that another desk took over while this one wrote in it: every step refused for that stands again as it
 * was entered, and finishing it resolves the refusal. What is no step is settled: it is done again in the case.
 */
export const takeCaseBack = defineDeskHandler('interaction.takeCaseBack', (desk, { commandId }) => {
  const item = refusedCommand(desk, commandId)
  const caseId = item && caseOfCommand(item)
  if (!item || !caseId || !isUnresolved(item) || item.code !== 'CASE_TAKEN_OVER') return refuse('NOTHING_TO_RESOLVE')
  const open = openCase(desk, caseId)
  if (!open.ok) return open
  const taken = takeUp(desk, commandId, caseId)
  if (!taken.ok) return taken
  const refused = open.value.commands.filter((one) => isUnresolved(one) && one.code === 'CASE_TAKEN_OVER')
  for (const one of refused) {
    const entered = bodyOf(one, 'interaction.saveCaseStep')
    if (entered) desk.drafts.save(caseId, entered.step, entered.fields)
    else {
      const stands = letStand(one.id)
      if (!stands.ok) return stands
    }
  }
  desk.changed('interaction', 'desk')
  return ok({ caseId })

  function letStand(taskId: Id) {
    return desk.capture({ type: 'interaction.letStand', body: { taskId }, resolves: taskId })
  }
})
