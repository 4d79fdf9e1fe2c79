import { defineMachine } from '#shared/kernel/machine.ts'

/** States of a dispute (product.md). */
export const disputeStates = [
  'draft',
  'submitted',
  'underReview',
  'waitingForCustomer',
  'pendingApproval',
  'approved',
  'partiallyApproved',
  'rejected',
  'settled',
  'closed',
  'withdrawn',
] as const
export type DisputeState = (typeof disputeStates)[number]
export type DisputeEvent =
  | 'submit'
  | 'review'
  | 'askBack'
  | 'answer'
  | 'refer'
  | 'approve'
  | 'approveInPart'
  | 'reject'
  | 'settle'
  | 'close'
  | 'withdraw'

const open = ['submitted', 'underReview', 'waitingForCustomer', 'pendingApproval'] as const

/** Life of a dispute. While it waits for the customer the clock stands still; a referral waits for a higher signature. */
export const disputeMachine = defineMachine<DisputeState, DisputeEvent>({
  name: 'dispute',
  states: disputeStates,
  rows: [
    { from: 'draft', event: 'submit', to: 'submitted' },
    { from: 'submitted', event: 'review', to: 'underReview' },
    { from: 'submitted', event: 'askBack', to: 'waitingForCustomer' },
    { from: 'underReview', event: 'askBack', to: 'waitingForCustomer' },
    { from: 'pendingApproval', event: 'askBack', to: 'waitingForCustomer' },
    ...open.map((from) => ({ from, event: 'answer' as const, to: 'underReview' as const })),
    ...open.flatMap((from) => [
      { from, event: 'refer' as const, to: 'pendingApproval' as const },
      { from, event: 'approve' as const, to: 'approved' as const },
      { from, event: 'approveInPart' as const, to: 'partiallyApproved' as const },
      { from, event: 'reject' as const, to: 'rejected' as const },
      { from, event: 'withdraw' as const, to: 'withdrawn' as const },
    ]),
    { from: 'approved', event: 'settle', to: 'settled' },
    { from: 'partiallyApproved', event: 'settle', to: 'settled' },
    { from: 'approved', event: 'close', to: 'closed' },
    { from: 'partiallyApproved', event: 'close', to: 'closed' },
    { from: 'rejected', event: 'close', to: 'closed' },
    { from: 'settled', event: 'close', to: 'closed' },
  ],
})

/** States in which the disputed part is held out of collections and somebody has to decide. */
export const openDisputes: readonly DisputeState[] = open

/** States of a decided dispute that is closed once nobody can appeal it. */
export const closableDisputes: readonly DisputeState[] = ['approved', 'partiallyApproved', 'rejected', 'settled']

/** Whether a stored dispute still holds its part of the bill out. */
export function isOpenDispute(state: string): boolean {
  return openDisputes.some((one) => one === state)
}

/** What a decision is, by what of the claim is granted. */
export function decidingEvent(claimedMinor: number, grantedMinor: number): 'approve' | 'approveInPart' | 'reject' {
  if (grantedMinor === 0) return 'reject'
  return grantedMinor >= claimedMinor ? 'approve' : 'approveInPart'
}
