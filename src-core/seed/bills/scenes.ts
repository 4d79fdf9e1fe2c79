import type { MoneyWay } from '#shared/domain/billing/ledger.ts'
import type { CreditReason } from '#shared/domain/bill/rows.ts'
import type { UsageType } from '#shared/domain/rating/usage-record.ts'

/** A record that a scene asks for: so many days before its period ends, at a minute of the market's day. */
export interface SceneUse {
  readonly type: UsageType
  readonly other: string
  readonly visited: string
  readonly units: number
  readonly daysBefore: number
  readonly minute: number
  /** The record before it once more, as a network that tells a call twice sends it: the same second, another id. */
  readonly isDouble?: true
}

/** A fee beside the plan's: `back` 0 is the last bill, 1 the one before it. */
export interface SceneCharge {
  readonly key: string
  /** The offer it is named after, or names of its own. */
  readonly name: string | Readonly<Record<'en' | 'fr' | 'cs' | 'ru', string>>
  /** The period it begins in, and how many days of that were used; null: all. */
  readonly startsBack: number
  readonly daysUsed: number | null
  /** Of a whole period, or of each of its days. */
  readonly price: { readonly minor: number } | { readonly minorPerDay: number }
}

/** How a bill was paid; no amount: all that was open. */
export interface ScenePayment {
  readonly daysAfter: number
  readonly amountMinor: number | null
  readonly way: MoneyWay
}

/** What was given back of a bill: a sum, or all of its usage in a zone. */
export interface SceneCredit {
  readonly daysAfter: number
  readonly reason: Exclude<CreditReason, 'correction'>
  readonly of: { readonly amountMinor: number } | { readonly zone: string }
}

/** A payer of the demonstration whose bills tell something. */
export interface BillScene {
  /** Key in `resources/seed/customers.json` or `companies.json`. */
  readonly payer: string
  /** How many days ago a bill was made, which gives the payer's cycle day; null: the market's. */
  readonly billDaysAgo: number | null
  readonly charges: readonly SceneCharge[]
  /** Usage that costs something, by bill. All other usage of a scene's payer is inside the plan. */
  readonly usage: Readonly<Record<number, readonly SceneUse[]>>
  /** Home data of a whole period, octets, where it has to come to something. */
  readonly data: Readonly<Record<number, number>>
  /** Null: not paid yet. */
  readonly pays: (back: number) => ScenePayment | null
  /** By bill. */
  readonly credits?: Readonly<Record<number, SceneCredit>>
}

const inTime = { daysAfter: 12, amountMinor: null, way: 'transfer' } as const
const nothing = { billDaysAgo: null, charges: [], usage: {}, data: {} } as const
const at = (hour: number, minute: number): number => hour * 60 + minute

/**
 * What each known payer's bills show, all of it made by the bill run:
 * - Jana Nováková: a bill shock. Her last bill is 38.20 above the one before: roaming in Egypt 31.00 (two calls made at
 *   2.00 a minute begun, one received at 0.50, ten messages at 0.40) and a part month of 7.20 (12 days of a data option).
 *   71.10 against 32.90; the months before as drawn in the design, 24.90 to 36.40.
 * - Tomáš Beneš: his first bill, a part month: he began in the middle of the period.
 * - Boulangerie Martin: one bill for the company and its branches, without tax in its prices. The calls abroad
 *   of an older one were disputed and given back before it was paid.
 * - Hélène Roux: 10.00 of her last bill paid at the counter, the rest is open.
 * - Émilie Garnier: the bill before her last one was paid nine days after it was due; 5.00 of an older one
 *   were given back out of goodwill after it was paid, and the next bill took them.
 * - Paul Martin: paid 60.00 for 39.90; the rest is his credit.
 * - Pavel Dvořák: two bills unpaid, 186.00, the older one due 38 days ago; 106.20 of it are calls to a premium number, one
 *   of which (10 minutes, 8.50) came twice under two ids and is on the bill twice.
 * - Marek Král: his last bill is open whole.
 */
