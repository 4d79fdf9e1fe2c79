import { defineDeskHandler } from '#main/workstation/desk.ts'
import { callerViewOf } from '#main/workstation/sale/caller.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** How far the caller is known in this contact, and what can be asked. */
export const caller = defineDeskHandler('verification.caller', (desk, about) => {
  const view = callerViewOf(desk, about)
  return view ? ok(view) : refuse('NOT_FOUND')
})
