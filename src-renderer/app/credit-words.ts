import type { Tone } from '#renderer/ui/tone.ts'
import type { CreditView } from '#shared/domain/adjustment/contract.ts'
import { creditStateKey as stateKey, isAskedBack } from '#shared/domain/adjustment/states.ts'

/** The words of a credit's or charge's state, by key. */
export function creditStateKey({ row, reverseOff }: CreditView): string {
  if (row.kind !== 'charge') return stateKey(row)
  return reverseOff === 'CHARGE_BILLED' ? 'charge.state.billed' : `charge.state.${row.state}`
}

/** The colour of its state. */
export function creditTone({ row, isWaiting }: CreditView): Tone {
  if (row.state === 'applied') return 'ok'
  if (row.state === 'approved') return 'desk'
  if (isAskedBack(row)) return 'late'
  return isWaiting ? 'accent' : 'neutral'
}
