import type { Kysely } from 'kysely'
import { z } from 'zod'
import { messageChannelSchema } from '#shared/domain/message/templates.ts'
import type { Instant } from '#shared/kernel/date.ts'
import type { CoreDatabase } from '#core/db/schema.ts'
import { readResource } from '../kit/resource.ts'

/** One message as it leaves the core, whole. `id` is the same at every try of the same sending. */
export interface Outgoing {
  readonly id: string
  readonly channel: string
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly at: Instant
}

export type GatewayAnswer = { readonly kind: 'taken' } | { readonly kind: 'refused'; readonly cause: string }

/**
 * What carries messages to customers: an SMS centre, a mail server. Asked outside of any transaction, and it takes the
 * same id twice as once. It throws where it cannot be reached: the message waits and is tried again.
 */
export interface MessageGateway {
  readonly send: (message: Outgoing) => Promise<GatewayAnswer>
}

const rulesSchema = z.object({
  refuses: z.array(z.object({ channel: messageChannelSchema, endsWith: z.string().min(1), cause: z.string() })),
})
export type GatewayRules = z.infer<typeof rulesSchema>

let rulesOfFile: GatewayRules | undefined

/** The rules of `resources/gateway.json`, read once. Throws when the file is not there or malformed. */
export function gatewayRules(): GatewayRules {
  rulesOfFile ??= rulesSchema.parse(JSON.parse(readResource('gateway.json')))
  return rulesOfFile
}

/** The built-in gateway: it sends nothing, writes each message down, and refuses addresses by its rule file. */
export function builtInGateway(db: Kysely<CoreDatabase>, rules: GatewayRules = gatewayRules()): MessageGateway {
  return {
    send: async (message) => {
      const rule = rules.refuses.find(
        ({ channel, endsWith }) => channel === message.channel && message.recipient.endsWith(endsWith),
      )
      if (rule) return { kind: 'refused', cause: rule.cause }
      const { id, at, channel, recipient, subject, body } = message
      await db
        .insertInto('sent_message')
        .values({ id, at, channel, recipient, subject, body })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      return { kind: 'taken' }
    },
  }
}
