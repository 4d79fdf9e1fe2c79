import { defineMachine } from '#shared/kernel/machine.ts'
import type { AdjustmentRow } from './rows.ts'

/** States of a credit or charge beside the bills (product.md): money moves in `applied` only. */
export const adjustmentStates = [
  'requested',
  'pendingApproval',
  'approved',
  'rejected',
  'applied',
  'withdrawn',
  'reversed',
] as const
export type AdjustmentState = (typeof adjustmentStates)[number]
export type AdjustmentEvent = 'refer' | 'approve' | 'reject' | 'apply' | 'withdraw' | 'reverse'

/** Life of an adjustment: within one's authority it is approved and applied at once, above it somebody else decides. */
export const adjustmentMachine = defineMachine<AdjustmentState, AdjustmentEvent>({
  name: 'adjustment',
  states: adjustmentStates,
  rows: [
    { from: 'requested', event: 'refer', to: 'pendingApproval' },
    { from: 'requested', event: 'approve', to: 'approved' },
    { from: 'requested', event: 'withdraw', to: 'withdrawn' },
    { from: 'pendingApproval', event: 'refer', to: 'pendingApproval' },
    { from: 'pendingApproval', event: 'approve', to: 'approved' },
    { from: 'pendingApproval', event: 'reject', to: 'rejected' },
    { from: 'pendingApproval', event: 'withdraw', to: 'withdrawn' },
    { from: 'approved', event: 'apply', to: 'applied' },
    { from: 'applied', event: 'reverse', to: 'reversed' },
  ],
})

/** States in which an adjustment waits for somebody. */
export const waitingAdjustments: readonly AdjustmentState[] = ['requested', 'pendingApproval']

/** Whether it waits for an answer before anybody decides it: a fact of one that waits, no state of its own. */
export function isAskedBack({ state, waiting_since }: Pick<AdjustmentRow, 'state' | 'waiting_since'>): boolean {
  return waiting_since !== null && waitingAdjustments.some((one) => one === state)
}

/** The words of a credit's state, by key. */
export function creditStateKey(row: Pick<AdjustmentRow, 'state' | 'waiting_since'>): string {
  return `goodwill.state.${isAskedBack(row) ? 'askedBack' : row.state}`
}
