import type { Text } from '#renderer/app/text.tsx'
import type { Tone } from '#renderer/ui/tone.ts'
import type { DisputeView } from '#shared/domain/dispute/contract.ts'

/** What to say to the customer about a dispute, as it stands; in the language of `spoken`. */
export function disputeSaying({ row, turnTo, isOpen }: DisputeView, { t }: Text): string {
  const sums = { amountMinor: row.granted_minor, claimedMinor: row.claimed_minor, name: turnTo, on: row.due_date ?? '' }
  if (row.state === 'waitingForCustomer') return t('dispute.tell.waiting', { question: row.question })
  if (isOpen) return t('dispute.tell.open', { on: row.answer_by, amountMinor: row.claimed_minor })
  if (row.state === 'withdrawn') return t('dispute.tell.withdrawn', sums)
  if (row.granted_minor === 0) return t('dispute.tell.rejected', sums)
  return t(row.granted_minor < row.claimed_minor ? 'dispute.tell.part' : 'dispute.tell.approved', sums)
}

/** The colour of a dispute's state. */
export function disputeTone({ row, isOpen }: DisputeView): Tone {
  if (row.state === 'waitingForCustomer') return 'late'
  if (isOpen) return 'accent'
  return row.granted_minor > 0 ? 'ok' : 'neutral'
}
