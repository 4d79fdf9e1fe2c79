import { defineHandler } from '#core/sync/handler.ts'
import { applied, rejected } from '../kit/answers.ts'
import { heldTask } from './held-task.ts'

/** What was held for a supervisor never takes effect: its ledger row and the outcome its desk hears of say so. */
export const rejectHeld = defineHandler('interaction.rejectHeld', {
  run: async (context, body) => {
    const task = await heldTask(context, body.taskId)
    if (!task) return rejected('NOTHING_TO_RESOLVE')
    const result = { result: 'rejected', code: 'NOT_APPROVED', details: '{}', decided_at: context.now }
    await context.tx.updateTable('ledger').set(result).where('id', '=', task.id).execute()
    if (await context.get('command_outcome', task.id)) await context.patch('command_outcome', task.id, result)
    return applied
  },
})
