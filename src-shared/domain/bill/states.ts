import { defineMachine } from '#shared/kernel/machine.ts'

/** States of a bill or credit note (TMF678, product.md). */
export const billStates = ['new', 'validated', 'sent', 'partiallyPaid', 'settled', 'onHold'] as const
export type BillState = (typeof billStates)[number]
export type BillEvent = 'validate' | 'send' | 'pay' | 'settle' | 'hold' | 'release' | 'reopen' | 'dispute' | 'undispute'

/** What is left to pay of it, minor units, and whether any of it was paid. */
export interface BillFacts {
  readonly openMinor: number
  readonly isTouched: boolean
}

const nothingOpen = { name: 'nothingOpen', holds: ({ openMinor }: BillFacts) => openMinor === 0 }
const someOpen = { name: 'someOpen', holds: ({ openMinor }: BillFacts) => openMinor > 0 }
const someOpenTouched = {
  name: 'someOpenTouched',
  holds: ({ openMinor, isTouched }: BillFacts) => openMinor > 0 && isTouched,
}
const someOpenUntouched = {
  name: 'someOpenUntouched',
  holds: ({ openMinor, isTouched }: BillFacts) => openMinor > 0 && !isTouched,
}

/**
 * Life of a bill. A bill held (a doubt before it is sent) goes on where it stood; one whose open amount is disputed as a
 * whole is on hold until that is decided; a payment taken back reopens it.
 */
export const billMachine = defineMachine<BillState, BillEvent, BillFacts>({
  name: 'bill',
  states: billStates,
  rows: [
    { from: 'new', event: 'validate', to: 'validated' },
    { from: 'new', event: 'hold', to: 'onHold' },
    { from: 'validated', event: 'hold', to: 'onHold' },
    { from: 'onHold', event: 'release', to: 'validated' },
    { from: 'validated', event: 'dispute', to: 'onHold', guard: someOpen },
    { from: 'sent', event: 'dispute', to: 'onHold', guard: someOpen },
    { from: 'partiallyPaid', event: 'dispute', to: 'onHold', guard: someOpen },
    { from: 'onHold', event: 'undispute', to: 'sent', guard: someOpenUntouched },
    { from: 'onHold', event: 'undispute', to: 'partiallyPaid', guard: someOpenTouched },
    // a payer may pay what they dispute: what is left is on hold still
    { from: 'onHold', event: 'pay', to: 'onHold', guard: someOpen },
    { from: 'onHold', event: 'settle', to: 'settled', guard: nothingOpen },
    { from: 'validated', event: 'send', to: 'sent' },
    { from: 'validated', event: 'settle', to: 'settled', guard: nothingOpen },
    { from: 'validated', event: 'pay', to: 'partiallyPaid', guard: someOpen },
    { from: 'sent', event: 'pay', to: 'partiallyPaid', guard: someOpen },
    { from: 'sent', event: 'settle', to: 'settled', guard: nothingOpen },
    { from: 'partiallyPaid', event: 'pay', to: 'partiallyPaid', guard: someOpen },
    { from: 'partiallyPaid', event: 'settle', to: 'settled', guard: nothingOpen },
    { from: 'partiallyPaid', event: 'reopen', to: 'sent', guard: someOpenUntouched },
    { from: 'settled', event: 'reopen', to: 'sent', guard: someOpenUntouched },
    { from: 'settled', event: 'reopen', to: 'partiallyPaid', guard: someOpen },
  ],
})

/** The state after what is open has changed by a payment, a credit or their reversal. */
export function settlingEvent({ openMinor }: BillFacts): BillEvent {
  return openMinor === 0 ? 'settle' : 'pay'
}
