import { defineMachine } from '#shared/kernel/machine.ts'

export const customerStates = ['prospect', 'approved', 'active', 'closed'] as const
export type CustomerState = (typeof customerStates)[number]
export type CustomerEvent = 'approve' | 'activate' | 'close'

/** Whether somebody may get another's bills: a customer in earnest, neither a prospect nor one who left. */
export function mayPay({ state }: { readonly state: string }): boolean {
  return state === 'approved' || state === 'active'
}

/** Life of a customer: a prospect is approved with identity and credit, active with the first line in use. */
export const customerMachine = defineMachine<CustomerState, CustomerEvent>({
  name: 'customer',
  states: customerStates,
  rows: [
    { from: 'prospect', event: 'approve', to: 'approved' },
    { from: 'prospect', event: 'close', to: 'closed' },
    { from: 'approved', event: 'activate', to: 'active' },
    { from: 'approved', event: 'close', to: 'closed' },
    { from: 'active', event: 'activate', to: 'active' },
    { from: 'active', event: 'close', to: 'closed' },
  ],
})
