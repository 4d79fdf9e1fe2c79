import { slaFactsOf } from '#shared/domain/ticket/rows.ts'
import { slaAfter } from '#shared/domain/ticket/sla-clock.ts'
import { ticketMachine } from '#shared/domain/ticket/states.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, conflict, rejected } from '../kit/answers.ts'
import { move } from '../kit/move.ts'

/**
 * Moves a ticket where it still stands as the agent saw it; else the conflict says who moved it. Pauses are counted by the
 * core's own time.
 */
export const moveTicket = defineHandler('ticket.moveTicket', {
  run: async (context, body) => {
    const row = await context.get('ticket', body.ticketId)
    if (!row || row.scope !== context.scope) return rejected('TICKET_UNKNOWN')
    const moved = move(ticketMachine, row.state, body.event, undefined)
    if (row.state !== body.from || !moved.ok)
      return conflict('TICKET_MOVED', { state: row.state, changedBy: row.updated_by, changedAt: row.updated_at }, [])
    const clock = slaAfter(slaFactsOf(row), moved.value, context.now)
    await context.patch('ticket', row.id, {
      state: moved.value,
      paused_ms: clock.pausedMs,
      paused_since: clock.pausedSince,
      stopped_at: clock.stoppedAt,
      ...(body.note === '' ? {} : { note: body.note }),
      updated_at: context.command.capturedAt,
      updated_by: context.actorName,
    })
    return applied
  },
})
