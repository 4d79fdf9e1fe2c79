import type { Transaction } from 'kysely'
import type { DatedUsage } from '#shared/domain/bill/sum-usage.ts'
import type { RecountedLine } from '#shared/domain/dispute/recount.ts'
import { doublesOf, lastingUses } from '#shared/domain/dispute/recount.ts'
import { among } from '#core/db/among.ts'
import type { CoreDatabase } from '#core/db/schema.ts'
import type { BillingRules } from './billing-rules.ts'
import { plansOf, ratePeriod, usageColumns } from './rate-records.ts'
import { cycleOf } from './read-facts.ts'
import type { BillToRecount } from './recount-bill.ts'

type RecountedUsage = Pick<RecountedLine, 'billedMicro' | 'shouldMicro' | 'settledMicro' | 'unpriced' | 'uses'>

/** The usage of a bill counted anew, by line: rated from where its period began, without what came twice. */
export async function recountUsage(
  tx: Transaction<CoreDatabase>,
  { bill, lines, account, charges }: BillToRecount,
  rules: BillingRules,
): Promise<ReadonlyMap<string, RecountedUsage>> {
  const usageLines = lines.filter(({ kind }) => kind === 'usage').map(({ id }) => id)
  if (usageLines.length === 0) return new Map()
  const billed = await tx
    .selectFrom('rated_usage')
    .innerJoin('usage_record', 'usage_record.id', 'rated_usage.usage_id')
    .select(usageColumns)
    .select(['rated_usage.bill_line_id as lineId', 'rated_usage.amount_micro as billedMicro'])
    .where('rated_usage.bill_line_id', 'in', among(tx, usageLines))
    .execute()
  const booked = await bookedOf(
    tx,
    billed.map(({ id }) => id),
  )
  const doubles = doublesOf(
    billed
      .filter(({ type }) => lastingUses.includes(type))
      .map((use) => ({ ...use, of: `${use.productId} ${use.type}` })),
  )
  const single: readonly DatedUsage[] = billed.filter(({ id }) => !doubles.has(id))
  const opening = await tx.selectFrom('bill_opening').selectAll().where('bill_id', '=', bill.id).executeTakeFirst()
  // a charge of no product, as a visit, has no usage and grants nothing; a line grants once, however many charges it has
  const own = charges.filter(({ product_id: id }) => id !== '')
  const plans = await plansOf(tx, own, rules)
  const { rated, unpriced } = ratePeriod(
    { allowances: opening?.allowances ?? '[]', currency: bill.currency },
    { period: { start: bill.period_start, end: bill.period_end }, cycle: cycleOf(account) },
    { lines: [...new Map(own.map((charge) => [charge.product_id, charge])).values()], plans },
    single,
  )
  const priced = new Map(rated.map(({ record, amountMicro }) => [record.id, amountMicro]))
  const waiting = new Set(unpriced.map(({ recordId }) => recordId))
  const shouldOf = (use: { readonly id: string; readonly billedMicro: number }): number =>
    doubles.has(use.id) ? 0 : (priced.get(use.id) ?? use.billedMicro)
  const byLine = Map.groupBy(billed, ({ lineId }) => lineId)
  return new Map(
    [...byLine].map(([lineId, uses]) => {
      const sum = (of: (use: (typeof uses)[number]) => number): number => uses.reduce((all, use) => all + of(use), 0)
      const changed = uses.filter((use) => doubles.has(use.id) || shouldOf(use) !== use.billedMicro)
      return [
        lineId,
        {
          billedMicro: sum(({ billedMicro }) => billedMicro),
          shouldMicro: sum(shouldOf),
          settledMicro: sum((use) => use.billedMicro - (booked.get(use.id) ?? use.billedMicro)),
          unpriced: uses.filter(({ id }) => waiting.has(id)).length,
          uses: changed.map((use) => ({
            ...{ id: use.id, billedMicro: use.billedMicro, shouldMicro: shouldOf(use), isDouble: doubles.has(use.id) },
          })),
        },
      ]
    }),
  )
}

/** What all ratings of records come to, corrections on later bills among them. */
async function bookedOf(tx: Transaction<CoreDatabase>, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('rated_usage')
    .select(({ fn }) => ['usage_id', fn.sum<number>('amount_micro').as('sum')])
    .where('usage_id', 'in', among(tx, ['', ...ids]))
    .groupBy('usage_id')
    .execute()
  return new Map(rows.map(({ usage_id, sum }) => [usage_id, Number(sum)]))
}
