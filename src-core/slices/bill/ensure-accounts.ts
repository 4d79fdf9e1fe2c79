import { setImmediate } from 'node:timers/promises'
import type { Cycle } from '#shared/domain/billing/periods.ts'
import { feeMonths, periodOf } from '#shared/domain/billing/periods.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import { addDays, dateInZone } from '#shared/kernel/date.ts'
import type { BillingAccount, Charge } from '#core/db/billing-schema.ts'
import type { CoreStore } from '#core/db/open-core-database.ts'
import type { Batch } from '#core/db/write-batch.ts'
import { inBatch } from '#core/db/write-batch.ts'
import type { Payer } from './account-rows.ts'
import { accountRow, chargeRow, monthlyFee } from './account-rows.ts'
import { cyclesOf, marketCycle } from './payer-cycle.ts'
import { chargeNextBill } from './next-bill-charges.ts'
import { newOnDesks } from './keep-account.ts'
import { customersPerCommit } from './run-bills.ts'
import { soldCharges } from './sold-charges.ts'

/** Each is of one customer and one payer at most: so many of either share a commit. */
const productsPerCommit = customersPerCommit

/** How new payers are billed who have asked for nothing else: monthly, from the day of the market's price list. */
export interface AccountRules {
  readonly zone: string
  readonly cycleDay: number
}

/**
 * Gives every active post-paid line that has no charge yet the charges it was sold with, in arrears as
 * the quote's first bill says, and its payer an account; what was put on the next bill at the counter comes with them. A line in another currency
 * than its payer's others is refused: no bill has two. Broken off or done twice it leaves the same rows.
 */
export async function ensureAccounts(
  store: Pick<CoreStore, 'db' | 'dialect' | 'feed' | 'sqlite'>,
  billDate: IsoDate,
  rules: AccountRules,
): Promise<{ readonly refused: readonly string[] }> {
  const refused: string[] = []
  let after = ''
  for (;;) {
    const { last, mixed } = await inBatch(store, (batch) => ensureSome(batch, after, billDate, rules))
    refused.push(...mixed)
    await setImmediate()
    if (last === undefined) break
    after = last
  }
  await chargeNextBill(store, rules.zone)
  return { refused }
}

async function ensureSome(batch: Batch, after: string, billDate: IsoDate, rules: AccountRules) {
  const found = await batch.tx
    .selectFrom('product')
    .innerJoin('offer', 'offer.id', 'product.offer_id')
    .leftJoin('charge', 'charge.product_id', 'product.id')
    .select(['product.id', 'product.customer_id', 'product.payer_id', 'product.scope', 'product.monthly_minor'])
    .select(['product.currency', 'product.since', 'product.order_id', 'offer.name'])
    .where('charge.id', 'is', null)
    .where('product.state', '=', 'active')
    .where('offer.billing', '=', 'postPaid')
    .where('product.id', '>', after)
    .orderBy('product.id')
    .limit(productsPerCommit)
    .execute()
  const lines = found.flatMap((line) =>
    line.since === null ? [] : [{ ...line, activeFrom: dateInZone(line.since, rules.zone) }],
  )
  const payers = await payersOf(batch, [...new Set(lines.map((line) => line.payer_id ?? line.customer_id))])
  const cycles = await cyclesOf(
    batch.tx,
    [...payers.values()].map(({ id }) => id),
  )
  const cycleOfPayer = (id: string): Cycle => cycles.get(id) ?? marketCycle(rules)
  const sold = await soldCharges(batch, lines, ({ id }) => {
    const line = lines.find((one) => one.id === id)
    return cycleOfPayer(payers.get(line?.payer_id ?? line?.customer_id ?? '')?.id ?? '')
  })
  const currencies = await currenciesOf(batch, [...payers.values()])
  // a line sold here was never billed elsewhere: runs that were missed are made up for
  const firstOf = (payerId: string): IsoDate =>
    lines.reduce((first, { payer_id, customer_id, order_id, activeFrom }) => {
      const isTheirs = order_id !== null && payers.get(payer_id ?? customer_id)?.id === payerId
      const end = isTheirs ? periodOf(activeFrom, cycleOfPayer(payerId)).end : first
      return end < first ? end : first
    }, billDate)
  const accounts = new Map<string, BillingAccount>()
  const mixed: string[] = []
  const charges: Charge[] = []
  for (const line of lines) {
    const payer = payers.get(line.payer_id ?? line.customer_id)
    if (!payer) continue
    const currency = currencies.get(payer.id) ?? accounts.get(payer.id)?.currency ?? line.currency
    if (currency !== line.currency) {
      mixed.push(line.id)
      continue
    }
    const account =
      accounts.get(payer.id) ?? newAccount(payer, line.currency, firstOf(payer.id), cycleOfPayer(payer.id))
    accounts.set(payer.id, account)
    const of = { productId: line.id, userId: line.customer_id, activeFrom: line.activeFrom }
    const fees = sold.get(line.id) ?? []
    // a line that costs nothing a month has a charge all the same: its usage belongs to a payer by it
    const own = fees.length > 0 ? fees : [monthlyFee(of, line.name, line.monthly_minor)]
    for (const charge of own) charges.push(chargeRow(charge, line.scope, payer.id))
  }
  batch.put({ table: 'billing_account', rows: [...accounts.values()], onConflict: 'ignore' })
  batch.put({ table: 'bill_account', rows: [...accounts.values()].map(newOnDesks), onConflict: 'ignore' })
  batch.put({ table: 'charge', rows: charges, onConflict: 'ignore' })
  return { last: found.at(-1)?.id, mixed }
}

/** The currency of payers that have an account. */
async function currenciesOf({ tx }: Batch, payers: readonly Payer[]): Promise<ReadonlyMap<string, string>> {
  if (payers.length === 0) return new Map()
  const ids = [...new Set(payers.map(({ id }) => id))]
  const rows = await tx.selectFrom('billing_account').select(['id', 'currency']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, currency }) => [id, currency]))
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

function newAccount(payer: Payer, currency: string, firstBill: IsoDate, cycle: Cycle): BillingAccount {
  const nextBillOn = periodOf(firstBill, cycle).start
  const last = periodOf(addDays(nextBillOn, -1), cycle)
  return accountRow(payer, {
    ...{ currency, cycle, nextBillOn },
    // of a month billed in halves the whole: what is by the month belongs to both
    billedFrom: feeMonths(last, cycle)[0]?.fee.start ?? last.start,
  })
}
