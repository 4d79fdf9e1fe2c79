import { z } from 'zod'
import type { CommandMeta } from '#shared/kernel/command.ts'
import { defineCommand } from '#shared/kernel/command.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { line, msisdnSchema } from '#shared/kernel/text-field.ts'
import { isEmail } from '#shared/domain/customer/email.ts'
import { languageSchema } from '#shared/domain/customer/prospect.ts'
import { serving } from '#shared/domain/staff/roles.ts'
import type { RowChange } from '#shared/kernel/table.ts'
import { messageTable } from './rows.ts'
import { agentTemplates, messageChannelSchema, templateParamsSchema } from './templates.ts'

const addressed = {
  messageId: idSchema,
  customerId: idSchema,
  caseId: idSchema.nullable(),
  channel: messageChannelSchema,
  recipient: line(120),
  language: languageSchema,
}

/** Where a message goes must be an address of its channel. */
export function isRecipient({ channel, recipient }: { readonly channel: string; readonly recipient: string }): boolean {
  return channel === 'email' ? isEmail(recipient) : msisdnSchema.safeParse(recipient).success
}

const sendBody = z.object({
  ...addressed,
  template: z.enum(['saleSummary', ...agentTemplates]),
  params: templateParamsSchema,
  about: line(80),
})

/** A message for a customer, worded by the core's template. Kept on the desk while the core is away. */
export const sendMessage = defineCommand({
  version: 1,
  body: sendBody.refine(isRecipient),
  roles: serving,
  refusals: ['CUSTOMER_UNKNOWN', 'TEMPLATE_UNKNOWN', 'PLACEHOLDER_MISSING'],
  touches: (body) => touched(body),
  predict: (body, meta) => [queuedChange(body, meta)],
})

/** A message goes out once more: it failed, or the customer did not find it. */
export const sendAgain = defineCommand({
  version: 1,
  body: z.object({ messageId: idSchema, customerId: idSchema, caseId: idSchema.nullable() }),
  roles: serving,
  refusals: ['MESSAGE_UNKNOWN', 'MESSAGE_ON_ITS_WAY', 'MESSAGE_SECRET'],
  touches: (body) => touched(body),
  predict: (body, meta) => [
    messageTable.change(body.messageId, { state: 'queued', cause: '', queued_at: meta.capturedAt, sent_at: null }),
  ],
})

export const messageCommands = { 'message.sendMessage': sendMessage, 'message.sendAgain': sendAgain } as const

function touched({ caseId, customerId }: { readonly caseId: string | null; readonly customerId: string }): string[] {
  return [`customer:${customerId}`, ...(caseId === null ? [] : [`case:${caseId}`])]
}

function queuedChange(body: z.infer<typeof sendBody>, meta: CommandMeta): RowChange {
  return messageTable.change(body.messageId, {
    scope: meta.scope,
    version: 0,
    customer_id: body.customerId,
    case_id: body.caseId,
    template: body.template,
    channel: body.channel,
    recipient: body.recipient,
    language: body.language,
    subject: '',
    body: '',
    state: 'queued',
    cause: '',
    tries: 0,
    about: body.about,
    queued_at: meta.capturedAt,
    sent_at: null,
    by_name: meta.actorName,
  })
}
