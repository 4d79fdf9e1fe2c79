import { ok } from '#shared/kernel/result.ts'
import { defineDeskHandler } from '#main/workstation/desk.ts'

/** Who can be chosen by a tile, and the core's day. */
export const staffPeople = defineDeskHandler('staff.people', (desk) =>
  ok({ people: [...desk.staff.people()], businessDate: desk.status().businessDate }),
)
