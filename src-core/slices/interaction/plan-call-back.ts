import { defineHandler } from '#core/sync/handler.ts'
import { applied } from '../kit/answers.ts'
import { addCallBack } from './call-back.ts'

/** Plans a call-back. Always applies. */
export const planCallBack = defineHandler('interaction.planCallBack', {
  run: async (context, body) => {
    await addCallBack(context, body)
    return applied
  },
})
