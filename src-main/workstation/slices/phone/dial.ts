import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { beginCall, logCall } from './begin-call.ts'

/** Calls somebody, perhaps to keep a promise: hanging up with any outcome but a new promise then ends that one. */
export const dial = defineDeskHandler('phone.dial', (desk, { number, customerId, callBackId }) => {
  if (customerId !== null && !desk.view.get('customer', customerId)) return refuse('NOT_FOUND')
  const begun = beginCall(desk, { number, customerId, callBackId, direction: 'outbound' })
  if (!begun.ok) return begun
  const logged = logCall(desk, begun.value)
  if (!logged.ok) return logged
  desk.changed('interaction', 'desk')
  return ok({})
})
