import { ok } from '#shared/kernel/result.ts'
import { defineDeskHandler } from '#main/workstation/desk.ts'

/** Who is at the desk, or nobody. */
export const staffSession = defineDeskHandler('staff.session', (desk) => ok({ session: desk.session() ?? null }))
