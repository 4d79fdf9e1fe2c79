import { writeIccid } from '#shared/domain/number/iccid.ts'
import type { CreditClass } from '#shared/domain/catalogue/policies.ts'
import type { Instant } from '#shared/kernel/date.ts'
import type { BureauRecord, Stored } from '../db/schema.ts'
import { knownBefore } from './known-before.ts'
import { histories } from './known-people.ts'
import { bureauRow } from './people-rows.ts'
import type { Person } from './person.ts'
import type { Random } from './random.ts'
import { createRandom } from './random.ts'
import type { OfferData, SeedData } from './seed-data.ts'
import { seedId } from './seed-ids.ts'

export interface CustomerFacts {
  readonly data: SeedData
  readonly plans: readonly OfferData[]
  readonly seed: number
  readonly now: Instant
  readonly index: number
  readonly person: Person
  readonly changeSeq: number
}

/** One customer with everything that hangs on it. */
export interface CustomerRows {
  readonly customer: Stored<'customer'>
  readonly products: readonly Stored<'product'>[]
  readonly numbers: readonly Stored<'phone_number'>[]
  readonly sims: readonly Stored<'sim_card'>[]
  readonly contacts: readonly Stored<'contact'>[]
  readonly bureau: BureauRecord
  /** A document seen before and a class decided before, both still good. */
  readonly evidence: readonly Stored<'identity_evidence'>[]
  readonly decisions: readonly Stored<'credit_decision'>[]
  readonly words: readonly Stored<'security_word'>[]
}

const dayMs = 86_400_000
const linesPerCustomer = 2

/** The rows of one customer: a stream of its own for each, so that any batch can be made again. */
export function customerRows(facts: CustomerFacts): CustomerRows {
  const { data, seed, now, index, person, changeSeq } = facts
  const random = createRandom(seed, index + 1_000)
  const id = seedId(seed, 'customer', index)
  const scope = data.market.scope
  const state = person.isStory || random.percent(94) ? 'active' : random.percent(50) ? 'prospect' : 'closed'
  const drawnAt = now - (20 + random.below(2_500)) * dayMs - random.below(dayMs)
  const toSignDays = 1 + random.below(8)
  const inquiryAt = person.activeDays === null ? drawnAt : now - (person.activeDays + toSignDays + 1) * dayMs
  const signedAt = state === 'prospect' ? null : inquiryAt + toSignDays * dayMs
  const activeAt = signedAt === null ? null : signedAt + dayMs
  const lines = state === 'prospect' ? 0 : person.isStory || random.percent(75) ? 1 : linesPerCustomer
  const products = Array.from({ length: lines }, (_, line) =>
    productRow(facts, random, { customerId: id, line, isClosed: state === 'closed', since: activeAt }),
  )
  const monthly = products[0]?.monthly_minor ?? 0
  return {
    customer: {
      id,
      scope,
      version: 1,
      state,
      kind: 'individual',
      family_name: person.familyName,
      given_names: person.givenNames,
      contact_number: person.contactNumber ?? products[0]?.msisdn ?? numberOf(index * linesPerCustomer),
      email: person.email,
      street: person.street,
      postal_code: person.postalCode,
      town: person.town,
      language: person.language,
      birth_date: person.birthDate,
      person_hash: person.personHash,
      document_hash: person.documentHash,
      account_number: state === 'prospect' ? null : String(100_001 + index),
      balance_minor: person.balanceMinor ?? (random.percent(82) ? 0 : monthly * (1 + random.below(2))),
      currency: data.market.market.currency,
      first_inquiry_at: inquiryAt,
      contract_signed_at: signedAt,
      active_since: activeAt,
      change_seq: changeSeq,
    },
    products,
    numbers: products.flatMap((product) => numberRow(product)),
    sims: products.flatMap((product) => simRow(product, data)),
    contacts: contactRows(facts, random, { customerId: id, inquiryAt }),
    bureau: bureauRow(person.personHash, histories[classOf(random)]),
    ...knownBefore(facts, id),
    words: wordRow(facts, { id, scope, signedAt }),
  }
}

