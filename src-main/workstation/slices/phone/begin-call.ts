import type { Desk } from '#main/workstation/desk.ts'
import type { Call } from '#shared/domain/phone/contract.ts'
import type { PhoneCountry } from '#shared/domain/number/msisdn.ts'
import { parseMsisdn } from '#shared/domain/number/msisdn.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { callOf } from '#main/workstation/sale/call-of.ts'

type Beginning = Pick<Call, 'number' | 'direction'> &
  Partial<Pick<Call, 'queue' | 'waitedS' | 'customerId' | 'callBackId'>>

/** Puts a call on the desk. CALL_BUSY while there is one; a hidden or foreign number rings all the same. */
export function beginCall(desk: Desk, begun: Beginning): Result<Call, Refusal<'CALL_BUSY' | 'NOT_SIGNED_IN'>> {
  const session = desk.session()
  if (!session) return refuse('NOT_SIGNED_IN')
  if (callOf(desk)) return refuse('CALL_BUSY')
  const now = desk.now()
  const call: Call = {
    contactId: desk.ids.next(),
    userId: session.userId,
    queue: '',
    waitedS: null,
    customerId: null,
    callBackId: null,
    ...begun,
    number: readNumber(desk, begun.number),
    state: begun.direction === 'outbound' ? 'inCall' : 'ringing',
    rangAt: now,
    answeredAt: begun.direction === 'outbound' ? now : null,
    heldAt: null,
    endedAt: null,
    isTransferred: false,
    caseId: null,
    note: '',
  }
  desk.phone.keep(call)
  desk.changed('phone', 'verification')
  return ok(call)
}

/** Logs the contact of a call that is spoken in; from then on it stands in the customer's history. */
export function logCall(desk: Desk, call: Call): ReturnType<Desk['capture']> {
  return desk.capture({
    type: 'interaction.logContact',
    body: {
      contactId: call.contactId,
      customerId: call.customerId,
      caseId: call.caseId,
      channel: 'phone',
      direction: call.direction,
      at: call.answeredAt ?? call.rangAt,
    },
  })
}

function readNumber(desk: Desk, text: string): string {
  // the market's policy names a country libphonenumber knows
  const read = parseMsisdn(text, (desk.policies()?.market.country ?? 'FR') as PhoneCountry)
  return read.ok ? read.value : text.trim()
}
