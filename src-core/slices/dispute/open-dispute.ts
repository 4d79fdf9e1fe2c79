import type { DisputeRow } from '#shared/domain/dispute/rows.ts'
import { isOpenDispute } from '#shared/domain/dispute/states.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { HandlerContext } from '#core/sync/handler.ts'

export type NotOpen = 'DISPUTE_UNKNOWN' | 'REQUEST_WITHDRAWN' | 'ALREADY_DECIDED'

/** A dispute nobody has decided yet, locked for this transaction. */
export async function openDispute(
  context: HandlerContext,
  disputeId: string,
): Promise<Result<DisputeRow, Refusal<NotOpen>>> {
  const row = await context.get('dispute', disputeId)
  if (!row || row.scope !== context.scope) return refuse('DISPUTE_UNKNOWN')
  if (row.state === 'withdrawn') return refuse('REQUEST_WITHDRAWN')
  if (!isOpenDispute(row.state)) return refuse('ALREADY_DECIDED', { by: row.decided_name, state: row.state })
  return ok(row)
}
