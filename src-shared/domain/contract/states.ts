import { defineMachine } from '#shared/kernel/machine.ts'

export const agreementStates = ['draft', 'presented', 'signed', 'inForce', 'withdrawn', 'ended'] as const
export type AgreementState = (typeof agreementStates)[number]
export type AgreementEvent = 'present' | 'sign' | 'enforce' | 'withdraw' | 'end'

/** Life of an agreement (product.md, States): in force with the line, withdrawn before it without cost. */
export const agreementMachine = defineMachine<AgreementState, AgreementEvent>({
  name: 'agreement',
  states: agreementStates,
  rows: [
    { from: 'draft', event: 'present', to: 'presented' },
    { from: 'draft', event: 'sign', to: 'signed' },
    { from: 'draft', event: 'withdraw', to: 'withdrawn' },
    { from: 'presented', event: 'sign', to: 'signed' },
    { from: 'presented', event: 'withdraw', to: 'withdrawn' },
    { from: 'signed', event: 'enforce', to: 'inForce' },
    { from: 'signed', event: 'withdraw', to: 'withdrawn' },
    { from: 'inForce', event: 'end', to: 'ended' },
  ],
})
