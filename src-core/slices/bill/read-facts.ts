import type { Transaction } from 'kysely'
import { sql } from 'kysely'
import type { BillCharge, BillFacts, BilledDays } from '#shared/domain/bill/compose-bill.ts'
import { periodsLookedBack } from '#shared/domain/bill/compose-bill.ts'
import type { DatedUsage, RatedUse } from '#shared/domain/bill/sum-usage.ts'
import { sumUsage } from '#shared/domain/bill/sum-usage.ts'
import { partPolicies, timings } from '#shared/domain/billing/charges.ts'
import type { Pause } from '#shared/domain/billing/charges.ts'
import type { Cycle } from '#shared/domain/billing/periods.ts'
import { frequencies, periodOf } from '#shared/domain/billing/periods.ts'
import type { TaxRate } from '#shared/domain/billing/taxes.ts'
import type { CompiledPlan } from '#shared/domain/rating/compile-plan.ts'
import type { Unpriced } from '#shared/domain/rating/rate-usage.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import { addDays, addMonths } from '#shared/kernel/date.ts'
import type { BillingAccount, Charge } from '#core/db/billing-schema.ts'
import { among } from '#core/db/among.ts'
import type { CoreDatabase } from '#core/db/schema.ts'
import type { BillingRules } from './billing-rules.ts'
import { plansOf, ratePeriod, usageColumns } from './rate-records.ts'

/** What one payer's bill is made of, and what its usage came to. */
export interface AccountFacts {
  readonly account: BillingAccount
  readonly facts: BillFacts
  readonly rated: readonly RatedUse[]
  readonly unpriced: readonly Unpriced[]
  /** Of each record rated before, the number of its rating now, after a credit note. */
  readonly ratings: ReadonlyMap<string, number>
  readonly planIds: ReadonlyMap<string, string>
  /** Where its allowances stand then, as the account keeps them. */
  readonly allowances: string
  /** What the customer has to the good, minor units. */
  readonly creditMinor: number
}

/** Usage that came in too late is looked for this many days before the longest period. */
const lateDays = 70
const monthDays = 31

/** The facts of the payers' next bills, each for its own `next_bill_on`; read with a query for each table, whatever their number. */
export async function readFacts(
  tx: Transaction<CoreDatabase>,
  accounts: readonly BillingAccount[],
  rules: BillingRules,
): Promise<readonly AccountFacts[]> {
  if (accounts.length === 0) return []
  const ids = accounts.map(({ id }) => id)
  const charges = await tx
    .selectFrom('charge')
    .selectAll()
    .where('account_id', 'in', among(tx, ids))
    .orderBy('id')
    .execute()
  const pauses = await tx
    .selectFrom('charge_pause')
    .selectAll()
    .where('account_id', 'in', among(tx, ids))
    .orderBy('id')
    .execute()
  const products = [...new Set(charges.map(({ product_id }) => product_id))]
  const billed = await billedDays(tx, accounts)
  const usage = await readUsage(tx, products, accounts)
  const plansOfAll = await plansOf(tx, charges, rules)
  const credits = await creditsOf(tx, ids)
  const taxRates = await readTaxRates(tx)
  const chargesOf = grouped(charges, ({ account_id }) => account_id)
  const pausesOf = grouped(pauses, ({ product_id }) => product_id)
  const billedOf = grouped(billed, ({ accountId }) => accountId)
  const usageOf = grouped(usage, ({ productId }) => productId)
  return accounts.map((account) => {
    const own = chargesOf.get(account.id) ?? []
    const ofLines = own.filter(({ product_id }) => product_id !== '')
    const lines = [...new Map(ofLines.map((charge) => [charge.product_id, charge])).values()]
    const plans = new Map(lines.flatMap(({ product_id: id }) => entryOf(plansOfAll, id)))
    const records = lines.flatMap(({ product_id }) =>
      (usageOf.get(product_id) ?? []).filter(({ billOn }) => billOn <= account.next_bill_on),
    )
    const cycle = cycleOf(account)
    const period = periodOf(addDays(account.next_bill_on, -1), cycle)
    const { rated, unpriced, after } = ratePeriod(account, { period, cycle }, { lines, plans }, records)
    const userOf = (productId: string): string =>
      lines.find(({ product_id }) => product_id === productId)?.user_id ?? account.id
    const planOf = (productId: string): CompiledPlan => plans.get(productId) ?? rules.planOf('*')
    return {
      account,
      rated,
      unpriced,
      ratings: ratedBefore(records),
      planIds: new Map([...plans].map(([id, { plan }]) => [id, plan.id])),
      allowances: after,
      creditMinor: credits.get(account.id) ?? 0,
      facts: {
        billDate: account.next_bill_on,
        cycle,
        billedFrom: account.billed_from,
        isTaxIncluded: account.tax_included === 1,
        charges: own.map(chargeOf),
        pauses: new Map(lines.map(({ product_id: id }) => [id, (pausesOf.get(id) ?? []).map(pauseOf)])),
        billed: billedOf.get(account.id) ?? [],
        usage: sumUsage(rated, planOf, userOf),
        taxRates,
      },
    }
  })
}

