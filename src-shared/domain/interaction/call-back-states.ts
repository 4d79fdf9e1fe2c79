import { defineMachine } from '#shared/kernel/machine.ts'

export const callBackStates = ['planned', 'done', 'dropped'] as const
export type CallBackState = (typeof callBackStates)[number]
export type CallBackEvent = 'done' | 'dropped'

/** A promise to call: kept or dropped once, by whoever is first. */
export const callBackMachine = defineMachine<CallBackState, CallBackEvent>({
  name: 'callBack',
  states: callBackStates,
  rows: [
    { from: 'planned', event: 'done', to: 'done' },
    { from: 'planned', event: 'dropped', to: 'dropped' },
  ],
})
