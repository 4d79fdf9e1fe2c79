import type { ChargeLine, Pause, PricedDays, RecurringCharge } from '#shared/domain/billing/charges.ts'
import { isDueOnce, linesToOwed, owedIn } from '#shared/domain/billing/charges.ts'
import type { DocumentTotals } from '#shared/domain/billing/document.ts'
import { addUp } from '#shared/domain/billing/document.ts'
import type { Cycle, Period } from '#shared/domain/billing/periods.ts'
import { feeMonths, periodOf } from '#shared/domain/billing/periods.ts'
import type { Tax, TaxRate } from '#shared/domain/billing/taxes.ts'
import { taxAt } from '#shared/domain/billing/taxes.ts'
import { withoutTax } from '#shared/domain/billing/tax-sums.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import { addDays } from '#shared/kernel/date.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok } from '#shared/kernel/result.ts'
import type { BillLineKind } from './rows.ts'
import type { UsageSum } from './sum-usage.ts'

/** A charge of a payer with what its line says. A charge paid once has its day in `activeFrom`. */
export interface BillCharge extends RecurringCharge {
  readonly kind: Exclude<BillLineKind, 'usage'>
  readonly userId: string
  readonly productId: string
  readonly name: string
  readonly taxCode: string
  /** Of a charge paid once: whether a bill holds it. */
  readonly isBilled: boolean
}

/** Days that earlier bills priced, of one charge in one period. */
export interface BilledDays extends PricedDays {
  readonly chargeId: string
  readonly periodStart: IsoDate
}

/** All a payer's bill is made of; `billDate` is the first day of a period of the cycle. */
export interface BillFacts {
  readonly billDate: IsoDate
  readonly cycle: Cycle
  /** Nothing before this day is billed here. */
  readonly billedFrom: IsoDate
  readonly isTaxIncluded: boolean
  readonly charges: readonly BillCharge[]
  readonly pauses: ReadonlyMap<string, readonly Pause[]>
  readonly billed: readonly BilledDays[]
  readonly usage: readonly UsageSum[]
  readonly taxRates: readonly TaxRate[]
}

/** A line before it has an id; the columns of `bill_line` say what each member is. */
export interface ComposedLine {
  readonly kind: BillLineKind
  readonly userId: string
  readonly productId: string
  readonly chargeId: string | null
  readonly name: string
  readonly period: Period
  readonly from: IsoDate
  readonly to: IsoDate
  readonly isCorrection: boolean
  readonly priceMinor: number
  readonly days: number
  readonly ofDays: number
  readonly usage: UsageSum | null
  readonly amountMinor: number
  readonly taxCode: string
}

/** A bill without id and number: what a preview shows and a run writes. */
export interface ComposedBill {
  readonly period: Period
  readonly lines: readonly ComposedLine[]
  /** Category and rate of each line. */
  readonly lineTaxes: readonly Tax[]
  readonly totals: DocumentTotals
}

/** So many periods before the one that ends are looked at for days that turned out otherwise. */
export const periodsLookedBack = 3

/**
 * Makes a bill (TMF678): recurring charges in advance for the period that begins on its date, in arrears for the one that
 * ended, each month of it by itself, what earlier bills have to be corrected by, charges paid once before its date, and usage. The lines stand in an
 * order of their own, so that the same facts in any order make the same bill. TAX_UNKNOWN when a charge has no rate then.
 */
export function composeBill(facts: BillFacts): Result<ComposedBill, Refusal<'TAX_UNKNOWN'>> {
  const { billDate, cycle, isTaxIncluded } = facts
  const period = periodOf(addDays(billDate, -1), cycle)
  const lines = [
    ...facts.charges.flatMap((charge) => linesOfCharge(charge, facts, period)),
    ...usageLines(facts, period),
  ]
  const ordered = lines.toSorted(byOrderOnPaper)
  const lineTaxes: Tax[] = []
  for (const line of ordered) {
    const tax = taxAt(facts.taxRates, line.taxCode, addDays(billDate, -1))
    if (!tax.ok) return tax
    lineTaxes.push(tax.value)
  }
  const priced = lineTaxes.map((tax, index) => ({ amountMinor: ordered[index]?.amountMinor ?? 0, tax }))
  return ok({ period, lines: ordered, lineTaxes, totals: addUp(priced, isTaxIncluded) })
}