/** The word a customer of a story agreed when they signed. */
function wordRow(
  { person, changeSeq, now }: CustomerFacts,
  { id, scope, signedAt }: { readonly id: string; readonly scope: string; readonly signedAt: Instant | null },
): readonly Stored<'security_word'>[] {
  const hash = person.securityWordHash
  if (hash === null) return []
  return [{ id, scope, version: 1, answer_hash: hash, set_at: signedAt ?? now, set_by: 'Luc', change_seq: changeSeq }]
}

interface LineFacts {
  readonly customerId: string
  readonly line: number
  readonly isClosed: boolean
  readonly since: Instant | null
}

function productRow(facts: CustomerFacts, random: Random, line: LineFacts): Stored<'product'> {
  const { data, seed, plans, person, changeSeq, index } = facts
  const slot = index * linesPerCustomer + line.line
  const plan = plans.find((offer) => offer.id === person.planId) ?? random.pick(plans)
  return {
    id: seedId(seed, 'product', slot),
    scope: data.market.scope,
    version: 1,
    customer_id: line.customerId,
    order_id: null,
    offer_id: plan.id,
    state: line.isClosed ? 'terminated' : 'active',
    msisdn: line.line === 0 && person.contactNumber !== null ? person.contactNumber : numberOf(slot),
    iccid: iccidOf(data, slot),
    monthly_minor: plan.monthlyMinor,
    currency: data.market.market.currency,
    since: line.since,
    user_name: '',
    payer_id: null,
    purchase_order: '',
    change_seq: changeSeq,
  }
}

/** Customers' numbers: 07 00 to 07 02 of the French plan, given to nobody and far from the pool of free ones. */
function numberOf(slot: number): string {
  return `+33${700_000_000 + slot}`
}

/** Customers' cards; the stock's are the first thousand. */
function iccidOf(data: SeedData, slot: number): string {
  const { country, issuer } = data.market.simStock
  return writeIccid({ country, issuer, account: 1_000_000 + slot })
}

function numberRow(product: Stored<'product'>): readonly Stored<'phone_number'>[] {
  if (product.msisdn === null) return []
  const state = product.state === 'terminated' ? 'quarantined' : 'assigned'
  return [
    {
      id: product.msisdn,
      scope: product.scope,
      version: 1,
      state,
      case_id: null,
      held_until: null,
      held_by: null,
      leased_to: null,
      leased_until: null,
      change_seq: product.change_seq,
    },
  ]
}

function simRow(product: Stored<'product'>, data: SeedData): readonly Stored<'sim_card'>[] {
  if (product.iccid === null) return []
  return [
    {
      id: product.iccid,
      scope: product.scope,
      version: 1,
      kind: 'card',
      state: product.state === 'terminated' ? 'retired' : 'active',
      stock: data.market.simStock.stock,
      product_id: product.id,
      activation_code: '',
      leased_to: null,
      leased_until: null,
      change_seq: product.change_seq,
    },
  ]
}

const summaries = [
  ['contact.billQuestion', 'phone'],
  ['contact.coverage', 'chat'],
  ['contact.planChange', 'walkIn'],
  ['contact.payment', 'phone'],
  ['contact.fault', 'phone'],
  ['contact.addressChange', 'email'],
] as const
const contactsAtMost = 3

function contactRows(
  { data, seed, now, index, changeSeq }: CustomerFacts,
  random: Random,
  { customerId, inquiryAt }: { readonly customerId: string; readonly inquiryAt: Instant },
): readonly Stored<'contact'>[] {
  return Array.from({ length: 1 + random.below(contactsAtMost) }, (_, number) => {
    const [summary, channel] = random.pick(summaries)
    return {
      id: seedId(seed, 'contact', index * contactsAtMost + number),
      scope: data.market.scope,
      version: 1,
      customer_id: customerId,
      case_id: null,
      channel,
      direction: 'inbound',
      summary,
      // nobody called before the first inquiry
      at: Math.max(inquiryAt + number * 3_600_000, now - (1 + random.below(500)) * dayMs - random.below(dayMs)),
      by_name: random.pick(data.market.users).name,
      note: '',
      outcome: 'done',
      duration_s: 0,
      change_seq: changeSeq,
    }
  })
}

function classOf(random: Random): CreditClass {
  const share = random.below(100)
  return share < 55 ? 'A' : share < 77 ? 'B' : share < 89 ? 'C' : share < 96 ? 'D' : 'E'
}
