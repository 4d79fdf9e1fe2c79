import type { CustomerRow } from '#shared/domain/customer/rows.ts'
import { isRecipient } from '#shared/domain/message/commands.ts'
import type { MessageChannel } from '#shared/domain/message/templates.ts'

/** Where a customer gets a message of a channel; undefined where no such address is on record. */
export function recipientOf(
  { email, contact_number: number }: Pick<CustomerRow, 'email' | 'contact_number'>,
  channel: MessageChannel,
): string | undefined {
  const recipient = channel === 'email' ? email : number
  return recipient !== null && isRecipient({ channel, recipient }) ? recipient : undefined
}
