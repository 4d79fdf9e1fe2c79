import { ok } from '#shared/kernel/result.ts'
import { defineDeskHandler } from '#main/workstation/desk.ts'

/** What the desk must tell about its own files. */
export const deskNotices = defineDeskHandler('desk.notices', (desk) => ok({ notices: [...desk.notices()] }))
