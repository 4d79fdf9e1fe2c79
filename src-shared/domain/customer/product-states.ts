import { defineMachine } from '#shared/kernel/machine.ts'

export const productStates = [
  'created',
  'pendingActive',
  'active',
  'suspended',
  'pendingTerminate',
  'terminated',
] as const
export type ProductState = (typeof productStates)[number]
export type ProductEvent = 'order' | 'activate' | 'suspend' | 'resume' | 'askTermination' | 'terminate' | 'cancel'

/** Life of a subscribed product (TMF637 status values that a line passes). */
export const productMachine = defineMachine<ProductState, ProductEvent>({
  name: 'product',
  states: productStates,
  rows: [
    { from: 'created', event: 'order', to: 'pendingActive' },
    { from: 'pendingActive', event: 'activate', to: 'active' },
    { from: 'pendingActive', event: 'cancel', to: 'terminated' },
    { from: 'active', event: 'suspend', to: 'suspended' },
    { from: 'suspended', event: 'resume', to: 'active' },
    { from: 'active', event: 'askTermination', to: 'pendingTerminate' },
    { from: 'suspended', event: 'askTermination', to: 'pendingTerminate' },
    { from: 'pendingTerminate', event: 'terminate', to: 'terminated' },
  ],
})
