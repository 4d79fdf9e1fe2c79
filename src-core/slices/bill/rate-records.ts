import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { RatedUse } from '#shared/domain/bill/sum-usage.ts'
import type { OpenAllowance } from '#shared/domain/rating/allowances.ts'
import { openAllowances } from '#shared/domain/rating/allowances.ts'
import type { CompiledPlan } from '#shared/domain/rating/compile-plan.ts'
import type { LineUsage } from '#shared/domain/rating/rate-usage.ts'
import { rateUsage } from '#shared/domain/rating/rate-usage.ts'
import { usageTypes } from '#shared/domain/rating/usage-record.ts'
import type { BillingAccount, Charge, UsageRow } from '#core/db/billing-schema.ts'
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

/**
 * Prices records of one payer's lines from where the allowances of `account` stood. Records of a line whose plan has prices
 * of another currency than the payer's wait, as those without a price do.
 */
export function rateRecords(
  account: Pick<BillingAccount, 'allowances' | 'currency'>,
  lines: readonly Charge[],
  plans: ReadonlyMap<string, CompiledPlan>,
  all: readonly UsageRow[],
) {
  const isOwn = ({ product_id: id }: UsageRow): boolean => plans.get(id)?.plan.currency === account.currency
  const rows = all.filter(isOwn)
  const before = allowancesSchema.parse(JSON.parse(account.allowances))
  const grants = lines.map(({ product_id: productId }) => ({
    productId,
    allowances: plans.get(productId)?.plan.allowances ?? [],
  }))
  const hasRolled = before.length > 0 || grants.some(({ allowances }) => allowances.some((one) => one.rollsOver))
  if (all.length === 0 && !hasRolled) return { rated: [], unpriced: [], after: [], uses: [] }
  const records = rows.map(
    (row): LineUsage => ({
      id: row.id,
      type: usageType(row.type),
      msisdn: row.msisdn,
      other: row.other,
      visited: row.visited,
      startedAt: row.started_at,
      units: row.units,
      productId: row.product_id,
    }),
  )
  const { rated, unpriced, after } = rateUsage(plans, records, {
    allowances: openAllowances(grants, before),
    tiers: {},
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const uses = rated.flatMap((one): readonly RatedUse[] => {
    const row = byId.get(one.recordId)
    return row ? [{ rated: one, type: usageType(row.type), onDate: row.on_date }] : []
  })
  const foreign = all.filter((row) => !isOwn(row)).map(({ id }) => ({ recordId: id, zone: '' }))
  return { rated, unpriced: [...unpriced, ...foreign], after: after.allowances.filter((one) => one.rollsOver), uses }
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

function usageType(text: string) {
  const known = usageTypes.find((type) => type === text)
  if (!known) throw new Error(`no usage type ${text}`)
  return known
}
