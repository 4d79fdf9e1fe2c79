import { defineMachine } from '#shared/kernel/machine.ts'

export const caseStates = ['open', 'waiting', 'toSign', 'done', 'abandoned'] as const
export type CaseState = (typeof caseStates)[number]
export type CaseEvent = 'wait' | 'resume' | 'ready' | 'finish' | 'abandon'

/** Life of a case. A finished one stays finished; a new matter is a new case. */
export const caseMachine = defineMachine<CaseState, CaseEvent>({
  name: 'case',
  states: caseStates,
  rows: [
    { from: 'open', event: 'ready', to: 'toSign' },
    { from: 'open', event: 'wait', to: 'waiting' },
    { from: 'open', event: 'finish', to: 'done' },
    { from: 'open', event: 'abandon', to: 'abandoned' },
    { from: 'toSign', event: 'resume', to: 'open' },
    { from: 'toSign', event: 'wait', to: 'waiting' },
    { from: 'toSign', event: 'abandon', to: 'abandoned' },
    { from: 'waiting', event: 'resume', to: 'open' },
    { from: 'waiting', event: 'finish', to: 'done' },
    { from: 'waiting', event: 'abandon', to: 'abandoned' },
  ],
})
