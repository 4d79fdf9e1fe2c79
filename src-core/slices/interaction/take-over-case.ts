import { caseMachine } from '#shared/domain/interaction/states.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'
import { isFinal } from '../kit/move.ts'
import { takenBy } from '../kit/writer.ts'

/** Makes the desk the only writer of a case, if the case has not changed hands since the agent looked. */
export const takeOverCase = defineHandler('interaction.takeOverCase', {
  run: async (context, body) => {
    const { command } = context
    const row = await context.get('service_case', body.caseId)
    if (!row || row.scope !== context.scope) return rejected('CASE_UNKNOWN')
    if (isFinal(caseMachine, row.state)) return rejected('CASE_CLOSED')
    if (row.writer_device === command.deviceId) return applied
    if (row.writer_claim !== body.overClaim) return takenBy(row)
    await context.patch('service_case', row.id, {
      writer_device: command.deviceId,
      writer_name: context.actorName,
      writer_desk: context.deskName,
      writer_claim: command.id,
      writer_since: command.capturedAt,
    })
    return applied
  },
})
