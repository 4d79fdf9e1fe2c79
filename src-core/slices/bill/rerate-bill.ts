import type { BillRow } from '#shared/domain/bill/rows.ts'
import { sumUsage } from '#shared/domain/bill/sum-usage.ts'
import { usageAmount } from '#shared/domain/bill/compose-bill.ts'
import { taxAt } from '#shared/domain/billing/taxes.ts'
import { differences, rerated } from '#shared/domain/rating/rerate.ts'
import type { RatingDifference, Rerated } from '#shared/domain/rating/rerate.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import { addDays } from '#shared/kernel/date.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { Charge, RatedUsage } from '#core/db/billing-schema.ts'
import type { CoreStore } from '#core/db/open-core-database.ts'
import type { Batch } from '#core/db/write-batch.ts'
import { inBatch } from '#core/db/write-batch.ts'
import type { BillingRules } from './billing-rules.ts'
import { plansOf, ratePeriod, usageColumns } from './rate-records.ts'
import { cycleOf, readTaxRates } from './read-facts.ts'

export type RerateRefusal = 'BILL_UNKNOWN' | 'BILL_CREDITED' | 'USAGE_UNPRICED'

/** What a re-rating came to: cents that the next bill charges (or gives back), and records priced otherwise. */
export interface Rerating {
  readonly differenceMinor: number
  readonly records: number
}

/**
 * Prices the usage of a bill anew, by prices that were corrected since, from where its period began. The bill and its
 * records stay as they are: each record priced otherwise gets its old price taken back and its new one beside it, and the
 * difference of each line in use is a charge of the next bill, less what credit notes gave back of it before. Twice is once.
 * Refused for what is no bill or was taken back, and while a record has no price.
 */
export async function rerateBill(
  store: Pick<CoreStore, 'db' | 'dialect' | 'feed' | 'sqlite'>,
  billId: string,
  rules: BillingRules,
  on: IsoDate,
): Promise<Result<Rerating, Refusal<RerateRefusal>>> {
  return inBatch(store, async (batch) => {
    const { tx } = batch
    const bill = await tx.selectFrom('bill').selectAll().where('id', '=', billId).executeTakeFirst()
    if (!bill || bill.kind !== 'bill') return refuse('BILL_UNKNOWN')
    if (bill.credited_by !== null) return refuse('BILL_CREDITED', { by: bill.credited_by })
    const records = await recordsOf(batch, billId)
    const all = await tx
      .selectFrom('charge')
      .selectAll()
      .where('account_id', '=', bill.customer_id)
      .where('product_id', '<>', '')
      .orderBy('id')
      .execute()
    // allowances are granted by line, as the bill run grants them, however many charges a line has
    const lines = [...Map.groupBy(all, ({ product_id }) => product_id).values()].flatMap(([first]) => first ?? [])
    const opening = await tx.selectFrom('bill_opening').selectAll().where('bill_id', '=', billId).executeTakeFirst()
    const account = { allowances: opening?.allowances ?? '[]', currency: bill.currency }
    const plans = await plansOf(tx, lines, rules)
    const payer = await tx
      .selectFrom('billing_account')
      .selectAll()
      .where('id', '=', bill.customer_id)
      .executeTakeFirstOrThrow()
    const period = { start: bill.period_start, end: bill.period_end }
    const days = { period, cycle: cycleOf(payer) }
    const { rated, unpriced } = ratePeriod(account, days, { lines, plans }, records)
    if (unpriced.length > 0) return refuse('USAGE_UNPRICED', { records: unpriced.length })
    const booked = await tx
      .selectFrom('rated_usage')
      .selectAll()
      .where('usage_id', 'in', ['', ...records.map(({ id }) => id)])
      .orderBy('rating')
      .execute()
    const changed = differences(
      rated,
      booked.map((row) => ({ recordId: row.usage_id, amountMicro: row.amount_micro, free: row.free })),
    )
    const tax = taxAt(await readTaxRates(tx), 'standard', addDays(bill.period_end, -1))
    if (!tax.ok) throw new Error(tax.error.code)
    const sums = sumUsage(
      rated,
      (id) => plans.get(id) ?? rules.planOf('*'),
      () => '',
    )
    const asked = await askedUntilNow(batch, bill, all)
    const due = new Map<string, number>()
    for (const { productId, amountMinor } of sums)
      due.set(productId, (due.get(productId) ?? 0) + usageAmount(amountMinor, tax.value, bill.tax_included === 1))
    const charges = [...new Set([...asked.keys(), ...due.keys()])].flatMap((productId): readonly Charge[] => {
      const line = lines.find(({ product_id }) => product_id === productId)
      const own = changed.filter(({ rated: { record } }) => record.productId === productId)
      const differenceMinor = rerated(
        { ...(asked.get(productId) ?? nothingAsked), dueMinor: due.get(productId) ?? 0 },
        own.reduce((sum, { amountMicro }) => sum + amountMicro, 0),
      )
      if (!line || differenceMinor === 0) return []
      const id = `${prefixOf(billId)}${booked.length}:${productId}`
      const once = { kind: 'oneTime', price_minor: differenceMinor, active_from: on, active_until: null }
      return [{ ...line, ...once, id, name: JSON.stringify({ rerated: bill.number }), billed_on: null }]
    })
    batch.put({ table: 'charge', rows: charges })
    batch.put({ table: 'rated_usage', rows: changed.flatMap((one) => ratingsOf(one, booked, charges)) })
    return ok({
      differenceMinor: charges.reduce((sum, { price_minor }) => sum + price_minor, 0),
      records: changed.length,
    })
  })
}

