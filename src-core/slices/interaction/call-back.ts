import type { CommandBody } from '#shared/contract/commands.ts'
import type { MirrorRow } from '#shared/contract/mirror.ts'
import { callBackMachine } from '#shared/domain/interaction/call-back-states.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { mustMove } from '../kit/move.ts'
import { linksOf } from './contact.ts'

/** Plans a call-back for whoever promised it; the same one twice is once. */
export async function addCallBack(
  context: HandlerContext,
  body: CommandBody<'interaction.planCallBack'>,
): Promise<void> {
  if (await context.get('call_back', body.callBackId)) return
  await context.insert('call_back', {
    id: body.callBackId,
    scope: context.scope,
    ...(await linksOf(context, body)),
    number: body.number,
    due_at: body.dueAt,
    note: body.note,
    state: 'planned',
    owner_id: context.command.actor.userId,
    owner_name: context.actorName,
    made_at: context.command.capturedAt,
    closed_at: null,
    closed_by: '',
  })
}

/** Ends one that is planned. Throws where it is not: ask first. */
export async function endCallBack(
  context: HandlerContext,
  row: MirrorRow<'call_back'>,
  event: 'done' | 'dropped',
): Promise<void> {
  await context.patch('call_back', row.id, {
    state: mustMove(callBackMachine, row.state, event, undefined),
    closed_at: context.command.capturedAt,
    closed_by: context.actorName,
  })
}
