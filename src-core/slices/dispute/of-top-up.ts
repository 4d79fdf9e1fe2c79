import type { PaymentRow } from '#shared/domain/payment/rows.ts'
import type { DisputeRow } from '#shared/domain/dispute/rows.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { HandlerContext } from '#core/sync/handler.ts'

/** What a decision grants, and what it is about: `billMinor` in full; `number` '' and nothing open of a top-up. */
export interface AskedSums {
  readonly grantedMinor: number
  readonly billMinor: number
  readonly number: string
  readonly openMinor: number
}

/** What of a disputed top-up is granted: never more than is claimed, nor than disputes before left of it. */
export async function ofTopUp(
  context: HandlerContext,
  { payment_id, claimed_minor, customer_id }: DisputeRow,
  { lines, grantedMinor }: { readonly lines: readonly object[]; readonly grantedMinor: number },
): Promise<Result<AskedSums, Refusal<'DISPUTE_UNKNOWN' | 'LINE_UNKNOWN' | 'CREDIT_TOO_MUCH'>>> {
  const payment = await context.get('payment', payment_id ?? '')
  if (!payment) return refuse('DISPUTE_UNKNOWN')
  if (lines.length > 0) return refuse('LINE_UNKNOWN')
  // of somebody who gets no bills there is no account to lock: two credits at once see each other by the customer
  await context.get('customer', customer_id)
  const leftMinor = Math.min(claimed_minor, await leftOfTopUp(context, payment))
  if (grantedMinor > leftMinor) return refuse('CREDIT_TOO_MUCH', { leftMinor })
  return ok({ grantedMinor, billMinor: payment.top_up_minor, number: '', openMinor: 0 })
}

/** What of a top-up nobody gave back yet, minor units. */
export async function leftOfTopUp(
  { tx }: Pick<HandlerContext, 'tx'>,
  { id, top_up_minor: topUpMinor }: Pick<PaymentRow, 'id' | 'top_up_minor'>,
): Promise<number> {
  const given = await tx
    .selectFrom('adjustment')
    .innerJoin('dispute', 'dispute.id', 'adjustment.dispute_id')
    .select(({ fn }) => fn.sum<number>('adjustment.amount_minor').as('sum'))
    .where('dispute.payment_id', '=', id)
    .where('adjustment.state', '=', 'applied')
    .executeTakeFirst()
  return Math.max(0, topUpMinor - Number(given?.sum ?? 0))
}
