import { defineMachine } from '#shared/kernel/machine.ts'

export const messageStates = ['queued', 'sent', 'failed'] as const
export type MessageState = (typeof messageStates)[number]
export type MessageEvent = 'send' | 'fail' | 'sendAgain'

/** Life of a message to a customer: handed to the gateway, or refused by it and sent again on somebody's word. */
export const messageMachine = defineMachine<MessageState, MessageEvent>({
  name: 'message',
  states: messageStates,
  rows: [
    { from: 'queued', event: 'send', to: 'sent' },
    { from: 'queued', event: 'fail', to: 'failed' },
    { from: 'failed', event: 'sendAgain', to: 'queued' },
    { from: 'sent', event: 'sendAgain', to: 'queued' },
  ],
})
