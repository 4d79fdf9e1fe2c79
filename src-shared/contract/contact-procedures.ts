import { z } from 'zod'
import { callBackLineSchema, customerViewSchema, planCallBackInput } from '#shared/domain/interaction/customer-view.ts'
import {
  callNoteInput,
  callViewSchema,
  closeCallInput,
  dialInput,
  moveCallInput,
  ringInput,
} from '#shared/domain/phone/contract.ts'
import { completeTaskInput, stuckTasksOutput } from '#shared/domain/provisioning/contract.ts'
import { moveTicketInput, myTicketsOutput, openTicketInput } from '#shared/domain/ticket/contract.ts'
import {
  answerInput,
  answerOutput,
  callerInput,
  callerViewSchema,
  securityWordInput,
  unlockInput,
} from '#shared/domain/verification/contract.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { command, done, nothing, query } from '#shared/kernel/procedure.ts'

/** Who is in contact with us: the customer from all sides, calls, tickets, how far a caller is known, what is stuck. */
export const contactProcedures = {
  /** A customer from all sides; their history from first inquiry to now. */
  'interaction.customerView': query(z.strictObject({ customerId: idSchema }), customerViewSchema, ['NOT_FOUND']),
  'interaction.callBacks': query(nothing, z.object({ lines: z.array(callBackLineSchema) })),
  'interaction.planCallBack': command(planCallBackInput, done, ['NOT_FOUND']),
  'interaction.closeCallBack': command(
    z.strictObject({ callBackId: idSchema, outcome: z.enum(['done', 'dropped']) }),
    done,
    ['CALL_BACK_UNKNOWN', 'CALL_BACK_CLOSED'],
  ),

  'ticket.myTickets': query(nothing, myTicketsOutput),
  'ticket.openTicket': command(openTicketInput, z.object({ ticketId: idSchema }), ['NOT_FOUND']),
  'ticket.moveTicket': command(moveTicketInput, done, ['TICKET_UNKNOWN', 'TICKET_MOVED']),
  'ticket.takeTicket': command(z.strictObject({ ticketId: idSchema }), done, ['TICKET_UNKNOWN']),

  'phone.currentCall': query(nothing, z.object({ view: callViewSchema.nullable() })),
  /** A telephone says that somebody calls (or that its owner dialled): by a link, by the loopback door (docs/phone.md). */
  'phone.ring': command(ringInput, done, ['CALL_BUSY']),
  'phone.simulate': command(nothing, done, ['CALL_BUSY', 'NOT_DEMONSTRATION']),
  'phone.dial': command(dialInput, done, ['CALL_BUSY', 'NOT_FOUND']),
  'phone.moveCall': command(moveCallInput, done, ['CALL_GONE']),
  'phone.saveNote': command(callNoteInput, z.object({ savedAt: z.int() }), ['CALL_GONE']),
  'phone.closeCall': command(closeCallInput, done, ['CALL_GONE']),

  /** How far the caller is known, what can be asked, and whether they are locked. */
  'verification.caller': query(callerInput, callerViewSchema, ['NOT_FOUND']),
  /** Match or not; what is expected is never said. Level 3 is the core's alone. */
  'verification.answer': command(answerInput, answerOutput, [
    'NOT_FOUND',
    'NO_CONTACT',
    'CALLER_LOCKED',
    'NOTHING_TO_COMPARE',
    'ANSWER_UNREADABLE',
    'LEVEL_NEEDS_CORE',
  ]),
  'verification.unlock': command(unlockInput, done, ['NOT_FOUND', 'CALLER_NOT_LOCKED']),
  'verification.setWord': command(securityWordInput, done, ['NOT_FOUND', 'CALLER_NOT_VERIFIED', 'ANSWER_UNREADABLE']),

  'provisioning.stuckTasks': query(nothing, stuckTasksOutput),
  'provisioning.completeTask': command(completeTaskInput, done, ['TASK_UNKNOWN', 'TASK_NOT_STUCK']),
} as const
