import type { Policies } from '#shared/domain/catalogue/policies.ts'
import type { CustomerRow } from '#shared/domain/customer/rows.ts'
import { languageSchema } from '#shared/domain/customer/prospect.ts'
import { isRecipient } from '#shared/domain/message/commands.ts'
import type { MessageChannel, TemplateName, TemplateParams } from '#shared/domain/message/templates.ts'
import { judgeParams } from '#shared/domain/message/templates.ts'
import type { Instant } from '#shared/kernel/date.ts'
import { dateInZone } from '#shared/kernel/date.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { Reader } from '#shared/text/translate.ts'
import { fillGaps } from '#shared/text/translate.ts'
import type { Unit } from '#core/sync/handler.ts'
import { textOf } from './template-text.ts'

/** A message somebody, or the core by itself, wants sent. */
export interface MessageWish {
  readonly id: Id
  readonly scope: string
  readonly template: TemplateName
  readonly customerId: Id
  readonly caseId: Id | null
  readonly channel: MessageChannel
  readonly recipient: string
  readonly language: Reader['language']
  readonly params: TemplateParams
  /** Params only the customer may read: dots in the row, whole in what the gateway gets. */
  readonly secret?: TemplateParams
  readonly about: string
  readonly byName: string
  readonly now: Instant
  readonly policies: Policies
}

export type QueueRefusal = Refusal<'TEMPLATE_UNKNOWN' | 'PLACEHOLDER_MISSING'>

/** Words a message by its template and puts it in the gateway's queue, once for an id. Nothing is written when it refuses. */
export async function queueMessage(unit: Unit, wish: MessageWish): Promise<Result<true, QueueRefusal>> {
  const { id, scope, template, channel, language, policies, now } = wish
  const text = await textOf(unit, { scope, template, channel, language })
  if (!text) return refuse('TEMPLATE_UNKNOWN', { template, channel })
  const said: TemplateParams = { operator: policies.market.operator, ...wish.params }
  const whole = { ...said, ...wish.secret }
  const judged = judgeParams(`${text.subject} ${text.body}`, whole)
  if (!judged.ok) return judged
  if (await unit.get('message', id)) return ok(true)
  const reader: Reader = {
    language,
    currency: policies.market.currency,
    zone: policies.market.zone,
    today: dateInZone(now, policies.market.zone),
  }
  const dotted = Object.fromEntries(Object.keys(wish.secret ?? {}).map((name) => [name, '••••••']))
  await unit.insert('message', {
    id,
    scope,
    customer_id: wish.customerId,
    case_id: wish.caseId,
    template,
    channel,
    recipient: wish.recipient,
    language,
    subject: fillGaps(reader, text.subject, { ...said, ...dotted }),
    body: fillGaps(reader, text.body, { ...said, ...dotted }),
    state: 'queued',
    cause: '',
    tries: 0,
    about: wish.about,
    queued_at: now,
    sent_at: null,
    by_name: wish.byName,
  })
  if (wish.secret)
    await unit.tx
      .insertInto('message_secret')
      .values({ message_id: id, body: fillGaps(reader, text.body, whole) })
      .execute()
  return ok(true)
}

type Told = Pick<MessageWish, 'template' | 'caseId' | 'params' | 'about' | 'now' | 'policies'>

/**
 * Tells a customer something by itself, by e-mail where there is an address, else by SMS; nothing where there is
 * neither, or where the market has no such template. `about` makes it once.
 */
export async function tellCustomer(unit: Unit, id: Id, customer: CustomerRow, told: Told): Promise<void> {
  const address = addressOf(customer)
  if (!address) return
  const language = languageSchema.safeParse(customer.language).data ?? 'en'
  const wish = { id, scope: customer.scope, customerId: customer.id, language, byName: '' }
  await queueMessage(unit, { ...wish, ...address, ...told })
}

function addressOf({
  email,
  contact_number: number,
}: CustomerRow): Pick<MessageWish, 'channel' | 'recipient'> | undefined {
  if (email !== null && isRecipient({ channel: 'email', recipient: email }))
    return { channel: 'email', recipient: email }
  if (number !== null && isRecipient({ channel: 'sms', recipient: number }))
    return { channel: 'sms', recipient: number }
  return undefined
}
