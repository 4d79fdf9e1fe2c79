import type { Transaction } from 'kysely'
import type { BillLineRow, BillRow } from '#shared/domain/bill/rows.ts'
import { periodsLookedBack } from '#shared/domain/bill/compose-bill.ts'
import { lineName } from '#shared/domain/bill/line-kinds.ts'
import type { BillingAccount, Charge, ChargePause } from '#core/db/billing-schema.ts'
import { among } from '#core/db/among.ts'
import type { CoreStore } from '#core/db/open-core-database.ts'
import type { CoreDatabase } from '#core/db/schema.ts'
import { keptScope } from '#core/db/write-batch.ts'
import { owedIn } from '#shared/domain/billing/charges.ts'
import { feeMonths, periodOf } from '#shared/domain/billing/periods.ts'
import { prorate } from '#shared/domain/billing/proration.ts'
import type { Recount, RecountedLine } from '#shared/domain/dispute/recount.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import { addDays, daysBetween } from '#shared/kernel/date.ts'
import type { BillingRules } from './billing-rules.ts'
import { chargeOf, cycleOf, pauseOf } from './read-facts.ts'
import { recountUsage } from './recount-usage.ts'

type Reading = Transaction<CoreDatabase>

/** A bill with what it is counted anew by. */
export interface BillToRecount {
  readonly bill: BillRow
  readonly lines: readonly BillLineRow[]
  readonly account: BillingAccount
  readonly charges: readonly Charge[]
}

/**
 * The lines of a bill by all that is known now: usage by today's prices and the allowances of then, what came twice once;
 * fees by their charges as they stand. Nothing is written. Undefined for what is no bill of this market, or one whose payer
 * has no account here.
 */
export async function recountBill(
  { reader }: Pick<CoreStore, 'reader'>,
  rules: BillingRules,
  scope: string,
  billId: string,
): Promise<Recount | undefined> {
  return reader.transaction().execute(async (tx) => {
    const of = await read(tx, scope, billId)
    if (!of) return undefined
    const usage = await recountUsage(tx, of, rules)
    const ordered = await orderedProducts(tx, of.lines)
    const pauses = await tx.selectFrom('charge_pause').selectAll().where('account_id', '=', of.account.id).execute()
    const later = await laterLines(tx, of)
    const lines = of.lines.map((line): RecountedLine => {
      const charge = of.charges.find(({ id }) => id === line.charge_id)
      return {
        ...nothingKnown,
        lineId: line.id,
        // a charge of no product was entered by authority
        isOrdered: (line.product_id ?? '') === '' || ordered.has(line.product_id ?? ''),
        isTwice: charge !== undefined && isTwice(charge, of.charges),
        ...usage.get(line.id),
        ...(charge && line.kind === 'recurring' ? feeOf({ ...of, line, charge, pauses, later }) : {}),
      }
    })
    return { lines }
  })
}

const nothingKnown = {
  ...{ billedMicro: 0, shouldMicro: 0, settledMicro: 0, unpriced: 0, uses: [] },
  ...{ owedMinor: null, owedDays: 0, settledMinor: 0 },
}

async function read(tx: Reading, scope: string, billId: string): Promise<BillToRecount | undefined> {
  const bill = await tx
    .selectFrom('bill')
    .selectAll()
    .where('id', '=', billId)
    .where('scope', 'in', [scope, keptScope(scope)])
    .where('kind', '=', 'bill')
    .executeTakeFirst()
  if (!bill) return undefined
  const account = await tx
    .selectFrom('billing_account')
    .selectAll()
    .where('id', '=', bill.customer_id)
    .executeTakeFirst()
  if (!account) return undefined
  const lines = await tx.selectFrom('bill_line').selectAll().where('bill_id', '=', billId).orderBy('position').execute()
  const charges = await tx.selectFrom('charge').selectAll().where('account_id', '=', account.id).orderBy('id').execute()
  return { bill, lines, account, charges }
}

