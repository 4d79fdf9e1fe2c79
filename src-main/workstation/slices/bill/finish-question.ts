import { defineDeskHandler } from '#main/workstation/desk.ts'
import { callOf } from '#main/workstation/sale/call-of.ts'
import { callerViewOf } from '#main/workstation/sale/caller.ts'
import { writableCase } from '#main/workstation/sale/finish-step.ts'
import { isOfBill, recipes, unverified } from '#shared/domain/interaction/recipes.ts'
import { channelSchema } from '#shared/domain/interaction/steps.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/**
 * A bill question is answered: the case is done, and its contact says that the bill was explained, with the note. In a call
 * the contact is the call's own, which says so when it is wrapped up. To whom a bill is told must be known as the recipe
 * asks; who could not be verified was told nothing, and the contact says that (`isUnverified`).
 */
export const finishQuestion = defineDeskHandler('bill.finishQuestion', (desk, { caseId, isUnverified = false }) => {
  const open = writableCase(desk, caseId)
  if (!open.ok) return open
  const { row, note } = open.value
  const recipe = recipes[isOfBill(row.recipe) ? row.recipe : 'billQuestion']
  const level = recipe.verificationLevel
  const known = row.customer_id === null ? undefined : callerViewOf(desk, { customerId: row.customer_id, caseId })
  if (!isUnverified && known !== undefined && known.level < level) return refuse('CALLER_NOT_VERIFIED', { level })
  const contact = desk.view.where('contact', 'case_id', caseId)[0]?.row
  const isOfCall = callOf(desk)?.contactId === contact?.id
  const [first] = recipe.wrapUpCodes
  const said = isUnverified ? unverified : first
  // a call that was wrapped up before has said what came of it
  if (contact && contact.outcome === '' && !isOfCall) {
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
  const closed = desk.capture({
    type: 'interaction.closeCase',
    body: { caseId, outcome: isUnverified ? 'abandon' : 'finish' },
  })
  if (!closed.ok) return closed
  if (!isOfCall) desk.drafts.drop(caseId, 'note')
  desk.changed('interaction', 'desk', 'phone', 'bill')
  return ok({})
})
