import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok } from '#shared/kernel/result.ts'
import { openCase } from '#main/workstation/sale/finish-step.ts'
import { keepable } from '#main/workstation/sale/merge-fields.ts'

/** Keeps a step as typed, whole. Never refuses what was typed: too long is cut, a wrong kind is left out. */
export const saveDraft = defineDeskHandler('interaction.saveDraft', (desk, { caseId, step, fields }) => {
  const open = openCase(desk, caseId)
  if (!open.ok) return open
  const savedAt = desk.drafts.save(caseId, step, keepable(step, fields))
  // what is chosen decides which offers and promotions are open
  desk.changed('interaction', 'desk', ...(step === 'offer' ? ['catalogue'] : []))
  return ok({ savedAt })
})
