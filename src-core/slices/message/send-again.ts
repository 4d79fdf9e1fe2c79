import { messageMachine } from '#shared/domain/message/states.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'
import { move } from '../kit/move.ts'

/** Puts a message in the queue once more. A secret is sent once only: a new one is made instead. */
export const sendAgain = defineHandler('message.sendAgain', {
  run: async (context, body) => {
    const row = await context.get('message', body.messageId)
    if (row?.scope !== context.scope) return rejected('MESSAGE_UNKNOWN')
    if (row.template === 'signingCode') return rejected('MESSAGE_SECRET')
    const moved = move(messageMachine, row.state, 'sendAgain', undefined)
    if (!moved.ok) return rejected('MESSAGE_ON_ITS_WAY')
    await context.patch('message', row.id, { state: moved.value, cause: '', queued_at: context.now, sent_at: null })
    return applied
  },
})