/** Products on record, with the order they came of where they came of one. */
async function orderedProducts(tx: Reading, lines: readonly BillLineRow[]): Promise<ReadonlySet<string>> {
  const ids = [...new Set(lines.flatMap(({ product_id: id }) => id ?? []))]
  const rows = await tx
    .selectFrom('product')
    .leftJoin('product_order', 'product_order.id', 'product.order_id')
    .select(['product.id', 'product.order_id', 'product_order.id as known'])
    .where('product.id', 'in', among(tx, ['', ...ids]))
    .execute()
  return new Set(rows.filter((row) => row.order_id === null || row.known !== null).map(({ id }) => id))
}

/** What is paid once by name, price, product and day, and was charged once before. What was put on a bill by hand has a reference. */
function isTwice(charge: Charge, all: readonly Charge[]): boolean {
  if (charge.kind !== 'oneTime' || charge.price_minor <= 0 || lineName(charge).of !== 'catalogue') return false
  return all.some(
    (other) =>
      other.id < charge.id &&
      other.kind === 'oneTime' &&
      other.billed_on !== null &&
      other.product_id === charge.product_id &&
      other.name === charge.name &&
      other.price_minor === charge.price_minor &&
      other.active_from === charge.active_from,
  )
}

type LaterLine = Pick<BillLineRow, 'charge_id' | 'period_start' | 'from_date' | 'to_date' | 'amount_minor'>

/** What bills made after this one say of the same periods: corrections. */
async function laterLines(tx: Reading, { bill }: BillToRecount): Promise<readonly LaterLine[]> {
  return tx
    .selectFrom('bill')
    .innerJoin('bill_line', 'bill_line.bill_id', 'bill.id')
    .select(['bill_line.charge_id', 'bill_line.period_start', 'bill_line.from_date', 'bill_line.to_date'])
    .select('bill_line.amount_minor')
    .where('bill.customer_id', '=', bill.customer_id)
    .where('bill.kind', '=', 'bill')
    .where('bill.bill_date', '>', bill.bill_date)
    .where('bill_line.is_correction', '=', 1)
    .execute()
}

interface Fee extends BillToRecount {
  readonly line: BillLineRow
  readonly charge: Charge
  readonly pauses: readonly ChargePause[]
  readonly later: readonly LaterLine[]
}

/** What is owed for the days of a fee's line by its charge as it stands, and what other bills see to by themselves. */
function feeOf({ line, charge, pauses, account, later }: Fee) {
  const cycle = cycleOf(account)
  const fee = feeMonths({ start: line.period_start, end: line.period_end }, cycle)[0]?.fee
  if (!fee || line.is_correction === 1) return {}
  const own = pauses.filter(({ product_id }) => product_id === charge.product_id).map(pauseOf)
  const owed = owedIn(chargeOf(charge), own, fee).flatMap((one) => {
    const from = one.from > line.from_date ? one.from : line.from_date
    const to = one.to < line.to_date ? one.to : line.to_date
    return from < to ? [{ minor: prorate(one.priceMinor, fee, { start: from, end: to }).amountMinor, from, to }] : []
  })
  const owedMinor = owed.reduce((sum, { minor }) => sum + minor, 0)
  const differenceMinor = line.amount_minor - owedMinor
  return {
    owedMinor,
    owedDays: owed.reduce((sum, { minor, from, to }) => sum + (minor === 0 ? 0 : daysBetween(from, to)), 0),
    settledMinor: isLookedBackOn(line.period_start, account)
      ? differenceMinor
      : later
          .filter((one) => one.charge_id === charge.id && one.period_start === line.period_start)
          .filter((one) => one.from_date < line.to_date && line.from_date < one.to_date)
          .reduce((sum, { amount_minor }) => sum - amount_minor, 0),
  }
}

/** Whether the next bill puts a period right by itself (`composeBill`). */
function isLookedBackOn(periodStart: IsoDate, account: BillingAccount): boolean {
  const cycle = cycleOf(account)
  let first = periodOf(addDays(account.next_bill_on, -1), cycle)
  for (let back = 0; back < periodsLookedBack; back += 1) first = periodOf(addDays(first.start, -1), cycle)
  return periodStart >= first.start
}
