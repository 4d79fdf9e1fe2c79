import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** Opens a case: its contact is logged from this second. NOT_FOUND when the customer is not on this desk. */
export const startCase = defineDeskHandler('interaction.startCase', (desk, { channel, customerId }) => {
  if (customerId !== null && !desk.view.get('customer', customerId)) return refuse('NOT_FOUND')
  const caseId = desk.ids.next()
  const opened = desk.capture({
    type: 'interaction.openCase',
    body: { caseId, contactId: desk.ids.next(), reference: desk.nextReference(), recipe: 'sale', channel, customerId },
  })
  if (!opened.ok) return opened
  desk.changed('interaction', 'desk')
  return ok({ caseId })
})