function entryOf<T>(map: ReadonlyMap<string, T>, id: string): readonly (readonly [string, T])[] {
  const value = map.get(id)
  return value === undefined ? [] : [[id, value]]
}

/** Days that bills of the periods looked back on have priced; what a correction took back counts no more. */
async function billedDays(tx: Transaction<CoreDatabase>, accounts: readonly BillingAccount[]) {
  const first = accounts.reduce((day, one) => (one.next_bill_on < day ? one.next_bill_on : day), '9999-12-31')
  const months = longestOf(accounts) * (periodsLookedBack + 2)
  const rows = await tx
    .selectFrom('bill')
    .innerJoin('bill_line', 'bill_line.bill_id', 'bill.id')
    .select(['bill.customer_id', 'bill_line.charge_id', 'bill_line.period_start', 'bill_line.from_date'])
    .select(['bill_line.to_date', 'bill_line.price_minor'])
    .where(
      'bill.customer_id',
      'in',
      among(
        tx,
        accounts.map(({ id }) => id),
      ),
    )
    .where('bill.bill_date', '>=', addMonths(first, -months))
    .where('bill.kind', '=', 'bill')
    .where(({ or, eb, not, exists, selectFrom }) =>
      or([
        eb('bill.credited_by', 'is', null),
        not(
          exists(
            selectFrom('bill as note')
              .select('note.id')
              .whereRef('note.id', '=', 'bill.credited_by')
              .where('note.reason', '=', 'correction'),
          ),
        ),
      ]),
    )
    .where('bill_line.charge_id', 'is not', null)
    .execute()
  return rows.map((row): BilledDays & { readonly accountId: string } => ({
    accountId: row.customer_id,
    chargeId: row.charge_id ?? '',
    periodStart: row.period_start,
    from: row.from_date,
    to: row.to_date,
    priceMinor: row.price_minor,
  }))
}

/** Months of the longest period among payers. */
function longestOf(accounts: readonly BillingAccount[]): number {
  const months = { twiceMonthly: 1, monthly: 1, twoMonthly: 2, quarterly: 3, yearly: 12 } as const
  return Math.max(...accounts.map((one) => months[cycleOf(one).frequency]))
}

/** A record that waits for a bill, and how often it was rated before: each odd rating charges, each even one takes back. */
type OpenUsage = DatedUsage & { readonly billOn: IsoDate; readonly ratings: number }

function ratedBefore(records: readonly OpenUsage[]): ReadonlyMap<string, number> {
  const again = records.filter(({ ratings }) => Number(ratings) > 0)
  return new Map(again.map(({ id, ratings }) => [id, Number(ratings) + 1]))
}

const ratingsOf = sql<number>`(select count(*) from rated_usage where rated_usage.usage_id = usage_record.id)`

