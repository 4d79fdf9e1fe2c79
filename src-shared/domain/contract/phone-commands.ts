import { z } from 'zod'
import { defineCommand } from '#shared/kernel/command.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { hashSchema, line } from '#shared/kernel/text-field.ts'
import { languageSchema } from '#shared/domain/customer/prospect.ts'
import { isRecipient } from '#shared/domain/message/commands.ts'
import { messageChannelSchema } from '#shared/domain/message/templates.ts'
import { everyone, serving } from '#shared/domain/staff/roles.ts'
import { agreementTable, signingCodeTable } from './rows.ts'

const ofCase = { caseId: idSchema, customerId: idSchema }
const touches = ({ caseId, customerId }: { readonly caseId: string; readonly customerId: string }): string[] => [
  `customer:${customerId}`,
  `case:${caseId}`,
]

/** Asks the core to make a one-time code and send it to the customer; an earlier one of the case is of no use then. */
export const sendCode = defineCommand({
  version: 1,
  body: z
    .object({
      ...ofCase,
      codeId: idSchema,
      messageId: idSchema,
      channel: messageChannelSchema,
      recipient: line(120),
      language: languageSchema,
      /** Of the summary the customer has: what the code accepts. */
      summaryHash: hashSchema,
    })
    .refine(isRecipient),
  roles: serving,
  refusals: ['CUSTOMER_UNKNOWN', 'SUMMARY_MISSING', 'TEMPLATE_UNKNOWN', 'PLACEHOLDER_MISSING'],
  touches,
  predict: (body, meta) => [
    signingCodeTable.change(body.codeId, {
      scope: meta.scope,
      version: 0,
      case_id: body.caseId,
      customer_id: body.customerId,
      summary_hash: body.summaryHash,
      channel: body.channel,
      recipient: '',
      state: 'asked',
      tries_left: 0,
      made_at: meta.capturedAt,
      until: meta.capturedAt,
      decided_at: null,
    }),
  ],
})

/** Six figures as the customer reads them out. A wrong one is no refusal but a try: the core counts it in the code's row. */
export const tryCode = defineCommand({
  version: 1,
  body: z.object({ ...ofCase, codeId: idSchema, figures: z.string().regex(/^\d{6}$/) }),
  roles: serving,
  refusals: ['CODE_UNKNOWN'],
  touches,
  predict: () => [],
})

/** What was found when the document was seen with the card: a fact of its own on the contract. */
export const recordDocumentCheck = defineCommand({
  version: 1,
  body: z.object({ ...ofCase, agreementId: idSchema, outcome: z.enum(['checked', 'differs']) }),
  roles: everyone,
  refusals: ['AGREEMENT_UNKNOWN', 'DOCUMENT_NOT_DUE'],
  touches,
  predict: (body, meta) => [
    agreementTable.change(body.agreementId, { document_check: body.outcome, document_checked_at: meta.capturedAt }),
  ],
})

/**
 * The customer withdraws within the days: the contract and its line end, what was paid goes back. `shiftId`: the drawer cash
 * is paid out of, null where none is open.
 */
export const withdrawAgreement = defineCommand({
  version: 1,
  body: z.object({ ...ofCase, agreementId: idSchema, reason: line(200), shiftId: idSchema.nullable().default(null) }),
  roles: serving,
  refusals: ['AGREEMENT_UNKNOWN', 'WITHDRAWAL_NONE', 'WITHDRAWAL_OVER', 'CALLER_NOT_VERIFIED'],
  touches,
  predict: (body) => [agreementTable.change(body.agreementId, { state: 'withdrawn' })],
})

export const phoneCommands = {
  'contract.sendCode': sendCode,
  'contract.tryCode': tryCode,
  'contract.recordDocumentCheck': recordDocumentCheck,
  'contract.withdrawAgreement': withdrawAgreement,
} as const
