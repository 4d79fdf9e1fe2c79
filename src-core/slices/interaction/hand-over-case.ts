import { caseMachine } from '#shared/domain/interaction/states.ts'
import { isOneOf, roleSchema, serving } from '#shared/domain/staff/roles.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'
import { isFinal } from '../kit/move.ts'
import { takenOver } from '../kit/writer.ts'

/** Makes a colleague of the same market, who serves customers, the owner of a case. Who writes in it stays as it is. */
export const handOverCase = defineHandler('interaction.handOverCase', {
  run: async (context, body) => {
    const { command, scope } = context
    const row = await context.get('service_case', body.caseId)
    if (!row || row.scope !== scope) return rejected('CASE_UNKNOWN')
    if (isFinal(caseMachine, row.state)) return rejected('CASE_CLOSED')
    const other = takenOver(row, command.deviceId)
    if (other) return other
    const colleague = await context.tx
      .selectFrom('app_user')
      .select(['id', 'name', 'role'])
      .where('id', '=', body.toId)
      .where('scope', '=', scope)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    if (!colleague || !isOneOf(roleSchema.parse(colleague.role), serving)) return rejected('COLLEAGUE_UNKNOWN')
    await context.patch('service_case', row.id, {
      owner_id: colleague.id,
      owner_name: colleague.name,
      handed_by_id: command.actor.userId,
      handed_by: context.actorName,
      handed_at: command.capturedAt,
      handed_note: body.note,
      updated_at: command.capturedAt,
    })
    return applied
  },
})