function linesOfCharge(charge: BillCharge, facts: BillFacts, ended: Period): readonly ComposedLine[] {
  const { billDate, cycle } = facts
  if (charge.kind === 'oneTime') {
    if (!isDueOnce({ on: charge.activeFrom, isBilled: charge.isBilled }, billDate)) return []
    const to = addDays(charge.activeFrom, 1)
    const once = {
      from: charge.activeFrom,
      to,
      days: 1,
      ofDays: 1,
      amountMinor: charge.priceMinor,
      isCorrection: false,
    }
    return [lineOf(charge, { ...once, priceMinor: charge.priceMinor }, ended)]
  }
  const periods = [ended]
  if (charge.timing === 'advance') periods.push(periodOf(billDate, cycle))
  for (let back = 0; back < periodsLookedBack; back += 1) {
    const [first] = periods
    if (first && first.start > facts.billedFrom) periods.unshift(periodOf(addDays(first.start, -1), cycle))
  }
  const months = periods.flatMap((period) => feeMonths(period, cycle))
  return months.flatMap(({ fee, days }) => {
    if (days.end <= facts.billedFrom) return []
    const from = days.start > facts.billedFrom ? days.start : facts.billedFrom
    const owed = within(owedIn(charge, facts.pauses.get(charge.productId) ?? [], fee), { start: from, end: days.end })
    const billed = facts.billed.filter((one) => one.chargeId === charge.id && one.periodStart === days.start)
    return linesToOwed(owed, billed, fee).map((line) => lineOf(charge, line, days))
  })
}

/** What of priced days lies in others. */
function within(priced: readonly PricedDays[], { start, end }: Period): readonly PricedDays[] {
  return priced.flatMap((one) => {
    const [from, to] = [one.from > start ? one.from : start, one.to < end ? one.to : end]
    return from < to ? [{ ...one, from, to }] : []
  })
}

function lineOf(charge: BillCharge, line: ChargeLine, period: Period): ComposedLine {
  const { kind, userId, productId, name, taxCode } = charge
  const { from, to, isCorrection, priceMinor, days, ofDays, amountMinor } = line
  const why = { from, to, isCorrection, priceMinor, days, ofDays, amountMinor }
  return { kind, userId, productId, chargeId: charge.id, name, period, ...why, usage: null, taxCode }
}

function usageLines({ usage, isTaxIncluded, taxRates, billDate }: BillFacts, period: Period): readonly ComposedLine[] {
  return usage.map((sum) => {
    const tax = taxAt(taxRates, sum.taxCode, addDays(billDate, -1))
    const { userId, productId, name, taxCode } = sum
    const none = { chargeId: null, isCorrection: false, priceMinor: 0, days: 0, ofDays: 0 }
    const amountMinor = tax.ok ? usageAmount(sum.amountMinor, tax.value, isTaxIncluded) : sum.amountMinor
    return {
      ...{ kind: 'usage' as const, userId, productId, name, period, from: sum.firstDate, to: addDays(sum.lastDate, 1) },
      ...{ ...none, usage: sum, amountMinor, taxCode },
    }
  })
}

/** What a line of usage costs: plans are priced with tax; a company's line is taken without it, rounded once. */
export function usageAmount(amountMinor: number, { basisPoints }: Tax, isTaxIncluded: boolean): number {
  return isTaxIncluded ? amountMinor : withoutTax(amountMinor, basisPoints)
}

const kindOrder = { recurring: 0, discount: 1, oneTime: 2, usage: 3 } as const satisfies Record<BillLineKind, number>

function byOrderOnPaper(a: ComposedLine, b: ComposedLine): number {
  return (
    compare(a.userId, b.userId) ||
    compare(a.productId, b.productId) ||
    kindOrder[a.kind] - kindOrder[b.kind] ||
    compare(a.from, b.from) ||
    compare(a.chargeId ?? a.usage?.key ?? '', b.chargeId ?? b.usage?.key ?? '') ||
    a.priceMinor - b.priceMinor
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
