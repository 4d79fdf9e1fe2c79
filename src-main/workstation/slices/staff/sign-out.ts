import { ok } from '#shared/kernel/result.ts'
import { defineDeskHandler } from '#main/workstation/desk.ts'

/** Ends the session and tells how many commands still wait to be sent. */
export const staffSignOut = defineDeskHandler('staff.signOut', (desk) => ok({ unsent: desk.staff.signOut() }))