export const billScenes: readonly BillScene[] = [
  {
    payer: 'jana',
    billDaysAgo: 9,
    charges: [
      { key: 'phone', name: 'nova-5', startsBack: 5, daysUsed: null, price: { minor: 800 } },
      {
        key: 'data-50',
        name: { en: 'Data+ 50 GB', fr: 'Data+ 50 Go', cs: 'Data+ 50 GB', ru: 'Data+ 50 ГБ' },
        startsBack: 0,
        daysUsed: 12,
        // whatever month it is, twelve days are 7.20
        price: { minorPerDay: 60 },
      },
    ],
    usage: {
      0: [
        abroad('voice', '+33465710018', 7 * 60 + 22, 8, at(18, 41)),
        abroad('received', '+33465710018', 5 * 60 + 12, 7, at(9, 5)),
        abroad('voice', '+33639984141', 3 * 60 + 48, 6, at(20, 17)),
        ...Array.from({ length: 10 }, (_, index) => abroad('message', '+33639984141', 1, 8, at(11, 3 + 7 * index))),
      ],
      3: [premiumCall(2, 20), worldCall(1, 14), premiumMessage(9)],
      10: [premiumCall(3, 17), premiumMessage(12), premiumMessage(11), premiumMessage(4)],
    },
    data: { 6: 40_600_000_000 },
    pays: (back) => (back === 0 ? null : inTime),
  },
  { payer: 'tomas', ...nothing, billDaysAgo: 9, pays: () => null },
  {
    payer: 'martin',
    ...nothing,
    usage: { 0: [worldCall(6, 20), worldCall(9, 8)], 1: [worldCall(4, 15)], 4: [worldCall(12, 11)] },
    pays: () => inTime,
    credits: { 4: { daysAfter: 9, reason: 'dispute', of: { zone: 'world' } } },
  },
  {
    payer: 'helene',
    ...nothing,
    pays: (back) => (back === 0 ? { daysAfter: 4, amountMinor: 1_000, way: 'terminal' } : inTime),
  },
  {
    payer: 'emilie',
    ...nothing,
    pays: (back) => (back === 1 ? { ...inTime, daysAfter: 23 } : inTime),
    credits: { 3: { daysAfter: 16, reason: 'goodwill', of: { amountMinor: 500 } } },
  },
  {
    payer: 'paul',
    ...nothing,
    pays: (back) => (back === 0 ? { daysAfter: 3, amountMinor: 6_000, way: 'cash' } : inTime),
  },
  {
    payer: 'pavel',
    ...nothing,
    billDaysAgo: 52,
    usage: {
      1: [
        premiumCall(60, 20),
        premiumCall(25, 18),
        premiumCall(14, 16),
        ...toldTwice(premiumCall(10, 14)),
        premiumCall(10, 10),
      ],
    },
    pays: (back) => (back <= 1 ? null : inTime),
  },
  { payer: 'marek', ...nothing, pays: (back) => (back === 0 ? null : inTime) },
]

/** In Egypt. */
function abroad(type: UsageType, other: string, units: number, daysBefore: number, minute: number): SceneUse {
  return { type, other, visited: '60201', units, daysBefore, minute }
}

function premiumCall(minutes: number, daysBefore: number): SceneUse {
  const other = '+33891990012'
  return { type: 'voice', other, visited: '', units: minutes * 60, daysBefore, minute: at(21, 10) }
}

function toldTwice(use: SceneUse): readonly SceneUse[] {
  return [use, { ...use, isDouble: true }]
}

function premiumMessage(daysBefore: number): SceneUse {
  return { type: 'message', other: '36990', visited: '', units: 1, daysBefore, minute: at(19, 30) }
}

function worldCall(minutes: number, daysBefore: number): SceneUse {
  return { type: 'voice', other: '+12025550123', visited: '', units: minutes * 60, daysBefore, minute: at(17, 45) }
}
