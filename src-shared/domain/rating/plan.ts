import { z } from 'zod'
import { isoDateSchema } from '#shared/kernel/date.ts'
import { currencySchema } from '#shared/kernel/money.ts'
import { usageTypes } from './usage-record.ts'

/** Days that may be priced apart; a holiday is neither of the others. */
export const dayKinds = ['weekday', 'weekend', 'holiday'] as const
export type DayKind = (typeof dayKinds)[number]
export const minutesOfDay = 1440

const micro = z.int().min(0).max(1e12)
const name = z.string().min(1).max(40)

/** From so many units of the period on, `unitSize` units cost so much (millionths of the currency). */
const tierSchema = z.object({ fromUnits: z.int().min(0), priceMicro: micro })

/** Minutes of the day from `from` up to `to`, on these kinds of day; what counts is when a record began. */
const bandSchema = z.object({
  days: z.array(z.enum(dayKinds)).min(1),
  from: z.int().min(0).max(minutesOfDay),
  to: z.int().min(0).max(minutesOfDay),
  connectMicro: micro.default(0),
  tiers: z.array(tierSchema).min(1),
})

/** The price of one type of usage to one zone: at least `first` units, then whole `increment`s of them. */
const rateSchema = z.object({
  key: name,
  type: z.enum(usageTypes),
  zone: name,
  first: z.int().min(1),
  increment: z.int().min(1),
  unitSize: z.int().min(1),
  bands: z.array(bandSchema).min(1),
})

/**
 * Units free in each period (null: without end). `shared`: by all lines of the payer; `rollsOver`: what is left may be used
 * in the next period, and first. Beyond `fairUseUnits` usage is told, not priced.
 */
const allowanceSchema = z.object({
  id: name,
  type: z.enum(usageTypes),
  zones: z.array(name).min(1),
  units: z.int().min(0).nullable(),
  isShared: z.boolean().default(false),
  rollsOver: z.boolean().default(false),
  fairUseUnits: z.int().min(0).nullable().default(null),
})

/** Numbers that begin like this are of a zone; the longest beginning counts. */
const zoneSchema = z.object({ zone: name, prefixes: z.array(z.string().regex(/^\+?[0-9*#]{0,15}$/)).min(1) })

/** How usage is priced (RU: by tariff plan). `destinations` by number called, `visited` by network abroad (MCC, MNC). */
export const ratePlanSchema = z.object({
  id: name,
  currency: currencySchema,
  timeZone: z.string().min(1).max(60),
  holidays: z.array(isoDateSchema),
  freeNumbers: z.array(z.string().regex(/^\+?[0-9*#]{1,20}$/)),
  destinations: z.array(zoneSchema),
  visited: z.array(zoneSchema),
  rates: z.array(rateSchema),
  allowances: z.array(allowanceSchema),
})
export type RatePlan = z.infer<typeof ratePlanSchema>
export type Rate = RatePlan['rates'][number]
export type Band = Rate['bands'][number]
export type Allowance = RatePlan['allowances'][number]

/** The zone of data, and of what has no number at all, at home. */
export const homeZone = 'home'
