import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { stepOfCommand } from '#main/workstation/sale/finish-step.ts'
import { isUnresolved } from '#main/workstation/sale/marks.ts'
import { readCase } from '#main/workstation/sale/read-case.ts'
import { refusedCommand } from '#main/workstation/sale/waiting.ts'
import { takeUp } from '#main/workstation/sale/take-up.ts'
import { caseOfCommand } from '#main/workstation/sale/case-of-command.ts'

/**
 * Opens the step of a refused command again with what was typed in it. The item stays in the inbox until the step is
 * finished again: the new command then resolves the refused one.
 */
export const reopenStep = defineDeskHandler('interaction.reopenStep', (desk, { commandId }) => {
  const item = refusedCommand(desk, commandId)
  const step = item && stepOfCommand(item)
  const caseId = item && caseOfCommand(item)
  if (!item || !step || !caseId || !isUnresolved(item)) return refuse('NOTHING_TO_RESOLVE')
  const facts = readCase(desk, caseId)
  if (!facts) return refuse('NOTHING_TO_RESOLVE')
  const taken = takeUp(desk, commandId, caseId)
  if (!taken.ok) return taken
  desk.drafts.save(caseId, step, facts.fields[step])
  desk.changed('interaction', 'desk')
  return ok({ caseId })
})
