import { ok } from '#shared/kernel/result.ts'
import { defineDeskHandler } from '#main/workstation/desk.ts'

/** Who is at the desk, or nobody, and then who left it last. */
export const staffSession = defineDeskHandler('staff.session', (desk) =>
  ok({ session: desk.session() ?? null, left: desk.staff.left() ?? null }),
)
