import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok } from '#shared/kernel/result.ts'
import { callOf, callView } from '#main/workstation/sale/call-of.ts'

/** The call at this desk, who it may be and what may be done; null when there is none. */
export const currentCall = defineDeskHandler('phone.currentCall', (desk) => {
  const call = callOf(desk)
  return ok({ view: call ? callView(desk, call) : null })
})
