import { z } from 'zod'
import { donorRefusals } from '#shared/domain/number/port-in-machine.ts'
import type { PortInRow } from '#shared/domain/number/port-in.ts'
import { readResource } from '../kit/resource.ts'

const ms = z.int().min(0)

/** How the built-in donor answers: when, and which numbers or codes it refuses, the first so many times it is asked. */
export const donorRulesSchema = z.object({
  answersAfterMs: ms,
  /** After the day and its window have come. */
  cutOverAfterMs: ms,
  refusals: z.array(
    z.object({
      msisdnEndsWith: z.string().optional(),
      codeIs: z.string().optional(),
      cause: z.enum(donorRefusals),
      times: z.int().min(1),
    }),
  ),
})
export type DonorRules = z.infer<typeof donorRulesSchema>

let rulesOfFile: DonorRules | undefined

/** The rules of `resources/donor.json`, read once. Throws when the file is not there or malformed. */
export function donorRules(): DonorRules {
  rulesOfFile ??= donorRulesSchema.parse(JSON.parse(readResource('donor.json')))
  return rulesOfFile
}

/** Why the donor refuses a number now; undefined where it agrees. */
export function refusalOf(
  { msisdn, code, tries }: Pick<PortInRow, 'msisdn' | 'code' | 'tries'>,
  rules: DonorRules,
): DonorRules['refusals'][number]['cause'] | undefined {
  return rules.refusals.find(
    (rule) =>
      tries <= rule.times &&
      (rule.msisdnEndsWith !== undefined || rule.codeIs !== undefined) &&
      (rule.msisdnEndsWith === undefined || msisdn.endsWith(rule.msisdnEndsWith)) &&
      (rule.codeIs === undefined || rule.codeIs === code),
  )?.cause
}
