import type { Seen } from '#main/workstation/desk.ts'
import type { MessageSeen } from '#shared/domain/message/contract.ts'
import { messageMachine } from '#shared/domain/message/states.ts'
import { mayStep } from '#shared/kernel/machine.ts'

/** Messages as the screen shows them, newest first. One that holds a secret goes out once: a new one is made instead. */
export function messagesSeen(messages: readonly Seen<'message'>[]): MessageSeen[] {
  return messages
    .toSorted((a, b) => b.row.queued_at - a.row.queued_at)
    .map(({ row, mark }) => ({
      row,
      isPending: mark.state !== 'confirmed',
      maySendAgain: row.template !== 'signingCode' && mayStep(messageMachine, row.state, 'sendAgain', undefined),
    }))
}
