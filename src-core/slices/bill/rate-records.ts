import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { DatedUsage, RatedUse } from '#shared/domain/bill/sum-usage.ts'
import type { OpenAllowance } from '#shared/domain/rating/allowances.ts'
import { openAllowances } from '#shared/domain/rating/allowances.ts'
import type { CompiledPlan } from '#shared/domain/rating/compile-plan.ts'
import type { Unpriced } from '#shared/domain/rating/rate-usage.ts'
import { rateUsage } from '#shared/domain/rating/rate-usage.ts'
import { usageTypes } from '#shared/domain/rating/usage-record.ts'
import type { BillingAccount, Charge } from '#core/db/billing-schema.ts'
import { among } from '#core/db/among.ts'
import type { CoreDatabase } from '#core/db/schema.ts'
import type { BillingRules } from './billing-rules.ts'

/** The plan that prices the usage of each product, by the offer it is of. */
export async function plansOf(
  tx: Transaction<CoreDatabase>,
  charges: readonly Pick<Charge, 'product_id'>[],
  rules: BillingRules,
): Promise<ReadonlyMap<string, CompiledPlan>> {
  const products = [...new Set(charges.map(({ product_id }) => product_id))]
  if (products.length === 0) return new Map()
  const rows = await tx
    .selectFrom('product')
    .select(['id', 'offer_id'])
    .where('id', 'in', among(tx, products))
    .execute()
  const offers = new Map(rows.map(({ id, offer_id }) => [id, offer_id]))
  return new Map(products.map((id) => [id, rules.planOf(offers.get(id) ?? '*')]))
}

/** What rating needs of a usage record, by the names it has there: a record is not made twice. */
export const usageColumns = [
  ...(['usage_record.id', 'usage_record.type', 'usage_record.other', 'usage_record.visited'] as const),
  ...(['usage_record.units', 'usage_record.started_at as startedAt'] as const),
  ...(['usage_record.product_id as productId', 'usage_record.on_date as onDate'] as const),
] as const

interface RatedRecords {
  readonly rated: readonly RatedUse[]
  readonly unpriced: readonly Unpriced[]
  /** What is left of allowances that roll over. */
  readonly after: readonly OpenAllowance[]
}

/**
 * Prices records of one payer's lines from where the allowances of `account` stood. Records of a line whose plan has prices
 * of another currency than the payer's wait, as those without a price do.
 */
export function rateRecords(
  account: Pick<BillingAccount, 'allowances' | 'currency'>,
  lines: readonly Charge[],
  plans: ReadonlyMap<string, CompiledPlan>,
  all: readonly DatedUsage[],
): RatedRecords {
  const own = new Set(
    lines.map(({ product_id: id }) => id).filter((id) => plans.get(id)?.plan.currency === account.currency),
  )
  const records = all.filter(({ productId }) => own.has(productId))
  const before = allowancesSchema.parse(JSON.parse(account.allowances))
  const grants = lines.map(({ product_id: productId }) => ({
    productId,
    allowances: plans.get(productId)?.plan.allowances ?? [],
  }))
  const hasRolled = before.length > 0 || grants.some(({ allowances }) => allowances.some((one) => one.rollsOver))
  if (all.length === 0 && !hasRolled) return { rated: [], unpriced: [], after: [] }
  const { rated, unpriced, after } = rateUsage(plans, records, {
    allowances: openAllowances(grants, before),
    tiers: {},
  })
  const foreign = all.filter(({ productId }) => !own.has(productId)).map(({ id }) => ({ recordId: id, zone: '' }))
  return { rated, unpriced: [...unpriced, ...foreign], after: after.allowances.filter((one) => one.rollsOver) }
}

const allowancesSchema: z.ZodType<readonly OpenAllowance[]> = z.array(
  z.object({
    id: z.string(),
    productId: z.string(),
    type: z.enum(usageTypes),
    zones: z.array(z.string()),
    granted: z.number().nullable(),
    rolled: z.number(),
    used: z.number(),
    rollsOver: z.boolean(),
    fairUseUnits: z.number().nullable(),
  }),
)
