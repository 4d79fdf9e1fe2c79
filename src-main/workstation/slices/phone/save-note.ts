import { defineDeskHandler } from '#main/workstation/desk.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { callOf } from '#main/workstation/sale/call-of.ts'

/** Keeps the call's note as typed, through hold and transfer. In a case the note is the case's: one pad, not two. */
export const saveCallNote = defineDeskHandler('phone.saveNote', (desk, { note }) => {
  const call = callOf(desk)
  if (!call) return refuse('CALL_GONE')
  desk.phone.keep({ ...call, note })
  desk.changed('phone')
  return ok({ savedAt: desk.now() })
})
