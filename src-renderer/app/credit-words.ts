import type { Tone } from '#renderer/ui/tone.ts'
import type { CreditView } from '#shared/domain/adjustment/contract.ts'

/** The words of a credit's or charge's state, by key. */
export function creditStateKey({ row, reverseOff }: CreditView): string {
  if (row.kind !== 'charge') return `goodwill.state.${row.state}`
  return reverseOff === 'CHARGE_BILLED' ? 'charge.state.billed' : `charge.state.${row.state}`
}

/** The colour of its state. */
export function creditTone({ row, isWaiting }: CreditView): Tone {
  if (row.state === 'applied') return 'ok'
  if (row.state === 'approved') return 'desk'
  return isWaiting ? 'accent' : 'neutral'
}
