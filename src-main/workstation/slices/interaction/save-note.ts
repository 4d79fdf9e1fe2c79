import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok } from '#shared/kernel/result.ts'
import { openCase } from '#main/workstation/sale/finish-step.ts'

/** Keeps the case's note as typed; it travels with the next step that is finished. */
export const saveNote = defineDeskHandler('interaction.saveNote', (desk, { caseId, note }) => {
  const open = openCase(desk, caseId)
  if (!open.ok) return open
  const savedAt = desk.drafts.save(caseId, 'note', { note })
  desk.changed('interaction', 'desk')
  return ok({ savedAt })
})
