import { z } from 'zod'
import { defineCommand } from '#shared/kernel/command.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { filledLine, lines } from '#shared/kernel/text-field.ts'
import { everyone, serving } from '#shared/domain/staff/roles.ts'
import { caseStepTable, caseTable, contactTable } from './rows.ts'
import { contactCommands } from './contact-commands.ts'
import { decisionCommands } from './decision-commands.ts'
import { exportCommands } from './export-commands.ts'
import { recipeNames, recipes } from './recipes.ts'
import { channelSchema, saleStepSchema } from './steps.ts'

/** A case begins with its first contact, logged from the first second. */
export const openCase = defineCommand({
  version: 1,
  body: z.object({
    caseId: idSchema,
    contactId: idSchema,
    reference: filledLine(20),
    recipe: z.enum(recipeNames),
    channel: channelSchema,
    customerId: idSchema.nullable(),
  }),
  roles: serving,
  refusals: ['CASE_EXISTS'],
  touches: (body) => [`case:${body.caseId}`],
  predict: (body, meta) => [
    caseTable.change(body.caseId, {
      scope: meta.scope,
      version: 0,
      reference: body.reference,
      recipe: body.recipe,
      state: 'open',
      channel: body.channel,
      customer_id: body.customerId,
      owner_id: meta.actorId,
      owner_name: meta.actorName,
      desk_name: meta.deskName,
      note: '',
      opened_at: meta.capturedAt,
      updated_at: meta.capturedAt,
      writer_device: meta.deviceId,
      writer_name: meta.actorName,
      writer_desk: meta.deskName,
      writer_claim: meta.id,
      writer_since: meta.capturedAt,
      handed_by_id: null,
      handed_by: '',
      handed_at: null,
      handed_note: '',
    }),
    contactTable.change(body.contactId, {
      scope: meta.scope,
      version: 0,
      customer_id: body.customerId,
      case_id: body.caseId,
      channel: body.channel,
      direction: 'inbound',
      summary: recipes[body.recipe].contact,
      at: meta.capturedAt,
      by_name: meta.actorName,
      note: '',
      outcome: '',
      duration_s: 0,
    }),
  ],
})

/** A step finished or parked: what was typed travels to other desks; nothing else follows from it. */
export const saveCaseStep = defineCommand({
  version: 1,
  body: z.object({
    caseId: idSchema,
    step: saleStepSchema,
    fields: z.record(z.string().max(40), z.json()),
    note: lines(2000),
    customerId: idSchema.nullable(),
    /** `parked`: left before it was finished, kept as typed, judged by nobody. */
    state: z.enum(['finished', 'parked']).default('finished'),
  }),
  roles: serving,
  refusals: ['CASE_UNKNOWN', 'CASE_CLOSED', 'CASE_TAKEN_OVER'],
  touches: (body) => [`case:${body.caseId}`],
  predict: (body, meta) => [
    caseStepTable.change(`${body.caseId}:${body.step}`, {
      scope: meta.scope,
      version: 0,
      case_id: body.caseId,
      step: body.step,
      state: body.state,
      fields: JSON.stringify(body.fields),
      saved_at: meta.capturedAt,
      saved_by: meta.actorName,
    }),
    caseTable.change(body.caseId, {
      note: body.note,
      updated_at: meta.capturedAt,
      ...(body.customerId ? { customer_id: body.customerId } : {}),
    }),
  ],
})

/** A case is given up (`abandoned`) or done with; what was signed stays signed. */
export const closeCase = defineCommand({
  version: 1,
  body: z.object({ caseId: idSchema, outcome: z.enum(['finish', 'abandon']) }),
  roles: everyone,
  refusals: ['CASE_UNKNOWN', 'CASE_CLOSED', 'CASE_SIGNED', 'CASE_TAKEN_OVER'],
  touches: (body) => [`case:${body.caseId}`],
  predict: (body, meta) => [
    caseTable.change(body.caseId, {
      state: body.outcome === 'finish' ? 'done' : 'abandoned',
      updated_at: meta.capturedAt,
    }),
  ],
})

/**
 * Another desk goes on with a case: from then on it is the only one that writes in it. `overClaim` is the command that
 * made the writer the agent saw ('' for none); a case that changed hands since is a conflict that names who has it.
 */
export const takeOverCase = defineCommand({
  version: 1,
  body: z.object({ caseId: idSchema, overClaim: z.union([idSchema, z.literal('')]) }),
  roles: serving,
  refusals: ['CASE_UNKNOWN', 'CASE_CLOSED', 'CASE_TAKEN_OVER'],
  touches: (body) => [`case:${body.caseId}`],
  predict: (body, meta) => [
    caseTable.change(body.caseId, {
      writer_device: meta.deviceId,
      writer_name: meta.actorName,
      writer_desk: meta.deskName,
      writer_claim: meta.id,
      writer_since: meta.capturedAt,
    }),
  ],
})

/**
 * A case and its drafts pass to a colleague by name, with a word: both see whose it is. The desk that writes in it stays
 * its writer until the colleague takes it up, so that nothing is typed in two places.
 */
export const handOverCase = defineCommand({
  version: 1,
  body: z.object({ caseId: idSchema, toId: idSchema, toName: filledLine(80), note: lines(500) }),
  roles: serving,
  refusals: ['CASE_UNKNOWN', 'CASE_CLOSED', 'CASE_TAKEN_OVER', 'COLLEAGUE_UNKNOWN'],
  touches: (body) => [`case:${body.caseId}`],
  predict: (body, meta) => [
    caseTable.change(body.caseId, {
      owner_id: body.toId,
      owner_name: body.toName,
      handed_by_id: meta.actorId,
      handed_by: meta.actorName,
      handed_at: meta.capturedAt,
      handed_note: body.note,
      updated_at: meta.capturedAt,
    }),
  ],
})

export const interactionCommands = {
  'interaction.handOverCase': handOverCase,
  'interaction.takeOverCase': takeOverCase,
  'interaction.openCase': openCase,
  'interaction.saveCaseStep': saveCaseStep,
  'interaction.closeCase': closeCase,
  ...contactCommands,
  ...decisionCommands,
  ...exportCommands,
} as const
