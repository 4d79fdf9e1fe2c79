import { callBackMachine } from '#shared/domain/interaction/call-back-states.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { applied } from '../kit/answers.ts'
import { mayMove } from '../kit/move.ts'
import { addCallBack, endCallBack } from './call-back.ts'
import { writeContact } from './contact.ts'

/** Closes a contact with what it was about; a promise to call that it kept is done, a new one is planned. */
export const wrapUp = defineHandler('interaction.wrapUp', {
  run: async (context, body) => {
    const { code, outcome, note, durationS, callBack, keptCallBackId } = body
    await writeContact(context, body, { summary: `wrapUp.${code}`, note, outcome, duration_s: durationS })
    const kept = keptCallBackId === null ? undefined : await context.get('call_back', keptCallBackId)
    if (kept?.scope === context.scope && mayMove(callBackMachine, kept.state, 'done', undefined))
      await endCallBack(context, kept, 'done')
    if (callBack) await addCallBack(context, callBack)
    return applied
  },
})
