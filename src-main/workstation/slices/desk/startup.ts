import { ok } from '#shared/kernel/result.ts'
import { defineDeskHandler } from '#main/workstation/desk.ts'

/** The first start, step by step. */
export const deskStartup = defineDeskHandler('desk.startup', (desk) => ok(desk.startup()))
