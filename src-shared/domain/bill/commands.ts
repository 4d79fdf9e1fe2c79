import { z } from 'zod'
import { languageSchema } from '#shared/domain/customer/prospect.ts'
import { isRecipient } from '#shared/domain/message/commands.ts'
import { messageTable } from '#shared/domain/message/rows.ts'
import { messageChannelSchema } from '#shared/domain/message/templates.ts'
import { everyone, serving } from '#shared/domain/staff/roles.ts'
import { defineCommand } from '#shared/kernel/command.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { line } from '#shared/kernel/text-field.ts'
import { billIdSchema } from './core-contract.ts'

/** Sends a bill or credit note to its payer once more: number, sum, what is open and until when, worded by the core. */
export const sendBillAgainBody = z.object({
  messageId: idSchema,
  /** Who pays it. */
  customerId: idSchema,
  caseId: idSchema.nullable(),
  billId: billIdSchema,
  channel: messageChannelSchema,
  recipient: line(120),
  language: languageSchema,
})

/** Kept on the desk while the core is away. */
export const sendBillAgain = defineCommand({
  version: 1,
  body: sendBillAgainBody.refine(isRecipient),
  roles: [...serving, 'backOffice'],
  refusals: ['BILL_UNKNOWN', 'TEMPLATE_UNKNOWN', 'PLACEHOLDER_MISSING'],
  touches: (body) => [`customer:${body.customerId}`, ...(body.caseId === null ? [] : [`case:${body.caseId}`])],
  predict: ({ messageId, customerId, caseId, billId, channel, recipient, language }, meta) => [
    messageTable.change(messageId, {
      scope: meta.scope,
      version: 0,
      customer_id: customerId,
      case_id: caseId,
      template: 'billAgain',
      channel,
      recipient,
      language,
      subject: '',
      body: '',
      state: 'queued',
      cause: '',
      tries: 0,
      about: billId,
      queued_at: meta.capturedAt,
      sent_at: null,
      by_name: meta.actorName,
    }),
  ],
})

/** A bill was put on paper at a desk: nothing follows from it, but it is on record who took it out. */
export const recordPaper = defineCommand({
  version: 1,
  body: z.object({ billId: billIdSchema, customerId: idSchema }),
  roles: everyone,
  refusals: [],
  touches: (body) => [`bill:${body.billId}`, `customer:${body.customerId}`],
  predict: () => [],
})

export const billCommands = { 'bill.sendAgain': sendBillAgain, 'bill.recordPaper': recordPaper } as const
