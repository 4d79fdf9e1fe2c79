import { defineMachine } from '#shared/kernel/machine.ts'

export const agreementStates = ['draft', 'presented', 'signed', 'inForce', 'withdrawn', 'ended'] as const
export type AgreementState = (typeof agreementStates)[number]
export type AgreementEvent = 'present' | 'sign' | 'enforce' | 'withdraw' | 'end'

/** Life of an agreement (product.md, States): in force with the line, withdrawn before it, or within its days, without cost. */
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
    { from: 'inForce', event: 'withdraw', to: 'withdrawn' },
    { from: 'inForce', event: 'end', to: 'ended' },
  ],
})

export const signingCodeStates = ['asked', 'sent', 'confirmed', 'locked', 'expired', 'replaced'] as const
export type SigningCodeState = (typeof signingCodeStates)[number]
export type SigningCodeEvent = 'send' | 'confirm' | 'miss' | 'expire' | 'replace'

/** Life of a one-time code: asked for by a desk, sent by the core, confirmed in time and within its tries, or of no use. */
export const signingCodeMachine = defineMachine<SigningCodeState, SigningCodeEvent, { readonly triesLeft: number }>({
  name: 'signingCode',
  states: signingCodeStates,
  rows: [
    { from: 'asked', event: 'send', to: 'sent' },
    { from: 'sent', event: 'confirm', to: 'confirmed' },
    {
      from: 'sent',
      event: 'miss',
      to: 'sent',
      guard: { name: 'hasTriesLeft', holds: ({ triesLeft }) => triesLeft > 0 },
    },
    { from: 'sent', event: 'miss', to: 'locked' },
    { from: 'sent', event: 'expire', to: 'expired' },
    { from: 'sent', event: 'replace', to: 'replaced' },
    { from: 'confirmed', event: 'replace', to: 'replaced' },
  ],
})

export const documentChecks = ['', 'onDelivery', 'checked', 'differs'] as const
export type DocumentCheck = (typeof documentChecks)[number]
export type DocumentCheckEvent = 'check' | 'differ'

/** The document of a contract accepted at a distance is looked at when the card is handed over. */
export const documentCheckMachine = defineMachine<DocumentCheck, DocumentCheckEvent>({
  name: 'documentCheck',
  states: documentChecks,
  rows: [
    { from: 'onDelivery', event: 'check', to: 'checked' },
    { from: 'onDelivery', event: 'differ', to: 'differs' },
    { from: 'differs', event: 'check', to: 'checked' },
  ],
})
