import { z } from 'zod'
import type { Json } from '#shared/kernel/canonical.ts'

/** What never leaves the ledger: the lines of a document, and what somebody earns. */
const kept: ReadonlySet<string> = new Set(['mrz', 'incomeMinor'])

/** What of a command's body other desks may read, so that another person can decide about it. */
export function travellingBody(body: Json): Json {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return {}
  return Object.fromEntries(Object.entries(body).filter(([name]) => !kept.has(name)))
}

const schema = z
  .object({
    msisdn: z.string(),
    read: z.object({ givenNames: z.string(), surname: z.string() }),
    amountMinor: z.int(),
    givenNames: z.string(),
    familyName: z.string(),
    contactNumber: z.string(),
    orderId: z.string(),
    name: z.string(),
    to: z.string().nullable(),
    reason: z.string(),
    address: z.object({ street: z.string(), postalCode: z.string(), town: z.string() }),
  })
  .partial()

/** Facts of a body, whole or as it travels, that a person recognises a matter by; absent ones are left out. */
export function factsOfBody(body: unknown): z.infer<typeof schema> {
  const parsed = schema.safeParse(body)
  return parsed.success ? parsed.data : {}
}

/** The value a person typed or chose: a phone number, a name, a sum in minor units. '' where the code says it all. */
export function enteredText(type: string, body: unknown): string {
  const facts = factsOfBody(body)
  switch (type) {
    case 'number.reserveNumber':
    case 'number.requestPortIn':
    case 'order.submitOrder':
    case 'order.chooseOtherNumber':
      return facts.msisdn ?? ''
    case 'identity.recordEvidence':
      return facts.read ? `${facts.read.givenNames} ${facts.read.surname}`.trim() : ''
    case 'customer.createCompany':
      return facts.name ?? ''
    case 'customer.createProspect':
    case 'customer.createHousehold':
      return `${facts.givenNames ?? ''} ${facts.familyName ?? ''}`.trim()
    case 'customer.changeContact':
      return facts.to ?? 'record.nothing'
    case 'customer.changeAddress':
      return facts.address ? `${facts.address.street}, ${facts.address.postalCode} ${facts.address.town}` : ''
    case 'credit.overrideDecision':
    case 'verification.unlockCaller':
      return facts.reason ?? ''
    case 'payment.recordPayment':
      return facts.amountMinor === undefined ? '' : String(facts.amountMinor)
    default:
      return ''
  }
}
