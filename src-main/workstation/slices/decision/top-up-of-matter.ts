import type { Desk } from '#main/workstation/desk.ts'
import { topUpOf, topUpsOf } from '#main/workstation/sale/top-up.ts'
import type { Earlier, Matter, TopUpOfMatter } from '#shared/domain/dispute/decision-contract.ts'
import { likeTopUps, recommendTopUp } from '#shared/domain/dispute/recommend-top-up.ts'
import type { MatterRow } from './read-matters.ts'

/** The top-up that a dispute is about; undefined of a bill's, and where this desk has no such payment. */
export function topUpOfMatter(desk: Pick<Desk, 'view'>, { dispute }: MatterRow): TopUpOfMatter | undefined {
  const topUp = dispute && dispute.payment_id !== null ? topUpOf(desk, dispute.payment_id) : undefined
  if (!topUp) return undefined
  const account = desk.view.get('bill_account', topUp.customerId)?.row
  return {
    ...topUp,
    like: [...likeTopUps(topUp, topUpsOf(desk, topUp.customerId))],
    creditMinor: account?.credit_minor ?? 0,
  }
}

/** What to grant of it, and why. */
export function recommendedOfTopUp(
  topUp: TopUpOfMatter,
  { amountMinor: claimedMinor, reason, dispute, askedAt }: MatterRow,
  before: readonly Earlier[],
): Matter['recommendation'] {
  const year = 365 * 86_400_000
  const { amountMinor, reasons } = recommendTopUp(topUp, {
    ...{ claimedMinor, reason, hasEvidence: dispute !== null && dispute.evidence !== '[]' },
    earlier: before.filter(({ kind, at }) => kind === 'dispute' && at >= askedAt - year).length,
  })
  return { amountMinor, lines: [], reasons: [...reasons] }
}
