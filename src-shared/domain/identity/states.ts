import { defineMachine } from '#shared/kernel/machine.ts'

export const evidenceStates = ['valid', 'referred', 'refused'] as const
export type EvidenceState = (typeof evidenceStates)[number]
export type EvidenceEvent = 'clear' | 'refuse'

/** An additional check is decided once, by a person. */
export const evidenceMachine = defineMachine<EvidenceState, EvidenceEvent>({
  name: 'identityEvidence',
  states: evidenceStates,
  rows: [
    { from: 'referred', event: 'clear', to: 'valid' },
    { from: 'referred', event: 'refuse', to: 'refused' },
  ],
})
