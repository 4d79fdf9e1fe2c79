import type { Instant, IsoDate } from '#shared/kernel/date.ts'
import { dateInZone } from '#shared/kernel/date.ts'
import { foldText } from '#shared/kernel/fold-text.ts'
import { writeIccid } from '#shared/domain/number/iccid.ts'
import type { AppUser, FixedNumber, MessageTemplate, SimSecret, Stored } from '../db/schema.ts'
import type { Random } from './random.ts'
import { createRandom } from './random.ts'
import { knowledgeRows } from './knowledge-rows.ts'
import type { SeedData } from './seed-data.ts'
import { firstCompany } from './company-rows.ts'
import { seedId } from './seed-ids.ts'
import type { TableRows } from './seed-writer.ts'

export interface MarketFacts {
  readonly data: SeedData
  readonly seed: number
  readonly now: Instant
  /** Hash for every user of the demonstration. */
  readonly passwordHash: string
  /** The change sequence of these rows. */
  readonly changeSeq: number
}

/** The market itself: policies, prices, offers, people who work here, the free numbers and the SIM stock. */
export function marketRows(facts: MarketFacts): readonly TableRows[] {
  return [
    { table: 'policy', rows: policyRows(facts) },
    { table: 'price_list', rows: [priceListRow(facts)] },
    { table: 'offer', rows: offerRows(facts) },
    { table: 'promotion', rows: promotionRows(facts) },
    { table: 'coverage', rows: coverageRows(facts) },
    { table: 'message_template', rows: templateRows(facts) },
    { table: 'knowledge', rows: knowledgeRows(facts) },
    { table: 'fixed_number', rows: fixedNumberRows(facts) },
    { table: 'app_user', rows: userRows(facts) },
    { table: 'colleague', rows: colleagueRows(facts) },
    { table: 'staff_kin', rows: kinRows(facts) },
    { table: 'phone_number', rows: freeNumberRows(facts) },
    { table: 'sim_card', rows: stockOf(facts).map(({ card }) => card) },
    { table: 'sim_secret', rows: stockOf(facts).map(({ secret }) => secret) },
  ]
}

function policyRows({ data, changeSeq }: MarketFacts): readonly Stored<'policy'>[] {
  const bodies = {
    market: data.market.market,
    credit: data.credit,
    identity: data.market.identity,
    work: data.market.work,
    verification: data.market.verification,
  }
  return Object.entries(bodies).map(([id, body]) => ({
    id,
    scope: data.market.scope,
    version: 1,
    body: JSON.stringify(body),
    change_seq: changeSeq,
  }))
}

function priceListRow({ data, now, changeSeq }: MarketFacts): Stored<'price_list'> {
  const list = data.market.priceList
  return {
    id: list.id,
    scope: data.market.scope,
    version: 1,
    currency: list.currency,
    tax_basis_points: list.taxBasisPoints,
    sim_card_minor: list.simCardMinor,
    e_sim_minor: list.eSimMinor,
    cycle_day: list.cycleDay,
    valid_from: list.validFrom,
    valid_until: null,
    issued_at: now,
    change_seq: changeSeq,
  }
}

function offerRows({ data, seed, now, changeSeq }: MarketFacts): readonly Stored<'offer'>[] {
  const today = dateInZone(now, data.market.market.zone)
  return data.offers.map((offer, index) => ({
    id: offer.id,
    scope: data.market.scope,
    version: 1,
    kind: offer.kind,
    segment: offer.segment,
    billing: offer.billing,
    name: JSON.stringify(offer.name),
    summary: JSON.stringify(offer.summary),
    monthly_minor: offer.monthlyMinor,
    one_time_minor: offer.oneTimeMinor,
    currency: data.market.market.currency,
    commitment_months: offer.commitmentMonths,
    leave_percent: offer.commitmentMonths > 0 ? 25 : 0,
    audience: offer.audience,
    needs_class: offer.needsClass,
    needs_line: offer.needsLine ? 1 : 0,
    coverage: offer.coverage,
    valid_from: '2025-01-01',
    valid_until: endOf(offer.endedOn, today),
    twin_id: offer.twinId,
    position: index + 1,
    speed_mbit: offer.speedMbit,
    has_number: offer.hasNumber ? 1 : 0,
    down_minor: offer.downMinor,
    instalment_minor: offer.instalmentMinor,
    instalment_months: offer.instalmentMonths,
    contains: JSON.stringify(offer.contains),
    for_customer: companyOf(offer.forCustomer, data, seed),
    change_seq: changeSeq,
  }))
}

/** A company of the stories by its key; '' for an offer to everyone. */
function companyOf(key: string | null, { companies }: SeedData, seed: number): string {
  return key === null ? '' : seedId(seed, 'customer', firstCompany + companies.findIndex((one) => one.key === key))
}

function promotionRows({ data, now, changeSeq }: MarketFacts): readonly Stored<'promotion'>[] {
  const today = dateInZone(now, data.market.market.zone)
  return data.promotions.map((one, index) => ({
    id: one.id,
    scope: data.market.scope,
    version: 1,
    name: JSON.stringify(one.name),
    offer_id: one.offerId,
    target: one.target,
    off_minor: one.offMinor,
    months: one.months,
    needs_segment: one.needsSegment,
    needs_offer: one.needsOffer,
    valid_from: '2025-01-01',
    valid_until: endOf(one.endedOn, today),
    position: index + 1,
    change_seq: changeSeq,
  }))
}

