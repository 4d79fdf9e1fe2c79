import { z } from 'zod'
import { languages } from '#shared/domain/customer/prospect.ts'
import type { MessageChannel, TemplateName } from '#shared/domain/message/templates.ts'
import { messageChannelSchema, judgeTemplate, templateNameSchema } from '#shared/domain/message/templates.ts'
import type { Unit } from '#core/sync/handler.ts'

const textSchema = z.object(Object.fromEntries(languages.map((language) => [language, z.string()])))

/** A template as a file or a form gives it: all languages, and no gap its kind does not fill. */
export const templateSchema = z
  .object({
    name: templateNameSchema,
    channel: messageChannelSchema,
    subject: textSchema,
    body: textSchema,
  })
  .superRefine((template, context) => {
    for (const text of [...Object.values(template.subject), ...Object.values(template.body)]) {
      const judged = judgeTemplate(template.name, text)
      if (!judged.ok)
        context.addIssue({
          code: 'custom',
          message: `${template.name}: ${String(judged.error.details?.['placeholder'])}`,
        })
    }
  })
export type TemplateData = z.infer<typeof templateSchema>

export interface TemplateWish {
  readonly scope: string
  readonly template: TemplateName
  readonly channel: MessageChannel
  readonly language: string
}

/** Subject and body of a template in a language; undefined where the market has none. */
export async function textOf(
  { tx }: Pick<Unit, 'tx'>,
  { scope, template, channel, language }: TemplateWish,
): Promise<{ readonly subject: string; readonly body: string } | undefined> {
  const row = await tx
    .selectFrom('message_template')
    .select(['subject', 'body'])
    .where('id', '=', `${template}:${channel}`)
    .where('scope', '=', scope)
    .executeTakeFirst()
  if (!row) return undefined
  return { subject: inLanguage(row.subject, language), body: inLanguage(row.body, language) }
}

function inLanguage(json: string, language: string): string {
  return textSchema.parse(JSON.parse(json))[language] ?? ''
}
