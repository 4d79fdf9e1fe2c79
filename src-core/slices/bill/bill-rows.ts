import type { ComposedBill, ComposedLine } from '#shared/domain/bill/compose-bill.ts'
import { lineName } from '#shared/domain/bill/line-kinds.ts'
import type { BillLineKind, BillLineRow, BillRow, BillTaxRow } from '#shared/domain/bill/rows.ts'
import type { RatedUse } from '#shared/domain/bill/sum-usage.ts'
import type { BillState } from '#shared/domain/bill/states.ts'
import type { LedgerEvent } from '#shared/domain/billing/ledger.ts'
import { entriesOf } from '#shared/domain/billing/ledger.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import { addDays } from '#shared/kernel/date.ts'
import type { PaymentAllocationRow } from '#shared/domain/bill/payment-rows.ts'
import type { BillingAccount, GlEntry, RatedUsage } from '#core/db/billing-schema.ts'
import type { BatchRows } from '#core/db/write-batch.ts'
import type { AccountFacts } from './read-facts.ts'
import { billedUse, usageRows } from './usage-rows.ts'

/**
 * The rows of a payer's bill, the ledger's included. Ids and number come of payer and date alone, so that a run done again,
 * in whatever order and by however many workers, makes the same rows. A number counts through one payer's documents.
 * `hasFreeUsage`: whether records that cost nothing travel to the desks as well. `again`: of a rebill, its own id, the day it
 * is made and the bill it replaces.
 */
export function billRows(
  of: AccountFacts,
  bill: ComposedBill,
  {
    dueDays,
    hasFreeUsage,
    again,
  }: {
    readonly dueDays: number
    readonly hasFreeUsage: boolean
    readonly again?: { readonly id: string; readonly on: IsoDate; readonly aboutId: string }
  },
): readonly BatchRows[] {
  const { account } = of
  const { totals } = bill
  const billDate = again?.on ?? account.next_bill_on
  const id = again?.id ?? `${account.id}:${billDate}`
  const creditMinor = Math.max(0, Math.min(of.creditMinor, totals.payableMinor))
  const openMinor = Math.max(0, totals.payableMinor) - creditMinor
  const row: Omit<BillRow, 'version'> = {
    id,
    scope: account.scope,
    customer_id: account.id,
    kind: 'bill',
    number: documentNumber(account, account.bills + 1),
    state: stateOf(openMinor, creditMinor),
    bill_date: billDate,
    due_date: addDays(billDate, dueDays),
    period_start: bill.period.start,
    period_end: bill.period.end,
    currency: account.currency,
    tax_included: account.tax_included,
    net_minor: totals.netMinor,
    tax_minor: totals.taxMinor,
    rounding_minor: totals.roundingMinor,
    payable_minor: totals.payableMinor,
    open_minor: openMinor,
    about_id: again?.aboutId ?? null,
    credited_by: null,
    reason: '',
    lines: bill.lines.length,
  }
  const lines = bill.lines.map((line, index) => lineRow(bill, line, index, row))
  const usage = bill.lines.flatMap((line, index) =>
    line.usage ? [{ lineId: lineId(id, index), uses: line.usage.uses }] : [],
  )
  const credit: Omit<PaymentAllocationRow, 'version'> = {
    ...{ id: `${id}:credit`, scope: row.scope, source_id: '', bill_id: id, amount_minor: creditMinor },
  }
  return [
    { table: 'bill', rows: [fresh(row)] },
    { table: 'bill_line', rows: lines.map(fresh) },
    { table: 'bill_tax', rows: taxRows(bill, row).map(fresh) },
    { table: 'rated_usage', rows: usage.flatMap(({ lineId: line, uses }) => ratedRows(of, line, uses)) },
    {
      table: 'bill_usage',
      rows: usageRows(
        usage.map(({ lineId: line, uses }) => ({ lineId: line, uses: uses.map(billedUse) })),
        { ...row, hasFreeUsage },
      ).map(fresh),
    },
    {
      table: 'bill_opening',
      rows: account.allowances === '[]' ? [] : [{ bill_id: id, allowances: account.allowances }],
    },
    { table: 'payment_allocation', rows: creditMinor === 0 ? [] : [fresh(credit)] },
    {
      table: 'gl_entry',
      rows: [
        ...glRows(row, id, billDate, billEvent(bill)),
        ...glRows(row, id, billDate, { kind: 'creditApplied', amountMinor: creditMinor }),
      ],
    },
  ]
}

