import { defineMachine } from '#shared/kernel/machine.ts'

/** States of a product order, exactly as TMF622 v4 spells them. */
export const orderStates = [
  'acknowledged',
  'rejected',
  'pending',
  'held',
  'inProgress',
  'assessingCancellation',
  'pendingCancellation',
  'cancelled',
  'partial',
  'failed',
  'completed',
] as const
export type OrderState = (typeof orderStates)[number]
export type OrderEvent =
  | 'start'
  | 'hold'
  | 'release'
  | 'wait'
  | 'complete'
  | 'completePart'
  | 'fail'
  | 'reject'
  | 'cancel'
  | 'askCancellation'
  | 'denyCancellation'
  | 'grantCancellation'

/** Moves of TMF622's lifecycle diagram; rejected only at intake. */
export const orderMachine = defineMachine<OrderState, OrderEvent>({
  name: 'productOrder',
  states: orderStates,
  rows: [
    { from: 'acknowledged', event: 'start', to: 'inProgress' },
    { from: 'acknowledged', event: 'wait', to: 'pending' },
    { from: 'acknowledged', event: 'reject', to: 'rejected' },
    { from: 'inProgress', event: 'hold', to: 'held' },
    { from: 'inProgress', event: 'wait', to: 'pending' },
    { from: 'inProgress', event: 'complete', to: 'completed' },
    { from: 'inProgress', event: 'completePart', to: 'partial' },
    { from: 'inProgress', event: 'fail', to: 'failed' },
    { from: 'inProgress', event: 'askCancellation', to: 'assessingCancellation' },
    { from: 'held', event: 'release', to: 'inProgress' },
    { from: 'held', event: 'cancel', to: 'cancelled' },
    { from: 'held', event: 'askCancellation', to: 'assessingCancellation' },
    { from: 'pending', event: 'release', to: 'inProgress' },
    { from: 'pending', event: 'cancel', to: 'cancelled' },
    { from: 'pending', event: 'askCancellation', to: 'assessingCancellation' },
    { from: 'assessingCancellation', event: 'denyCancellation', to: 'inProgress' },
    { from: 'assessingCancellation', event: 'grantCancellation', to: 'pendingCancellation' },
    { from: 'pendingCancellation', event: 'cancel', to: 'cancelled' },
  ],
})
