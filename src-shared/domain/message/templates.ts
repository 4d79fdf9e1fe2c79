import { z } from 'zod'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

export const messageChannels = ['email', 'sms'] as const
export const messageChannelSchema = z.enum(messageChannels)
export type MessageChannel = z.infer<typeof messageChannelSchema>

/** What each template may fill in; a text of the core's that asks for anything else is refused. */
export const templateGaps = {
  saleSummary: [
    ...['operator', 'name', 'reference', 'summary', 'plan'],
    ...['monthly', 'dueNow', 'commitment', 'notice', 'withdrawal'],
  ],
  signingCode: ['operator', 'code', 'minutes'],
  orderConfirmed: ['operator', 'reference', 'plan', 'number'],
  portInRefused: ['operator', 'number', 'donor', 'cause'],
  callBackReminder: ['operator', 'number', 'at'],
  withdrawn: ['operator', 'reference', 'refundMinor'],
  disputeFiled: ['operator', 'name', 'subject', 'letter', 'short'],
  disputeDecided: ['operator', 'name', 'subject', 'letter', 'short'],
  creditDecided: ['operator', 'name', 'subject', 'letter', 'short'],
  callMissed: ['operator', 'name'],
  bringDocuments: ['operator', 'name'],
  billAgain: ['operator', 'name', 'number', 'amountMinor', 'openMinor', 'on', 'due'],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** What an agent sends a customer of their own accord. */
export const agentTemplates = ['callMissed', 'bringDocuments'] as const satisfies readonly (keyof typeof templateGaps)[]

export type TemplateName = keyof typeof templateGaps
export const templateNames = Object.keys(templateGaps) as TemplateName[] // keys of a const object
export const templateNameSchema = z.enum(templateNames)

/** What fills the gaps: sums in minor units, moments in ms, names as JSON by language, as text/ fills them. */
export const templateParamsSchema = z.record(z.string().max(40), z.union([z.string().max(2000), z.number(), z.null()]))
export type TemplateParams = z.infer<typeof templateParamsSchema>

/** Names of the gaps of a text: `{at:time}` asks for `at`. */
export function gapsIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\w+)(?::\w+)?\}/g)].map(([, name = '']) => name))]
}

/** Whether a template asks only for what its kind may say. PLACEHOLDER_UNKNOWN {placeholder}. */
export function judgeTemplate(name: TemplateName, text: string): Result<true, Refusal<'PLACEHOLDER_UNKNOWN'>> {
  const allowed: readonly string[] = templateGaps[name]
  const unknown = gapsIn(text).find((gap) => !allowed.includes(gap))
  return unknown === undefined ? ok(true) : refuse('PLACEHOLDER_UNKNOWN', { placeholder: unknown })
}

/** Whether everything a text asks for is there, so that nobody gets a message with holes. PLACEHOLDER_MISSING {placeholder}. */
export function judgeParams(text: string, params: TemplateParams): Result<true, Refusal<'PLACEHOLDER_MISSING'>> {
  const missing = gapsIn(text).find((gap) => params[gap] === undefined || params[gap] === null)
  return missing === undefined ? ok(true) : refuse('PLACEHOLDER_MISSING', { placeholder: missing })
}
