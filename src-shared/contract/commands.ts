import type { z } from 'zod'
import { adjustmentCommands } from '#shared/domain/adjustment/commands.ts'
import { billCommands } from '#shared/domain/bill/commands.ts'
import { contractCommands } from '#shared/domain/contract/commands.ts'
import { creditCommands } from '#shared/domain/credit/commands.ts'
import { customerCommands } from '#shared/domain/customer/commands.ts'
import { disputeCommands } from '#shared/domain/dispute/commands.ts'
import { identityCommands } from '#shared/domain/identity/commands.ts'
import { interactionCommands } from '#shared/domain/interaction/commands.ts'
import { messageCommands } from '#shared/domain/message/commands.ts'
import { numberCommands } from '#shared/domain/number/commands.ts'
import { orderCommands } from '#shared/domain/order/commands.ts'
import { paymentCommands } from '#shared/domain/payment/commands.ts'
import { provisioningCommands } from '#shared/domain/provisioning/commands.ts'
import { ticketCommands } from '#shared/domain/ticket/commands.ts'
import { verificationCommands } from '#shared/domain/verification/commands.ts'
import type { CommandDefinition } from '#shared/kernel/command.ts'

/** Every command a desk can send, from the slices. */
export const commands = {
  ...interactionCommands,
  ...customerCommands,
  ...numberCommands,
  ...identityCommands,
  ...creditCommands,
  ...contractCommands,
  ...paymentCommands,
  ...orderCommands,
  ...provisioningCommands,
  ...ticketCommands,
  ...verificationCommands,
  ...messageCommands,
  ...billCommands,
  ...adjustmentCommands,
  ...disputeCommands,
} as const

export type CommandType = keyof typeof commands

/** The body of a command by its type. */
export type CommandBody<T extends CommandType> = z.infer<(typeof commands)[T]['body']>

/** Codes a command of a type can be refused with by a rule of its own. */
export type CommandRefusal<T extends CommandType> = (typeof commands)[T]['refusals'][number]

/** Whether a text names a command this version knows. */
export function isCommandType(type: string): type is CommandType {
  return Object.hasOwn(commands, type)
}

/** The definition of a command with its body type forgotten: for the machinery that treats all commands alike. */
export function commandDefinition(type: CommandType): CommandDefinition<unknown> {
  // each entry is a CommandDefinition of its own body; the caller has parsed the body with this same definition
  return commands[type] as unknown as CommandDefinition<unknown>
}
