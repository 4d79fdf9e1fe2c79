import type { MirrorRow } from '#shared/contract/mirror.ts'
import type { CommandBody } from '#shared/contract/commands.ts'
import type { HandlerContext } from '#core/sync/handler.ts'

type Body = CommandBody<'interaction.logContact'>
type Said = Pick<MirrorRow<'contact'>, 'summary' | 'note' | 'outcome' | 'duration_s'>

/**
 * Writes a contact, new or known. It is an append: a customer or case the core does not hold (refused meanwhile) leaves
 * it without that name, never out of the history.
 */
export async function writeContact(context: HandlerContext, body: Body, said: Said): Promise<void> {
  const links = await linksOf(context, body)
  if (await context.get('contact', body.contactId)) {
    await context.patch('contact', body.contactId, { ...links, ...said })
    return
  }
  await context.insert('contact', {
    id: body.contactId,
    scope: context.scope,
    ...links,
    channel: body.channel,
    direction: body.direction,
    at: body.at,
    by_name: context.actorName,
    ...said,
  })
}

/** Which of a customer and a case this market's core holds. */
export async function linksOf(
  context: HandlerContext,
  { customerId, caseId }: Pick<Body, 'customerId' | 'caseId'>,
): Promise<Pick<MirrorRow<'contact'>, 'customer_id' | 'case_id'>> {
  const customer = customerId === null ? undefined : await context.get('customer', customerId)
  const ofCase = caseId === null ? undefined : await context.get('service_case', caseId)
  return {
    customer_id: customer?.scope === context.scope ? customer.id : null,
    case_id: ofCase?.scope === context.scope ? ofCase.id : null,
  }
}
