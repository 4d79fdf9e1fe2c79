import { contactColumns } from '#shared/domain/customer/commands.ts'
import type { CustomerRow } from '#shared/domain/customer/rows.ts'
import type { GuardedAct } from '#shared/domain/verification/levels.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, conflict, rejected } from '../kit/answers.ts'
import { isCallerKnown } from '../kit/caller-known.ts'

/**
 * Sets one way to reach a customer where what the agent saw is still so. Otherwise somebody else was first: the value on
 * record, who set it and when, and the choice between the two. The same value again is already so. Who asks for it must be
 * known well enough: whoever calls may give any number.
 */
export const changeContact = defineHandler('customer.changeContact', {
  run: async (context, body) => {
    const row = await context.get('customer', body.customerId)
    if (row?.scope !== context.scope) return rejected('CUSTOMER_UNKNOWN')
    if (!(await mayChange(context, row, { act: 'changeContact', caseId: body.caseId })))
      return rejected('CALLER_NOT_VERIFIED')
    const column = contactColumns[body.field]
    const now = row[column]
    if (now === body.to) return applied
    if (now !== body.from) {
      const snapshot = {
        field: body.field,
        value: now,
        ...(await lastChange(context, row.id, 'customer.changeContact')),
      }
      return conflict('FIELD_CHANGED', snapshot, [{ kind: 'useMine', value: body.to ?? '' }])
    }
    await context.patch('customer', row.id, { [column]: body.to })
    return applied
  },
})

/** Verified in the case, or decided over a conflict: what was entered there had been judged before. */
export async function mayChange(
  context: HandlerContext,
  row: CustomerRow,
  of: { readonly act: GuardedAct; readonly caseId: Id | null },
): Promise<boolean> {
  if (await isCallerKnown(context, row, of)) return true
  const { resolves } = context.command
  if (resolves === null) return false
  const before = await context.tx.selectFrom('ledger').select('code').where('id', '=', resolves).executeTakeFirst()
  return before?.code === 'FIELD_CHANGED'
}

/** Who sent such a change of a customer last and when, from the audit; nobody where it came with the customer. */
export async function lastChange(
  { tx }: HandlerContext,
  customerId: Id,
  type: 'customer.changeContact' | 'customer.changeAddress',
): Promise<{ readonly changedBy: string; readonly changedDesk: string; readonly changedAt: number | null }> {
  const found = await tx
    .selectFrom('audit')
    .innerJoin('app_user', 'app_user.id', 'audit.user_id')
    .select(['app_user.name', 'app_user.seat', 'audit.at'])
    .where('audit.subject', '=', `customer:${customerId}`)
    .where('audit.type', '=', type)
    .where('audit.result', '=', 'applied')
    .orderBy('audit.at', 'desc')
    .executeTakeFirst()
  return { changedBy: found?.name ?? '', changedDesk: found?.seat ?? '', changedAt: found?.at ?? null }
}
