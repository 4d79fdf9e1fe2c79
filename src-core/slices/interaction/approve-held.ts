import type { CommandRefusal } from '#shared/contract/commands.ts'
import type { Answer } from '#core/sync/handler.ts'
import { defineHandler } from '#core/sync/handler.ts'
import { rejected } from '../kit/answers.ts'
import { heldTask } from './held-task.ts'

/**
 * Carries out what was held for a supervisor, as its own command says: nobody approves what was entered in the own name,
 * and what is decided already stays so (sync.md, "Conflicts", approval). What its own rules refuse now stays held, and
 * the task says why.
 */
export const approveHeld = defineHandler<'interaction.approveHeld', unknown>('interaction.approveHeld', {
  prepare: (context, body) => context.prepareHeld(body.taskId),
  run: async (context, body, prepared) => {
    const task = await heldTask(context, body.taskId)
    if (!task) return rejected('NOTHING_TO_RESOLVE')
    if (task.actor_id === context.command.actor.userId) return rejected('APPROVAL_BY_SELF')
    // the codes are the held command's own: which one that is, no type can say
    return (await context.runHeld(task.id, prepared)) as Answer<CommandRefusal<'interaction.approveHeld'>>
  },
})
