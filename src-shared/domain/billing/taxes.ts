import type { IsoDate } from '#shared/kernel/date.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** Categories of VAT we bill (EN 16931, BT-118: UNCL 5305). Only S has a rate above zero. */
export const taxCategories = ['S', 'Z', 'E', 'AE', 'K', 'G', 'O'] as const
export type TaxCategory = (typeof taxCategories)[number]

/** The rate behind a tax code of a charge on the days from `validFrom` up to `validUntil` (null: without an end). */
export interface TaxRate {
  readonly code: string
  readonly category: TaxCategory
  readonly basisPoints: number
  readonly validFrom: IsoDate
  readonly validUntil: IsoDate | null
}

/** The category and rate a line carries. */
export type Tax = Pick<TaxRate, 'category' | 'basisPoints'>

/** The rate of a code on a day. TAX_UNKNOWN where there is none; two at once would be a bug of the policy and throws. */
export function taxAt(rates: readonly TaxRate[], code: string, day: IsoDate): Result<Tax, Refusal<'TAX_UNKNOWN'>> {
  const found = rates.filter(
    (rate) => rate.code === code && rate.validFrom <= day && (rate.validUntil === null || day < rate.validUntil),
  )
  const [rate, other] = found
  if (other) throw new Error(`two rates of tax ${code} on ${day}`)
  if (!rate) return refuse('TAX_UNKNOWN', { code, day })
  return ok({ category: rate.category, basisPoints: rate.category === 'S' ? rate.basisPoints : 0 })
}
