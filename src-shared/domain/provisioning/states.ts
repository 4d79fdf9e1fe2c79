import { defineMachine } from '#shared/kernel/machine.ts'

export const taskStates = ['acknowledged', 'inProgress', 'held', 'completed', 'failed', 'cancelled'] as const
export type TaskState = (typeof taskStates)[number]
export type TaskEvent = 'start' | 'complete' | 'fallOut' | 'repair' | 'fail' | 'cancel'

/** Life of a service-order task: fallout holds it until back office repairs it. */
export const taskMachine = defineMachine<TaskState, TaskEvent>({
  name: 'serviceOrderTask',
  states: taskStates,
  rows: [
    { from: 'acknowledged', event: 'start', to: 'inProgress' },
    { from: 'acknowledged', event: 'cancel', to: 'cancelled' },
    { from: 'inProgress', event: 'complete', to: 'completed' },
    { from: 'inProgress', event: 'fallOut', to: 'held' },
    { from: 'inProgress', event: 'fail', to: 'failed' },
    { from: 'inProgress', event: 'cancel', to: 'cancelled' },
    { from: 'held', event: 'repair', to: 'completed' },
    { from: 'held', event: 'fail', to: 'failed' },
    { from: 'held', event: 'cancel', to: 'cancelled' },
  ],
})
