import { defineMachine } from '#shared/kernel/machine.ts'

export const portInStates = ['requested', 'refusedByDonor', 'scheduled', 'cutOver', 'withdrawn'] as const
export type PortInState = (typeof portInStates)[number]
export type PortInEvent = 'refuse' | 'ask' | 'schedule' | 'cutOver' | 'withdraw'

/** A number on its way from another operator (product.md, States): the donor's answer comes later, and may be a no. */
export const portInMachine = defineMachine<PortInState, PortInEvent>({
  name: 'portIn',
  states: portInStates,
  rows: [
    { from: 'requested', event: 'refuse', to: 'refusedByDonor' },
    { from: 'requested', event: 'schedule', to: 'scheduled' },
    { from: 'requested', event: 'withdraw', to: 'withdrawn' },
    { from: 'refusedByDonor', event: 'ask', to: 'requested' },
    { from: 'refusedByDonor', event: 'withdraw', to: 'withdrawn' },
    { from: 'scheduled', event: 'cutOver', to: 'cutOver' },
    { from: 'scheduled', event: 'withdraw', to: 'withdrawn' },
  ],
})

/** Why a donor refuses (product.md, Default policies); each has a sentence and a way on in text/. */
export const donorRefusals = [
  'DUES_UNPAID',
  'MINIMUM_STAY',
  'OWNERSHIP_CHANGE',
  'CONTRACT_OBLIGATION',
  'COURT_ORDER',
  'CODE_WRONG',
] as const
export type DonorRefusal = (typeof donorRefusals)[number]
