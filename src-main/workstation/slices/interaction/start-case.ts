import { defineDeskHandler } from '#main/workstation/desk.ts'
import { emptyFields } from '#shared/domain/interaction/steps.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { callOf } from '#main/workstation/sale/call-of.ts'

/**
 * Opens a case: its contact is logged from this second, or is the call that is spoken in; what was noted in that call
 * stands in the case's note from then on. NOT_FOUND when the customer is not on this desk.
 */
export const startCase = defineDeskHandler(
  'interaction.startCase',
  (desk, { channel, customerId, language, recipe = 'sale' }) => {
    if (customerId !== null && !desk.view.get('customer', customerId)) return refuse('NOT_FOUND')
    const caseId = desk.ids.next()
    const call = callOf(desk)
    const isOfCall =
      (call?.state === 'inCall' || call?.state === 'held') &&
      call.caseId === null &&
      (call.customerId === null || customerId === null || call.customerId === customerId)
    const about = customerId ?? (isOfCall ? call.customerId : null)
    const opened = desk.capture({
      type: 'interaction.openCase',
      body: {
        caseId,
        contactId: isOfCall ? call.contactId : desk.ids.next(),
        reference: desk.nextReference(),
        recipe,
        channel: isOfCall ? 'phone' : channel,
        customerId: about,
      },
    })
    if (!opened.ok) return opened
    if (about === null && language !== undefined && language !== emptyFields.reason.language)
      desk.drafts.save(caseId, 'reason', { ...emptyFields.reason, language })
    if (isOfCall) {
      desk.phone.keep({ ...call, caseId, customerId: about })
      if (call.note !== '') desk.drafts.save(caseId, 'note', { note: call.note })
    }
    desk.changed('interaction', 'desk', 'phone', 'verification')
    return ok({ caseId })
  },
)
