import { ok, refuse } from '#shared/kernel/result.ts'
import { defineDeskHandler } from '#main/workstation/desk.ts'

/** Has the mirror compared with the core, table by table. */
export const deskCompareMirror = defineDeskHandler('desk.compareMirror', async (desk) => {
  const tables = await desk.compareMirror()
  return tables ? ok({ tables: [...tables] }) : refuse('CORE_UNREACHABLE')
})
