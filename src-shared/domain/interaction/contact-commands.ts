import { z } from 'zod'
import { everyone, serving } from '#shared/domain/staff/roles.ts'
import type { CommandMeta } from '#shared/kernel/command.ts'
import { defineCommand } from '#shared/kernel/command.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import type { RowChange } from '#shared/kernel/table.ts'
import { line, lines } from '#shared/kernel/text-field.ts'
import { callBackTable, contactTable } from './rows.ts'
import { channelSchema } from './steps.ts'

/** What a contact was about where no case was worked on; each is a sentence `wrapUp.CODE` of text/. */
export const generalWrapUpCodes = [
  'newLine',
  'billQuestion',
  'dispute',
  'payment',
  'fault',
  'coverage',
  'planChange',
  'addressChange',
  'otherQuestion',
] as const
export type GeneralWrapUpCode = (typeof generalWrapUpCodes)[number]

/** How a contact ended; each is a sentence `outcome.CODE`. A recipe's codes (recipes.ts) end in one of them. */
export const wrapUpOutcomes = ['done', 'goesOn', 'callBack', 'handedOn', 'none'] as const
export type WrapUpOutcome = (typeof wrapUpOutcomes)[number]

/** A general code or one of a recipe, a newer one's too: what it says is for people. */
export const wrapUpCodeSchema = z.string().regex(/^[a-zA-Z]{1,40}$/)

/** A phone number as the telephone gave it: E.164 where it could be read so, else as it came; '' for a hidden one. */
const callerNumber = line(40)

const contactBody = z.object({
  contactId: idSchema,
  customerId: idSchema.nullable(),
  caseId: idSchema.nullable(),
  channel: channelSchema,
  direction: z.enum(['inbound', 'outbound']),
  at: z.int(),
})

/** A contact is logged from its first second, whoever it turns out to be. Always applies. */
export const logContact = defineCommand({
  version: 1,
  body: contactBody,
  roles: everyone,
  refusals: [],
  touches: (body) => [`contact:${body.contactId}`, ...touched(body)],
  predict: (body, meta) => [
    contactChange(body, meta, { summary: 'contact.begun', note: '', outcome: '', duration_s: 0 }),
  ],
})

/** When somebody is to be called again, and about what. */
export const callBackBody = z.object({
  callBackId: idSchema,
  customerId: idSchema.nullable(),
  caseId: idSchema.nullable(),
  number: callerNumber,
  dueAt: z.int(),
  note: lines(500),
})

/** A contact is over: what it was about, how it ended, the note; and with it the promise to call again, or one kept. */
export const wrapUp = defineCommand({
  version: 1,
  body: contactBody.extend({
    code: wrapUpCodeSchema,
    outcome: z.enum(wrapUpOutcomes),
    note: lines(2000),
    durationS: z.int().min(0),
    callBack: callBackBody.nullable(),
    keptCallBackId: idSchema.nullable(),
  }),
  roles: everyone,
  refusals: [],
  touches: (body) => [
    `contact:${body.contactId}`,
    ...touched(body),
    ...(body.callBack ? [`callBack:${body.callBack.callBackId}`] : []),
    ...(body.keptCallBackId === null ? [] : [`callBack:${body.keptCallBackId}`]),
  ],
  predict: (body, meta) => [
    contactChange(body, meta, {
      summary: `wrapUp.${body.code}`,
      note: body.note,
      outcome: body.outcome,
      duration_s: body.durationS,
    }),
    ...(body.callBack ? [plannedChange(body.callBack, meta)] : []),
    ...(body.keptCallBackId === null ? [] : [closedChange(body.keptCallBackId, 'done', meta)]),
  ],
})

/** A promise to call is made outside of a call. */
export const planCallBack = defineCommand({
  version: 1,
  body: callBackBody,
  roles: serving,
  refusals: [],
  touches: (body) => [`callBack:${body.callBackId}`, ...touched(body)],
  predict: (body, meta) => [plannedChange(body, meta)],
})

/** A promise to call is kept, or nobody waits for it any more. */
export const closeCallBack = defineCommand({
  version: 1,
  body: z.object({ callBackId: idSchema, outcome: z.enum(['done', 'dropped']) }),
  roles: everyone,
  refusals: ['CALL_BACK_UNKNOWN', 'CALL_BACK_CLOSED'],
  touches: (body) => [`callBack:${body.callBackId}`],
  predict: (body, meta) => [closedChange(body.callBackId, body.outcome, meta)],
})

export const contactCommands = {
  'interaction.logContact': logContact,
  'interaction.wrapUp': wrapUp,
  'interaction.planCallBack': planCallBack,
  'interaction.closeCallBack': closeCallBack,
} as const

type Ids = { readonly customerId: string | null; readonly caseId: string | null }

function touched({ customerId, caseId }: Ids): readonly string[] {
  return [...(customerId === null ? [] : [`customer:${customerId}`]), ...(caseId === null ? [] : [`case:${caseId}`])]
}

function contactChange(
  body: z.infer<typeof contactBody>,
  meta: CommandMeta,
  said: { readonly summary: string; readonly note: string; readonly outcome: string; readonly duration_s: number },
): RowChange {
  return contactTable.change(body.contactId, {
    scope: meta.scope,
    version: 0,
    customer_id: body.customerId,
    case_id: body.caseId,
    channel: body.channel,
    direction: body.direction,
    at: body.at,
    by_name: meta.actorName,
    ...said,
  })
}

function plannedChange(body: z.infer<typeof callBackBody>, meta: CommandMeta): RowChange {
  return callBackTable.change(body.callBackId, {
    scope: meta.scope,
    version: 0,
    customer_id: body.customerId,
    case_id: body.caseId,
    number: body.number,
    due_at: body.dueAt,
    note: body.note,
    state: 'planned',
    owner_id: meta.actorId,
    owner_name: meta.actorName,
    made_at: meta.capturedAt,
    closed_at: null,
    closed_by: '',
  })
}

function closedChange(id: string, state: 'done' | 'dropped', meta: CommandMeta): RowChange {
  return callBackTable.change(id, { state, closed_at: meta.capturedAt, closed_by: meta.actorName })
}
