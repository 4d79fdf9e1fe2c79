import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok } from '#shared/kernel/result.ts'
import { beginCall, logCall } from './begin-call.ts'

/** A telephone says that a call comes in, or that its owner has dialled. CALL_BUSY while there is another. */
export const ring = defineDeskHandler('phone.ring', (desk, input) => {
  const begun = beginCall(desk, input)
  if (!begun.ok) return begun
  if (begun.value.state === 'inCall') {
    const logged = logCall(desk, begun.value)
    if (!logged.ok) return logged
  }
  return ok({})
})
