import { z } from 'zod'
import { isoDateSchema } from '#shared/kernel/date.ts'
import { currencySchema } from '#shared/kernel/money.ts'

/** One line of a price's working: `key` names a sentence, `label` a name from the catalogue (by language). */
export const quotePartSchema = z.object({
  key: z.enum([
    'plan',
    'addOn',
    'sim',
    'deposit',
    'planPart',
    'addOnPart',
    'months',
    'once',
    'device',
    'down',
    'instalment',
    'instalments',
    'promotion',
    'promotionPart',
    'promotionMonths',
    'tax',
  ]),
  label: z.record(z.string(), z.string()).nullable(),
  amountMinor: z.int(),
})

/**
 * The four rows of the price panel, each with its working; tax included for persons, excluded for companies. Due now is
 * what is paid at the counter, for companies too: there the tax is a part of its own.
 */
export const quoteSchema = z.object({
  currency: currencySchema,
  taxIncluded: z.boolean(),
  priceListId: z.string(),
  dueNowMinor: z.int(),
  depositMinor: z.int(),
  depositState: z.enum(['none', 'afterCredit', 'set']),
  dueNowParts: z.array(quotePartSchema),
  monthlyMinor: z.int(),
  monthlyParts: z.array(quotePartSchema),
  /** What a month costs first, while a promotion with an end runs; null without one. */
  firstMonths: z.object({ count: z.int().min(1), monthlyMinor: z.int() }).nullable(),
  firstBillMinor: z.int(),
  firstBillOn: isoDateSchema.nullable(),
  firstBillDays: z.int(),
  firstBillOfDays: z.int(),
  firstBillParts: z.array(quotePartSchema),
  totalMinor: z.int(),
  totalMonths: z.int(),
  totalParts: z.array(quotePartSchema),
})
export type Quote = z.infer<typeof quoteSchema>
