import { recipes } from '#shared/domain/interaction/recipes.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'

/** Opens a case with its first contact. Times are those of the desk: they are only shown. */
export const openCase = defineHandler('interaction.openCase', {
  run: async (context, body) => {
    const { command } = context
    if (await context.get('service_case', body.caseId)) return rejected('CASE_EXISTS')
    const begun = await context.get('contact', body.contactId)
    if (begun && (begun.scope !== context.scope || begun.case_id !== null))
      return rejected('BODY_INVALID', { field: 'contactId' })
    await context.insert('service_case', {
      id: body.caseId,
      scope: context.scope,
      reference: body.reference,
      recipe: body.recipe,
      state: 'open',
      channel: body.channel,
      customer_id: body.customerId,
      owner_id: command.actor.userId,
      owner_name: context.actorName,
      desk_name: context.deskName,
      note: '',
      opened_at: command.capturedAt,
      updated_at: command.capturedAt,
      writer_device: command.deviceId,
      writer_name: context.actorName,
      writer_desk: context.deskName,
      writer_claim: command.id,
      writer_since: command.capturedAt,
      handed_by_id: null,
      handed_by: '',
      handed_at: null,
      handed_note: '',
    })
    // a call that was taken before the case was begun is its first contact
    if (begun) {
      const summary = recipes[body.recipe].contact
      await context.patch('contact', begun.id, { case_id: body.caseId, customer_id: body.customerId, summary })
      return applied
    }
    await context.insert('contact', {
      id: body.contactId,
      scope: context.scope,
      customer_id: body.customerId,
      case_id: body.caseId,
      channel: body.channel,
      direction: 'inbound',
      summary: recipes[body.recipe].contact,
      at: command.capturedAt,
      by_name: context.actorName,
      note: '',
      outcome: '',
      duration_s: 0,
    })
    return applied
  },
})