/** A mirrored row as it is first written. */
export function fresh<T extends { readonly id: string; readonly scope: string }>(row: T): object {
  const { id, scope, ...cells } = row
  return { id, scope, version: 1, ...cells }
}

/** The number of a payer's document: gap-free and in order within that payer's series (docs/adr/0045). */
export function documentNumber({ number }: Pick<BillingAccount, 'number'>, count: number): string {
  return `${number}-${String(count).padStart(4, '0')}`
}

/** The entries of an event as rows. */
export function glRows(
  of: { readonly scope: string; readonly customer_id: string; readonly currency: string },
  sourceId: string,
  bookedOn: IsoDate,
  event: LedgerEvent,
): readonly GlEntry[] {
  return entriesOf(event).map(({ account, amountMinor }) => ({
    id: `${sourceId}/${event.kind}/${account}`,
    scope: of.scope,
    customer_id: of.customer_id,
    source_id: sourceId,
    event: event.kind,
    account,
    currency: of.currency,
    amount_minor: amountMinor,
    booked_on: bookedOn,
  }))
}

function stateOf(openMinor: number, creditMinor: number): BillState {
  if (openMinor === 0) return 'settled'
  return creditMinor > 0 ? 'partiallyPaid' : 'validated'
}

const revenues = {
  recurring: 'recurring',
  discount: 'recurring',
  oneTime: 'oneOff',
  usage: 'usage',
} as const satisfies Record<BillLineKind, string>

function billEvent({ lines, totals }: ComposedBill): LedgerEvent {
  const nets = { recurring: 0, usage: 0, oneOff: 0, creditsGiven: 0 }
  for (const [index, line] of lines.entries()) {
    const account = lineName(line).of === 'reversed' ? 'creditsGiven' : revenues[line.kind]
    nets[account] += totals.lineNets[index] ?? 0
  }
  return { kind: 'bill', nets, taxMinor: totals.taxMinor, roundingMinor: totals.roundingMinor }
}

function lineRow(
  bill: ComposedBill,
  line: ComposedLine,
  index: number,
  { id, scope }: Pick<BillRow, 'id' | 'scope'>,
): Omit<BillLineRow, 'version'> {
  const { usage, period } = line
  const tax = bill.lineTaxes[index]
  if (!tax) throw new Error('a line without its tax')
  return {
    id: lineId(id, index),
    scope,
    bill_id: id,
    position: index + 1,
    kind: line.kind,
    user_id: line.userId,
    // what is charged to the account itself is of no product
    product_id: line.productId === '' ? null : line.productId,
    charge_id: line.chargeId,
    name: line.name,
    period_start: period.start,
    period_end: period.end,
    from_date: line.from,
    to_date: line.to,
    is_correction: line.isCorrection ? 1 : 0,
    price_minor: line.priceMinor,
    days: line.days,
    of_days: line.ofDays,
    quantity: usage?.charged ?? 1,
    free: usage?.free ?? 0,
    unit: usage?.unit ?? 'period',
    records: usage?.uses.length ?? 0,
    rate: usage?.rate ?? '',
    amount_minor: line.amountMinor,
    net_minor: bill.totals.lineNets[index] ?? 0,
    tax_category: tax.category,
    tax_basis_points: tax.basisPoints,
  }
}

function lineId(billId: string, index: number): string {
  return `${billId}/${index + 1}`
}

function taxRows({ totals }: ComposedBill, { id, scope }: Pick<BillRow, 'id' | 'scope'>) {
  return totals.taxes.map(
    ({ category, basisPoints, taxableMinor, taxMinor }): Omit<BillTaxRow, 'version'> => ({
      id: `${id}/${category}${basisPoints}`,
      scope,
      bill_id: id,
      category,
      basis_points: basisPoints,
      taxable_minor: taxableMinor,
      tax_minor: taxMinor,
    }),
  )
}

function ratedRows(
  { ratings, planIds }: AccountFacts,
  billLineId: string,
  uses: readonly RatedUse[],
): readonly RatedUsage[] {
  return uses.map((one) => ({
    usage_id: one.record.id,
    rating: ratings.get(one.record.id) ?? 1,
    bill_line_id: billLineId,
    plan_id: planIds.get(one.record.productId) ?? '',
    rate_key: one.rateKey,
    zone: one.zone,
    charged: one.charged,
    free: one.free,
    allowance_id: one.allowanceId,
    beyond_fair_use: one.isBeyondFairUse ? 1 : 0,
    amount_micro: one.amountMicro,
  }))
}
