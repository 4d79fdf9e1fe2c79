import { z } from 'zod'
import { taskKinds } from '#shared/domain/provisioning/decompose.ts'
import { readResource } from '../kit/resource.ts'

const ms = z.int().min(0)

/** Where the networks behind us do not answer in time (late) or refuse (stuck): by task, number and plan. */
const exceptionSchema = z.object({
  kind: z.enum(taskKinds),
  msisdnEndsWith: z.string().optional(),
  planId: z.string().optional(),
  then: z.discriminatedUnion('what', [
    /** Past its planned end, tried again at intervals, done after `lateMs`. */
    z.object({ what: z.literal('late'), lateMs: ms, retryEveryMs: ms.min(100), cause: z.string() }),
    /** Held some time after its start, until back office completes it. */
    z.object({ what: z.literal('stuck'), afterMs: ms, cause: z.string(), owner: z.string(), answerWithinMs: ms }),
  ]),
})
export type ProvisioningException = z.infer<typeof exceptionSchema>

export const provisioningRulesSchema = z.object({
  durationsMs: z.record(z.enum(taskKinds), ms),
  exceptions: z.array(exceptionSchema),
})
export type ProvisioningRules = z.infer<typeof provisioningRulesSchema>

let rulesOfFile: ProvisioningRules | undefined

/** The rules of `resources/provisioning.json`, read once. Throws when the file is not there or malformed. */
export function provisioningRules(): ProvisioningRules {
  rulesOfFile ??= provisioningRulesSchema.parse(JSON.parse(readResource('provisioning.json')))
  return rulesOfFile
}
