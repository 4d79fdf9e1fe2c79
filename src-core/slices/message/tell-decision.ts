import { languageSchema } from '#shared/domain/customer/prospect.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'
import type { Letter } from '#shared/domain/dispute/letter.ts'
import { letterText } from '#shared/text/letter-text.ts'
import type { HandlerContext } from '#core/sync/handler.ts'
import { tellCustomer } from './queue-message.ts'

/** Which letter, about what, to whom; words that depend on the language are asked for by it. */
export interface Told {
  readonly template: 'disputeFiled' | 'disputeDecided' | 'creditDecided'
  readonly customerId: string
  readonly caseId: string | null
  readonly about: string
  readonly letter: (language: string) => Letter
}

/** Sends a customer the letter about a dispute or a credit, in their language; nothing where there is no way to reach them. */
export async function tellDecision(context: HandlerContext, told: Told): Promise<void> {
  const { policies, now, businessDate } = context
  const customer = await context.get('customer', told.customerId)
  if (!customer) return
  const { currency, zone } = policies.market
  const language = languageSchema.safeParse(customer.language).data ?? 'en'
  const words = letterText({ language, currency, zone, today: businessDate }, told.letter(language))
  await tellCustomer(context, context.ids.next(), customer, {
    ...{ template: told.template, caseId: told.caseId, about: told.about, now, policies },
    params: { name: customerName(customer), ...words },
  })
}
