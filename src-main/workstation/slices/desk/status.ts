import { ok } from '#shared/kernel/result.ts'
import { defineDeskHandler } from '#main/workstation/desk.ts'

/** What the status line says. */
export const deskStatus = defineDeskHandler('desk.status', (desk) => ok(desk.status()))
