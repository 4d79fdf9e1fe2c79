import { defineMachine } from '#shared/kernel/machine.ts'

export const callStates = ['ringing', 'inCall', 'held', 'wrapUp', 'over'] as const
export type CallState = (typeof callStates)[number]
export const callEvents = ['take', 'passOn', 'hold', 'resume', 'hangUp', 'transfer', 'close'] as const
export type CallEvent = (typeof callEvents)[number]

/** Life of one call at the desk. A call that was taken always ends in wrap-up, a transferred one too: the note is kept. */
export const callMachine = defineMachine<CallState, CallEvent>({
  name: 'call',
  states: callStates,
  rows: [
    { from: 'ringing', event: 'take', to: 'inCall' },
    { from: 'ringing', event: 'passOn', to: 'over' },
    { from: 'ringing', event: 'hangUp', to: 'over' },
    { from: 'inCall', event: 'hold', to: 'held' },
    { from: 'inCall', event: 'hangUp', to: 'wrapUp' },
    { from: 'inCall', event: 'transfer', to: 'wrapUp' },
    { from: 'held', event: 'resume', to: 'inCall' },
    { from: 'held', event: 'hangUp', to: 'wrapUp' },
    { from: 'held', event: 'transfer', to: 'wrapUp' },
    { from: 'wrapUp', event: 'close', to: 'over' },
  ],
})
