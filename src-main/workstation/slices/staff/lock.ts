import { ok } from '#shared/kernel/result.ts'
import { defineDeskHandler } from '#main/workstation/desk.ts'
import { parkTyped } from '#main/workstation/sale/park-case.ts'

/**
 * Locks the desk: it is anyone's now, and what its person had open waits for them. What is typed and not finished travels,
 * as it does at sign-out, for a shift may end while the desk is locked; what waits for them stays theirs.
 */
export const staffLock = defineDeskHandler('staff.lock', (desk) => {
  // what was decided a moment ago goes out in this name
  desk.decisions.sendAll()
  parkTyped(desk)
  desk.staff.lock()
  return ok({ unsent: desk.outbox.unsent().length })
})
