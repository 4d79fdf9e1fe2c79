import { z } from 'zod'
import { rowSchemaOf } from '#shared/kernel/row-schema.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import { typedFilledLine } from '#shared/kernel/text-field.ts'
import { taskTable } from './rows.ts'

/** Stuck and late tasks for back office, oldest first. */
export const stuckTaskSchema = z.object({
  task: rowSchemaOf(taskTable),
  orderId: idSchema,
  caseId: idSchema,
  customerName: z.string(),
  msisdn: z.string(),
  isPending: z.boolean(),
})
export const stuckTasksOutput = z.object({ tasks: z.array(stuckTaskSchema) })
export const completeTaskInput = z.strictObject({ taskId: idSchema, note: typedFilledLine(500) })
