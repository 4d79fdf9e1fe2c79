import type { Text } from '#renderer/app/text.tsx'
import type { Tone } from '#renderer/ui/tone.ts'
import type { DisputeView, TopUp } from '#shared/domain/dispute/contract.ts'

/** What to say to the customer about a dispute, as it stands; in the language of `spoken`. */
export function disputeSaying({ row, turnTo, isOpen }: DisputeView, { t }: Text): string {
  const sums = { amountMinor: row.granted_minor, claimedMinor: row.claimed_minor, name: turnTo, on: row.due_date ?? '' }
  const isTopUp = row.payment_id !== null
  if (row.state === 'waitingForCustomer') return t('dispute.tell.waiting', { question: row.question })
  if (isOpen)
    return t(isTopUp ? 'dispute.topUp.tell.open' : 'dispute.tell.open', {
      on: row.answer_by,
      amountMinor: row.claimed_minor,
    })
  if (row.state === 'withdrawn') return t(isTopUp ? 'dispute.topUp.tell.withdrawn' : 'dispute.tell.withdrawn', sums)
  if (row.granted_minor === 0) return t(isTopUp ? 'dispute.topUp.tell.rejected' : 'dispute.tell.rejected', sums)
  if (row.granted_minor >= row.claimed_minor) return t('dispute.tell.approved', sums)
  return t(isTopUp ? 'dispute.topUp.tell.part' : 'dispute.tell.part', sums)
}

/** How a top-up was paid: in cash, or by card with the terminal's reference. */
export function topUpWay({ method, reference }: Pick<TopUp, 'method' | 'reference'>, { t }: Text): string {
  return method === 'cash' ? t('dispute.topUp.cash') : t('dispute.topUp.terminal', { reference })
}

/** The colour of a dispute's state. */
export function disputeTone({ row, isOpen }: DisputeView): Tone {
  if (row.state === 'waitingForCustomer') return 'late'
  if (isOpen) return 'accent'
  return row.granted_minor > 0 ? 'ok' : 'neutral'
}
