import { defineMachine } from '#shared/kernel/machine.ts'

export const decisionStates = ['open', 'team', 'done'] as const
export type DecisionState = (typeof decisionStates)[number]
export type DecisionEvent = 'keep' | 'moveToTeam' | 'take' | 'settle'

/** Whose matter a refused command is: `open` its owner's, `team` for whoever takes it, `done` decided. */
export const decisionMachine = defineMachine<DecisionState, DecisionEvent>({
  name: 'decision',
  states: decisionStates,
  rows: [
    { from: 'open', event: 'keep', to: 'open' },
    { from: 'open', event: 'moveToTeam', to: 'team' },
    { from: 'open', event: 'settle', to: 'done' },
    { from: 'team', event: 'take', to: 'open' },
    { from: 'team', event: 'moveToTeam', to: 'team' },
    { from: 'team', event: 'settle', to: 'done' },
  ],
})