/** Records of the products' bills up to the last day that no bill holds: never rated, or rated and taken back. */
async function readUsage(
  tx: Transaction<CoreDatabase>,
  products: readonly string[],
  accounts: readonly BillingAccount[],
): Promise<readonly OpenUsage[]> {
  if (products.length === 0) return []
  const days = accounts.map(({ next_bill_on }) => next_bill_on).toSorted()
  return tx
    .selectFrom('usage_record')
    .select([...usageColumns, 'usage_record.bill_on as billOn'])
    .select(ratingsOf.as('ratings'))
    .where('product_id', 'in', among(tx, products))
    .where('bill_on', '<=', days.at(-1) ?? '')
    .where('bill_on', '>', addDays(days[0] ?? '1970-01-01', -lateDays - monthDays * longestOf(accounts)))
    .where(sql<boolean>`${ratingsOf} % 2 = 0`)
    .execute()
}

async function creditsOf(tx: Transaction<CoreDatabase>, ids: readonly string[]) {
  const rows = await tx
    .selectFrom('gl_entry')
    .select(({ fn }) => ['customer_id', fn.sum<number>('amount_minor').as('sum')])
    .where('customer_id', 'in', among(tx, ids))
    .where('account', '=', '2210')
    .groupBy('customer_id')
    .execute()
  return new Map(rows.map(({ customer_id, sum }) => [customer_id, -Number(sum)]))
}

/** The standard rate of the market's price lists, each from its own day; there is no other code yet. */
export async function readTaxRates(tx: Pick<Transaction<CoreDatabase>, 'selectFrom'>): Promise<readonly TaxRate[]> {
  const lists = await tx
    .selectFrom('price_list')
    .select(['tax_basis_points', 'valid_from'])
    .orderBy('valid_from')
    .orderBy('id')
    .execute()
  const firsts = lists.filter(({ valid_from }, index) => lists[index + 1]?.valid_from !== valid_from)
  return firsts.map((list, index) => ({
    code: 'standard',
    category: 'S',
    basisPoints: list.tax_basis_points,
    // bills of days before the first list are taxed as it says
    validFrom: index === 0 ? '1970-01-01' : list.valid_from,
    validUntil: firsts[index + 1]?.valid_from ?? null,
  }))
}

/** The cycle of a payer. Throws on a frequency there is not: the core wrote it itself. */
export function cycleOf({
  frequency,
  cycle_day,
  anchor_month,
}: Pick<BillingAccount, 'frequency' | 'cycle_day' | 'anchor_month'>): Cycle {
  return { frequency: oneOf(frequencies, frequency), cycleDay: cycle_day, anchorMonth: anchor_month }
}

/** A charge as bills are made of it. */
export function chargeOf(row: Charge): BillCharge {
  return {
    id: row.id,
    kind: oneOf(['recurring', 'discount', 'oneTime'] as const, row.kind),
    userId: row.user_id,
    productId: row.product_id,
    name: row.name,
    taxCode: row.tax_code,
    isBilled: row.billed_on !== null,
    priceMinor: row.price_minor,
    timing: oneOf(timings, row.timing),
    activeFrom: row.active_from,
    activeUntil: row.active_until,
    atStart: oneOf(partPolicies, row.at_start),
    atEnd: oneOf(partPolicies, row.at_end),
    pausedMinor: row.paused_minor,
  }
}

/** Days of a suspension. */
export function pauseOf({
  from_date,
  to_date,
}: {
  readonly from_date: IsoDate
  readonly to_date: IsoDate | null
}): Pause {
  return { from: from_date, to: to_date }
}

function oneOf<const T extends string>(all: readonly T[], text: string): T {
  const known = all.find((one) => one === text)
  if (known === undefined) throw new Error(`${text} is none of ${all.join(', ')}`)
  return known
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  let last: { readonly key: string; readonly group: T[] } | undefined
  for (const row of rows) {
    const key = keyOf(row)
    // most rows come beside others of their group
    if (last?.key !== key) {
      last = { key, group: groups.get(key) ?? [] }
      groups.set(key, last.group)
    }
    last.group.push(row)
  }
  return groups
}
