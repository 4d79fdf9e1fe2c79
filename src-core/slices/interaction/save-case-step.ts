import type { CaseState } from '#shared/domain/interaction/states.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'
import { takenOver } from '../kit/writer.ts'

/** A case given up takes nothing more. One that is done still takes what was typed before the core finished it. */
const closedToTyping: readonly CaseState[] = ['abandoned']

/** Keeps what was typed in a step, so that other desks can go on; the case learns its customer. */
export const saveCaseStep = defineHandler('interaction.saveCaseStep', {
  run: async (context, body) => {
    const { command } = context
    const row = await context.get('service_case', body.caseId)
    if (!row || row.scope !== context.scope) return rejected('CASE_UNKNOWN')
    if (closedToTyping.some((state) => state === row.state)) return rejected('CASE_CLOSED')
    const other = takenOver(row, command.deviceId)
    if (other) return other
    const id = `${body.caseId}:${body.step}`
    const typed = {
      state: body.state,
      fields: JSON.stringify(body.fields),
      saved_at: command.capturedAt,
      saved_by: context.actorName,
    }
    if (await context.get('case_step', id)) await context.patch('case_step', id, typed)
    else
      await context.insert('case_step', { id, scope: context.scope, case_id: body.caseId, step: body.step, ...typed })
    await context.patch('service_case', body.caseId, {
      note: body.note,
      updated_at: command.capturedAt,
      ...(body.customerId ? { customer_id: body.customerId } : {}),
    })
    if (body.customerId) await nameContacts(context, body.caseId, body.customerId)
    return applied
  },
})

async function nameContacts(context: HandlerContext, caseId: string, customerId: string): Promise<void> {
  const nameless = await context.tx
    .selectFrom('contact')
    .select('id')
    .where('case_id', '=', caseId)
    .where('customer_id', 'is', null)
    .orderBy('id')
    .execute()
  for (const { id } of nameless) await context.patch('contact', id, { customer_id: customerId })
}
