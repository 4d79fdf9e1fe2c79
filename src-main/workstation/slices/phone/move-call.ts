import { defineDeskHandler } from '#main/workstation/desk.ts'
import type { Call } from '#shared/domain/phone/contract.ts'
import type { CallEvent, CallState } from '#shared/domain/phone/call-machine.ts'
import { callMachine } from '#shared/domain/phone/call-machine.ts'
import type { Instant } from '#shared/kernel/date.ts'
import { step } from '#shared/kernel/machine.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { logCall } from './begin-call.ts'
import { callOf } from '#main/workstation/sale/call-of.ts'

/**
 * Takes, holds, passes on or hangs up the call. Taking it logs the contact, with the candidate chosen, from its first
 * second. CALL_GONE: there is none any more, or it cannot do this now.
 */
export const moveCall = defineDeskHandler('phone.moveCall', (desk, { event, customerId }) => {
  const call = callOf(desk)
  const moved = call && step(callMachine, call.state, event, undefined)
  // wrap-up is closed with what came of the call, never without
  if (!call || !moved?.ok || event === 'close') return refuse('CALL_GONE')
  const known = customerId !== null && desk.view.get('customer', customerId) ? customerId : call.customerId
  const next = movedCall(
    { ...call, customerId: event === 'take' ? known : call.customerId },
    event,
    moved.value,
    desk.now(),
  )
  desk.phone.keep(next.state === 'over' ? undefined : next)
  if (event === 'take') {
    const logged = logCall(desk, next)
    if (!logged.ok) return logged
  }
  desk.changed('phone', 'verification', 'interaction', 'desk')
  return ok({})
})

function movedCall(call: Call, event: CallEvent, state: CallState, now: Instant): Call {
  return {
    ...call,
    state,
    answeredAt: event === 'take' ? now : call.answeredAt,
    heldAt: state === 'held' ? now : null,
    endedAt: state === 'wrapUp' ? now : null,
    isTransferred: call.isTransferred || event === 'transfer',
  }
}
