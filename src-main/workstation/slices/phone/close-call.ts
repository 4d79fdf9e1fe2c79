import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { Desk } from '#main/workstation/desk.ts'
import type { Call } from '#shared/domain/phone/contract.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { callOf, noteOf } from '#main/workstation/sale/call-of.ts'

/** Ends the wrap-up: the contact with what came of it, and the promise to call that was made or kept. */
export const closeCall = defineDeskHandler('phone.closeCall', (desk, { code, outcome, callBackAt }) => {
  const call = callOf(desk)
  if (call?.state !== 'wrapUp') return refuse('CALL_GONE')
  const { contactId, caseId, direction, callBackId, number } = call
  const note = noteOf(desk, call)
  const links = { customerId: customerOf(desk, call), caseId }
  const closed = desk.capture({
    type: 'interaction.wrapUp',
    body: {
      contactId,
      ...links,
      channel: 'phone',
      direction,
      at: call.answeredAt ?? call.rangAt,
      code,
      outcome,
      note,
      durationS: Math.max(0, Math.round(((call.endedAt ?? desk.now()) - (call.answeredAt ?? call.rangAt)) / 1000)),
      callBack:
        callBackAt === null
          ? null
          : { callBackId: desk.ids.next(), ...links, number, dueAt: callBackAt, note: note.slice(0, 500) },
      keptCallBackId: callBackId,
    },
  })
  if (!closed.ok) return closed
  // of a case that is closed already the note went with this contact
  const isClosed = caseId !== null && desk.view.get('service_case', caseId)?.row.state === 'done'
  if (isClosed) desk.drafts.drop(caseId, 'note')
  desk.phone.keep(undefined)
  desk.changed('phone', 'verification', 'interaction', 'desk')
  return ok({})
})

/** Who it was: chosen when the call was taken, else whoever its case turned out to be about. */
function customerOf(desk: Desk, { customerId, caseId }: Call): string | null {
  const ofCase = caseId === null ? undefined : desk.view.get('service_case', caseId)?.row.customer_id
  return ofCase ?? customerId
}
