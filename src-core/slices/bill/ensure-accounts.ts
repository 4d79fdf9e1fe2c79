import type { Frequency } from '#shared/domain/billing/periods.ts'
import { periodOf } from '#shared/domain/billing/periods.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import { addDays, dateInZone } from '#shared/kernel/date.ts'
import { roundedQuotient } from '#shared/kernel/money.ts'
import type { BillingAccount, Charge } from '#core/db/billing-schema.ts'
import type { CoreStore } from '#core/db/open-core-database.ts'
import type { Batch } from '#core/db/write-batch.ts'
import { inBatch } from '#core/db/write-batch.ts'

const productsPerCommit = 500

/** How new payers are billed: from the market's price list. */
export interface AccountRules {
  readonly zone: string
  readonly cycleDay: number
}

/**
 * Gives every active post-paid line that has no charge yet the charge of its monthly fee, in arrears as the quote's first
 * bill says, and its payer an account. Broken off or done twice it leaves the same rows.
 */
export async function ensureAccounts(
  store: Pick<CoreStore, 'db' | 'dialect' | 'feed' | 'sqlite'>,
  billDate: IsoDate,
  rules: AccountRules,
): Promise<void> {
  let after = ''
  for (;;) {
    const last = await inBatch(store, (batch) => ensureSome(batch, after, billDate, rules))
    if (last === undefined) return
    after = last
  }
}

async function ensureSome(batch: Batch, after: string, billDate: IsoDate, rules: AccountRules) {
  const lines = await batch.tx
    .selectFrom('product')
    .innerJoin('offer', 'offer.id', 'product.offer_id')
    .leftJoin('charge', 'charge.product_id', 'product.id')
    .select(['product.id', 'product.customer_id', 'product.payer_id', 'product.scope', 'product.monthly_minor'])
    .select(['product.currency', 'product.since', 'offer.name'])
    .where('charge.id', 'is', null)
    .where('product.state', '=', 'active')
    .where('offer.billing', '=', 'postPaid')
    .where('product.id', '>', after)
    .orderBy('product.id')
    .limit(productsPerCommit)
    .execute()
  const payers = await payersOf(batch, [...new Set(lines.map((line) => line.payer_id ?? line.customer_id))])
  const accounts = new Map<string, BillingAccount>()
  const charges: Charge[] = []
  for (const line of lines) {
    const payer = payers.get(line.payer_id ?? line.customer_id)
    if (!payer || line.since === null) continue
    const account = accounts.get(payer.id) ?? newAccount(payer, line.currency, billDate, rules)
    accounts.set(payer.id, account)
    charges.push({
      id: `${line.id}:fee`,
      scope: line.scope,
      account_id: payer.id,
      user_id: line.customer_id,
      product_id: line.id,
      kind: 'recurring',
      name: line.name,
      price_minor: periodPrice(line.monthly_minor, 'monthly'),
      timing: 'arrears',
      active_from: dateInZone(line.since, rules.zone),
      active_until: null,
      at_start: 'prorated',
      at_end: 'prorated',
      paused_minor: 0,
      tax_code: 'standard',
      billed_on: null,
    })
  }
  batch.put({ table: 'billing_account', rows: [...accounts.values()], onConflict: 'ignore' })
  batch.put({ table: 'charge', rows: charges, onConflict: 'ignore' })
  return lines.at(-1)?.id
}

interface Payer {
  readonly id: string
  readonly scope: string
  readonly kind: string
  readonly account_number: string | null
}

/** Who pays: the customer, or the company above a branch whose bills go to its parent. */
async function payersOf({ tx }: Batch, ids: readonly string[]): Promise<ReadonlyMap<string, Payer>> {
  if (ids.length === 0) return new Map()
  const root = new Map(ids.map((id) => [id, id]))
  for (let level = 0; level < 5; level += 1) {
    const now = [...new Set(root.values())]
    const branches = await tx
      .selectFrom('company')
      .select(['id', 'parent_id'])
      .where('id', 'in', now)
      .where('bills', '=', 'parent')
      .where('parent_id', 'is not', null)
      .execute()
    const above = new Map(branches.map(({ id, parent_id }) => [id, parent_id ?? id]))
    if (above.size === 0) break
    for (const [id, at] of root) root.set(id, above.get(at) ?? at)
  }
  const customers = await tx
    .selectFrom('customer')
    .select(['id', 'scope', 'kind', 'account_number'])
    .where('id', 'in', [...new Set(root.values())])
    .execute()
  const byId = new Map(customers.map((customer) => [customer.id, customer]))
  return new Map(
    [...root].flatMap(([id, at]) => {
      const payer = byId.get(at)
      return payer ? [[id, payer] as const] : []
    }),
  )
}

function newAccount(payer: Payer, currency: string, billDate: IsoDate, rules: AccountRules): BillingAccount {
  const cycle = { frequency: 'monthly', cycleDay: rules.cycleDay, anchorMonth: 1 } as const
  const nextBillOn = periodOf(billDate, cycle).start
  return {
    id: payer.id,
    scope: payer.scope,
    number: payer.account_number ?? payer.id,
    frequency: cycle.frequency,
    cycle_day: cycle.cycleDay,
    anchor_month: cycle.anchorMonth,
    currency,
    tax_included: payer.kind === 'company' ? 0 : 1,
    billed_from: periodOf(addDays(nextBillOn, -1), cycle).start,
    next_bill_on: nextBillOn,
    bills: 0,
    allowances: '[]',
  }
}

/** A monthly fee as the price of a whole period of another cycle. */
export function periodPrice(monthlyMinor: number, frequency: Frequency): number {
  const halfMonths = { twiceMonthly: 1, monthly: 2, twoMonthly: 4, quarterly: 6, yearly: 24 } as const
  return roundedQuotient(monthlyMinor * halfMonths[frequency], 2)
}
