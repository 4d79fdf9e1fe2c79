import { agreementMachine } from '#shared/domain/contract/states.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { finalStates } from '../kit/move.ts'

/** Whether a case, or a customer, has a contract that is neither withdrawn nor ended. */
export async function hasLivingAgreement(
  context: HandlerContext,
  of: 'case_id' | 'customer_id',
  id: string,
): Promise<boolean> {
  const living = await context.tx
    .selectFrom('agreement')
    .select('id')
    .where(of, '=', id)
    .where('state', 'not in', finalStates(agreementMachine))
    .executeTakeFirst()
  return living !== undefined
}