/** A row for each place, and one for each of its streets that differs. */
function coverageRows({ data, changeSeq }: MarketFacts): readonly Stored<'coverage'>[] {
  return data.coverage.flatMap(({ postalCode, town, fibre, dsl, radio, streets }) =>
    Object.entries({ '': [fibre, dsl, radio], ...streets }).map(
      ([name, [fibreMbit = 0, dslMbit = 0, radioMbit = 0]]) => {
        const street = foldText(name)
        return {
          id: `${postalCode}:${street}`,
          scope: data.market.scope,
          version: 1,
          postal_code: postalCode,
          town,
          street,
          fibre_mbit: fibreMbit,
          dsl_mbit: dslMbit,
          radio_mbit: radioMbit,
          change_seq: changeSeq,
        }
      },
    ),
  )
}

function templateRows({ data }: MarketFacts): readonly MessageTemplate[] {
  return data.messages.map(({ name, channel, subject, body }) => ({
    id: `${name}:${channel}`,
    scope: data.market.scope,
    name,
    channel,
    subject: JSON.stringify(subject),
    body: JSON.stringify(body),
  }))
}

function fixedNumberRows({ data }: MarketFacts): readonly FixedNumber[] {
  const { prefix, count } = data.market.fixedNumbers
  return Array.from({ length: count }, (_, index) => ({
    id: `${prefix}${String(index).padStart(4, '0')}`,
    scope: data.market.scope,
    order_id: null,
  }))
}

function endOf(endedOn: string | null, today: IsoDate): IsoDate | null {
  if (endedOn === null) return null
  const thisYear = `${today.slice(0, 4)}-${endedOn}`
  return thisYear < today ? thisYear : `${Number(today.slice(0, 4)) - 1}-${endedOn}`
}

function userRows({ data, seed, passwordHash }: MarketFacts): readonly AppUser[] {
  return data.market.users.map((user, index) => ({
    id: seedId(seed, 'user', index),
    name: user.name,
    login: user.key,
    role: user.role,
    scope: data.market.scope,
    seat: user.seat,
    story: `story.${user.key}`,
    password_hash: passwordHash,
    failures: 0,
    locked_until: null,
    revoked_at: null,
    position: index + 1,
  }))
}

/** Whose household some of the known customers belong to. */
function kinRows({ data, seed, changeSeq }: MarketFacts): readonly Stored<'staff_kin'>[] {
  return data.market.users.flatMap(({ kin }, index) =>
    kin.map((key) => {
      const customer = data.story.findIndex((one) => one.key === key)
      if (customer < 0) throw new Error(`no known customer ${key}`)
      return {
        id: `${seedId(seed, 'user', index)}/${key}`,
        scope: data.market.scope,
        version: 1,
        user_id: seedId(seed, 'user', index),
        customer_id: seedId(seed, 'customer', customer),
        change_seq: changeSeq,
      }
    }),
  )
}

/** The same people, as they see each other. */
function colleagueRows({ data, seed, changeSeq }: MarketFacts): readonly Stored<'colleague'>[] {
  return data.market.users.map(({ name, role, seat }, index) => ({
    id: seedId(seed, 'user', index),
    scope: data.market.scope,
    version: 1,
    name,
    role,
    seat,
    change_seq: changeSeq,
  }))
}

/** Numbers of the range kept for films, so that nobody real is ever called. */
function freeNumberRows({ data, seed, changeSeq }: MarketFacts): readonly Stored<'phone_number'>[] {
  const { prefix, count, always, never, rareEndings } = data.market.numbers
  const random = createRandom(seed, 1)
  const endings = new Set(always)
  while (endings.size < count) {
    const ending = String(random.below(10_000)).padStart(4, '0')
    if (!never.includes(ending) && !rareEndings.some((rare) => ending.endsWith(rare))) endings.add(ending)
  }
  return [...endings].sort().map((ending) => ({
    id: `${prefix}${ending}`,
    scope: data.market.scope,
    version: 1,
    state: 'free',
    case_id: null,
    held_until: null,
    held_by: null,
    leased_to: null,
    leased_until: null,
    change_seq: changeSeq,
  }))
}

/** Sixteen figures and letters in fours, none that can be taken for another. */
function matchingId(random: Random): string {
  const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
  const four = (): string => Array.from({ length: 4 }, () => signs[random.below(signs.length)]).join('')
  return [four(), four(), four(), four()].join('-')
}

/** The accounts of stock cards; customers' own cards are counted from a million on. */
function stockOf({
  data,
  seed,
  changeSeq,
}: MarketFacts): readonly { readonly card: Stored<'sim_card'>; readonly secret: SimSecret }[] {
  const { country, issuer, cards, eSims, stock, smdp } = data.market.simStock
  const [random, matching] = [createRandom(seed, 2), createRandom(seed, 3)]
  const figures = (length: number): string => String(random.below(10 ** length)).padStart(length, '0')
  return Array.from({ length: cards + eSims }, (_, index) => {
    const id = writeIccid({ country, issuer, account: index + 1 })
    const kind = index < cards ? 'card' : 'eSim'
    return {
      card: {
        id,
        scope: data.market.scope,
        version: 1,
        kind,
        state: 'inStock',
        stock,
        product_id: null,
        activation_code: '',
        leased_to: null,
        leased_until: null,
        change_seq: changeSeq,
      },
      secret: {
        ...{ iccid: id, pin: figures(4), puk: figures(8) },
        activation_code: kind === 'card' ? '' : `LPA:1$${smdp}$${matchingId(matching)}`,
      },
    }
  })
}
