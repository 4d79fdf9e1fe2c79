import type { AdjustmentRow } from '#shared/domain/adjustment/rows.ts'
import { waitingAdjustments } from '#shared/domain/adjustment/states.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { HandlerContext } from '#core/sync/handler.ts'

export type NotOpen = 'ADJUSTMENT_UNKNOWN' | 'REQUEST_WITHDRAWN' | 'ALREADY_DECIDED'

/** A credit that was asked for and that nobody has decided yet, locked for this transaction. */
export async function openCredit(
  context: HandlerContext,
  adjustmentId: string,
): Promise<Result<AdjustmentRow, Refusal<NotOpen>>> {
  const row = await context.get('adjustment', adjustmentId)
  if (!row || row.scope !== context.scope) return refuse('ADJUSTMENT_UNKNOWN')
  if (row.state === 'withdrawn') return refuse('REQUEST_WITHDRAWN')
  if (!waitingAdjustments.some((state) => state === row.state))
    return refuse('ALREADY_DECIDED', { by: row.decided_name, state: row.state })
  return ok(row)
}
