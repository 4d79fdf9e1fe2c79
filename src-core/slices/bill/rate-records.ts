import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { DatedUsage, RatedUse } from '#shared/domain/bill/sum-usage.ts'
import type { Cycle, Period } from '#shared/domain/billing/periods.ts'
import { feeMonths } from '#shared/domain/billing/periods.ts'
import type { OpenAllowance } from '#shared/domain/rating/allowances.ts'
import { openAllowances } from '#shared/domain/rating/allowances.ts'
import type { CompiledPlan } from '#shared/domain/rating/compile-plan.ts'
import type { RatingState, Unpriced } from '#shared/domain/rating/rate-usage.ts'
import { rateUsage } from '#shared/domain/rating/rate-usage.ts'
import { usageTypes } from '#shared/domain/rating/usage-record.ts'
import type { BillingAccount, Charge } from '#core/db/billing-schema.ts'
import { among } from '#core/db/among.ts'
import type { CoreDatabase } from '#core/db/schema.ts'
import type { BillingRules } from './billing-rules.ts'

/** The plan that prices the usage of each product, by the offer it is of and the currency it was sold in. */
export async function plansOf(
  tx: Transaction<CoreDatabase>,
  charges: readonly Pick<Charge, 'product_id'>[],
  rules: BillingRules,
): Promise<ReadonlyMap<string, CompiledPlan>> {
  const products = [...new Set(charges.map(({ product_id }) => product_id))]
  if (products.length === 0) return new Map()
  const rows = await tx
    .selectFrom('product')
    .select(['id', 'offer_id', 'currency'])
    .where('id', 'in', among(tx, products))
    .execute()
  const sold = new Map(rows.map((row) => [row.id, row]))
  return new Map(
    products.map((id) => {
      const { offer_id: offer = '*', currency } = sold.get(id) ?? {}
      return [id, rules.planOf(offer, currency)]
    }),
  )
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
  readonly state: RatingState
}

type Payer = Pick<BillingAccount, 'allowances' | 'currency'>

/**
 * Prices the usage of a bill's period, each month of it by that month's allowances, from where those of `account` stood; what
 * is late counts with the first. `after`: where they stand when the period ends, as the account keeps it.
 */
export function ratePeriod(
  account: Payer,
  { period, cycle }: { readonly period: Period; readonly cycle: Cycle },
  { lines, plans }: { readonly lines: readonly Charge[]; readonly plans: ReadonlyMap<string, CompiledPlan> },
  all: readonly DatedUsage[],
): Omit<RatedRecords, 'state'> & { readonly after: string } {
  const months = feeMonths(period, cycle)
  let after = account.allowances
  const parts = months.map(({ fee, days }, index) => {
    const [isFirst, isLast] = [index === 0, index === months.length - 1]
    const isIn = ({ onDate }: DatedUsage): boolean => (isFirst || onDate >= days.start) && (isLast || onDate < days.end)
    const own = isFirst && isLast ? all : all.filter(isIn)
    const done = rateRecords({ ...account, allowances: after }, lines, plans, own)
    // half a month goes on with the same allowances, a whole one leaves what rolls over
    after = JSON.stringify(days.end < fee.end ? done.state : done.state.allowances.filter((one) => one.rollsOver))
    return done
  })
  const [only, ...more] = parts
  if (only && more.length === 0) return { rated: only.rated, unpriced: only.unpriced, after }
  return {
    rated: parts.flatMap(({ rated }) => rated),
    unpriced: parts.flatMap(({ unpriced }) => unpriced),
    after,
  }
}

/**
 * Prices records of one payer's lines from where the allowances of `account` stood. Records of a line whose plan has prices
 * of another currency than the payer's wait, as those without a price do.
 */
function rateRecords(
  account: Payer,
  lines: readonly Charge[],
  plans: ReadonlyMap<string, CompiledPlan>,
  all: readonly DatedUsage[],
): RatedRecords {
  const own = new Set(
    lines.map(({ product_id: id }) => id).filter((id) => plans.get(id)?.plan.currency === account.currency),
  )
  const records = all.filter(({ productId }) => own.has(productId))
  const { allowances: before, tiers, isRunning } = stateFrom(account.allowances)
  const grants = lines.map(({ product_id: productId }) => ({
    productId,
    allowances: plans.get(productId)?.plan.allowances ?? [],
  }))
  const hasRolled = before.length > 0 || grants.some(({ allowances }) => allowances.some((one) => one.rollsOver))
  if (all.length === 0 && !hasRolled) return { rated: [], unpriced: [], state: nothingOpen }
  const { rated, unpriced, after } = rateUsage(plans, records, {
    allowances: isRunning ? goneOn(openAllowances(grants, []), before) : openAllowances(grants, before),
    tiers,
  })
  const foreign = all.filter(({ productId }) => !own.has(productId)).map(({ id }) => ({ recordId: id, zone: '' }))
  return { rated, unpriced: [...unpriced, ...foreign], state: after }
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

const nothingOpen: RatingState = { allowances: [], tiers: {} }
const runningSchema = z.object({ allowances: allowancesSchema, tiers: z.record(z.string(), z.number()) })

/** Where a payer's allowances stand: those that a period left behind, or within a month whose first half is billed. */
function stateFrom(json: string): RatingState & { readonly isRunning: boolean } {
  const kept: unknown = JSON.parse(json)
  if (Array.isArray(kept)) return { allowances: allowancesSchema.parse(kept), tiers: {}, isRunning: false }
  return { ...runningSchema.parse(kept), isRunning: true }
}

/** Allowances of a month that runs, as they stand; a line that came since has its own whole. */
function goneOn(granted: readonly OpenAllowance[], before: readonly OpenAllowance[]): readonly OpenAllowance[] {
  return granted.map((one) => before.find(({ id, productId }) => id === one.id && productId === one.productId) ?? one)
}
