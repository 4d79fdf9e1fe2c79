import type { HandlerContext } from '#core/sync/handler.ts'

/** Roles that decide what an agent handed up. */
const deciding: ReadonlySet<string> = new Set(['supervisor', 'manager', 'backOffice', 'admin'])

/** Whether the command's actor may decide what is kept for supervisors, by the role the core holds now. */
export async function mayDecideForOthers(context: HandlerContext): Promise<boolean> {
  const user = await context.tx
    .selectFrom('app_user')
    .select('role')
    .where('id', '=', context.command.actor.userId)
    .executeTakeFirst()
  return user !== undefined && deciding.has(user.role)
}
