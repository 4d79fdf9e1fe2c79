import { backOffice } from '#shared/domain/staff/roles.ts'
import type { HandlerContext } from '#core/sync/handler.ts'

/** Whether the command's actor may decide what is kept for supervisors, by the role the core holds now. */
export async function mayDecideForOthers(context: HandlerContext): Promise<boolean> {
  const user = await context.tx
    .selectFrom('app_user')
    .select('role')
    .where('id', '=', context.command.actor.userId)
    .executeTakeFirst()
  return backOffice.some((role) => role === user?.role)
}
