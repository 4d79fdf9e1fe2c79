import { defineDeskHandler } from '#main/workstation/desk.ts'
import { callOf } from '#main/workstation/sale/call-of.ts'
import { writableCase } from '#main/workstation/sale/finish-step.ts'
import { isOfBill, recipes } from '#shared/domain/interaction/recipes.ts'
import { channelSchema } from '#shared/domain/interaction/steps.ts'
import { ok } from '#shared/kernel/result.ts'

/**
 * A bill question is answered: the case is done, and its contact says that the bill was explained, with the note. In a call
 * the contact is the call's own, which says so when it is wrapped up.
 */
export const finishQuestion = defineDeskHandler('bill.finishQuestion', (desk, { caseId }) => {
  const open = writableCase(desk, caseId)
  if (!open.ok) return open
  const { row, note } = open.value
  const contact = desk.view.where('contact', 'case_id', caseId)[0]?.row
  const isOfCall = callOf(desk)?.contactId === contact?.id
  const [said] = recipes[isOfBill(row.recipe) ? row.recipe : 'billQuestion'].wrapUpCodes
  if (contact && !isOfCall) {
    const written = desk.capture({
      type: 'interaction.wrapUp',
      body: {
        contactId: contact.id,
        customerId: row.customer_id,
        caseId,
        channel: channelSchema.parse(contact.channel),
        direction: contact.direction === 'outbound' ? 'outbound' : 'inbound',
        at: contact.at,
        code: said.code,
        outcome: said.outcome,
        note,
        durationS: Math.max(0, Math.round((desk.now() - contact.at) / 1000)),
        callBack: null,
        keptCallBackId: null,
      },
    })
    if (!written.ok) return written
  }
  const closed = desk.capture({ type: 'interaction.closeCase', body: { caseId, outcome: 'finish' } })
  if (!closed.ok) return closed
  if (!isOfCall) desk.drafts.drop(caseId, 'note')
  desk.changed('interaction', 'desk', 'phone', 'bill')
  return ok({})
})