function prefixOf(billId: string): string {
  return `${billId}:rerated:`
}

async function recordsOf({ tx }: Batch, billId: string) {
  return tx
    .selectFrom('usage_record')
    .select(usageColumns)
    .where('usage_record.id', 'in', (where) =>
      where
        .selectFrom('rated_usage')
        .innerJoin('bill_line', 'bill_line.id', 'rated_usage.bill_line_id')
        .select('rated_usage.usage_id')
        .where('bill_line.bill_id', '=', billId),
    )
    .execute()
}

const nothingAsked: Omit<Rerated, 'dueMinor'> = { billedMinor: 0, creditedMinor: 0, reratedMinor: 0 }

/** What of usage was billed, given back by credit notes, and charged by earlier re-ratings, by product. */
async function askedUntilNow(
  { tx }: Batch,
  { id, customer_id }: Pick<BillRow, 'id' | 'customer_id'>,
  charges: readonly Charge[],
): Promise<ReadonlyMap<string, Omit<Rerated, 'dueMinor'>>> {
  const lines = await tx
    .selectFrom('bill')
    .innerJoin('bill_line', 'bill_line.bill_id', 'bill.id')
    .select(['bill.kind', 'bill_line.product_id', 'bill_line.amount_minor'])
    .where('bill.customer_id', '=', customer_id)
    .where(({ or, and, eb }) =>
      or([eb('bill.id', '=', id), and([eb('bill.kind', '=', 'creditNote'), eb('bill.about_id', '=', id)])]),
    )
    .where('bill_line.kind', '=', 'usage')
    .execute()
  const before = charges.filter((charge) => charge.id.startsWith(prefixOf(id)))
  const products = new Set([...lines, ...before].map(({ product_id }) => product_id ?? ''))
  return new Map(
    [...products].map((product) => {
      const own = lines.filter(({ product_id }) => product_id === product)
      const sumOf = (kind: string): number =>
        own.reduce((sum, line) => (line.kind === kind ? sum + line.amount_minor : sum), 0)
      const reratedMinor = before.reduce((sum, one) => (one.product_id === product ? sum + one.price_minor : sum), 0)
      return [product, { billedMinor: sumOf('bill'), creditedMinor: sumOf('creditNote'), reratedMinor }]
    }),
  )
}

/** The last price taken back, and the new one: a record keeps an odd number of ratings while a bill holds it. */
function ratingsOf(
  { rated }: RatingDifference,
  booked: readonly RatedUsage[],
  charges: readonly Charge[],
): readonly RatedUsage[] {
  const last = booked.findLast(({ usage_id }) => usage_id === rated.record.id)
  if (!last) throw new Error('a record of a bill without its rating')
  const place = charges.find(({ product_id }) => product_id === rated.record.productId)?.id ?? ''
  return [
    {
      ...last,
      rating: last.rating + 1,
      bill_line_id: place,
      charged: -last.charged,
      free: -last.free,
      amount_micro: -last.amount_micro,
    },
    {
      ...last,
      rating: last.rating + 2,
      bill_line_id: place,
      rate_key: rated.rateKey,
      zone: rated.zone,
      charged: rated.charged,
      free: rated.free,
      allowance_id: rated.allowanceId,
      beyond_fair_use: rated.isBeyondFairUse ? 1 : 0,
      amount_micro: rated.amountMicro,
    },
  ]
}
