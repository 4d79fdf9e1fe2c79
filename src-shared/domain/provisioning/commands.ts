import { z } from 'zod'
import { defineCommand } from '#shared/kernel/command.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { filledLine } from '#shared/kernel/text-field.ts'
import { backOffice } from '#shared/domain/staff/roles.ts'
import { taskTable } from './rows.ts'

/** Back office has repaired a stuck task by hand; the order goes on. `base` names the task's version that was seen. */
export const completeTask = defineCommand({
  version: 1,
  body: z.object({ taskId: idSchema, orderId: idSchema, note: filledLine(500) }),
  roles: backOffice,
  refusals: ['TASK_UNKNOWN', 'TASK_NOT_STUCK', 'STALE_VERSION'],
  touches: (body) => [`order:${body.orderId}`],
  predict: (body, meta) => [
    taskTable.change(body.taskId, { state: 'completed', ended_at: meta.capturedAt, is_late: 0 }),
  ],
})

export const provisioningCommands = { 'provisioning.completeTask': completeTask } as const
