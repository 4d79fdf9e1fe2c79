import { usageAmount } from '#shared/domain/bill/compose-bill.ts'
import { lineName } from '#shared/domain/bill/line-kinds.ts'
import type { BillLineRow } from '#shared/domain/bill/rows.ts'
import { prorate } from '#shared/domain/billing/proration.ts'
import type { BilledUse } from '#shared/domain/rating/rows.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import { daysBetween } from '#shared/kernel/date.ts'
import type { Currency } from '#shared/kernel/money.ts'
import { minorDigits, roundedQuotient } from '#shared/kernel/money.ts'
import type { RecountedLine } from './recount.ts'
import { doublesOf, lastingUses } from './recount.ts'

/** Why a line should be otherwise; each is a sentence `decision.why.CAUSE`. */
export type ShouldCause = 'twice' | 'noOrder' | 'doubled' | 'rerated' | 'days' | 'price' | 'outage'

/** One cause and what it makes, in the line's own pricing; below zero the line was too cheap. */
export interface Finding {
  readonly cause: ShouldCause
  readonly amountMinor: number
  /** Records, or days that were owed. */
  readonly count: number
}

/** What cannot be judged: prices and days are in the core, records are not here, or have no price. */
export interface Doubt {
  readonly of: 'core' | 'records' | 'unpriced'
  readonly count: number
}

/** A disputed line with all that is known of it. */
export interface LineFacts {
  readonly line: BillLineRow
  readonly currency: Currency
  readonly isTaxIncluded: boolean
  /** Its records as far as they are here, and how many are not. */
  readonly uses: readonly BilledUse[]
  readonly missing: number
  /** Whether the same stands on the bill before it. */
  readonly isTwin: boolean
  /** What a fee for days came to for those without service. */
  readonly lostMinor: number
  /** The first day of the product, as it is on record. */
  readonly since: IsoDate | null
  /** What the core says; undefined while it has not been asked or cannot be. */
  readonly core: RecountedLine | undefined
}

/** What a line should have been and why. `settledMinor`: of the difference, what other bills give back. */
export interface LineVerdict {
  readonly shouldMinor: number
  readonly settledMinor: number
  readonly findings: readonly Finding[]
  readonly doubts: readonly Doubt[]
  /** Records that should be otherwise. */
  readonly uses: ReadonlyMap<string, { readonly shouldMicro: number; readonly isDouble: boolean }>
}

/**
 * What a line of a bill should have been: usage by the prices the customer has (put right since or not), what came twice
 * once; a fee for the days that were owed at the price that was signed; nothing for what nobody ordered or what was charged
 * before. Money only, no opinion: what cannot be judged from what is known is a doubt.
 */
export function judgeLine(facts: LineFacts): LineVerdict {
  const { line, core } = facts
  if (line.amount_minor > 0 && line.is_correction === 0) {
    if (facts.isTwin || core?.isTwice === true) return nothingOf(line, 'twice')
    if (core?.isOrdered === false) return nothingOf(line, 'noOrder')
    if (line.kind === 'usage') return judgeUsage(facts)
    if (line.kind === 'recurring') return judgeDays(facts)
  }
  return { ...untouched, shouldMinor: line.amount_minor, doubts: core ? [] : [asksCore] }
}

const asksCore: Doubt = { of: 'core', count: 0 }
const untouched: Omit<LineVerdict, 'shouldMinor'> = { settledMinor: 0, findings: [], doubts: [], uses: new Map() }

function nothingOf({ amount_minor: amountMinor }: BillLineRow, cause: ShouldCause): LineVerdict {
  return { ...untouched, shouldMinor: 0, findings: [{ cause, amountMinor, count: 1 }] }
}

function judgeUsage(facts: LineFacts): LineVerdict {
  const { line, core, missing } = facts
  const changed = core?.uses ?? doubledHere(facts)
  const billedMicro = core?.billedMicro ?? facts.uses.reduce((sum, { amountMicro }) => sum + amountMicro, 0)
  const doubles = changed.filter(({ isDouble }) => isDouble)
  const doubledMicro = doubles.reduce((sum, one) => sum + one.billedMicro, 0)
  const shouldMicro = core?.shouldMicro ?? billedMicro - doubledMicro
  const less = (micro: number): number => minorOf(facts, billedMicro) - minorOf(facts, billedMicro - micro)
  const differenceMinor = less(billedMicro - shouldMicro)
  const doubledMinor = Math.min(less(doubledMicro), Math.max(0, differenceMinor))
  const findings: readonly Finding[] = [
    { cause: 'doubled', amountMinor: doubledMinor, count: doubles.length },
    { cause: 'rerated', amountMinor: differenceMinor - doubledMinor, count: changed.length - doubles.length },
  ]
  return {
    shouldMinor: line.amount_minor - differenceMinor,
    settledMinor: core ? less(core.settledMicro) : 0,
    findings: findings.filter(({ amountMinor }) => amountMinor !== 0),
    doubts: core
      ? core.unpriced > 0
        ? [{ of: 'unpriced', count: core.unpriced }]
        : []
      : [asksCore, ...(missing > 0 ? [{ of: 'records' as const, count: missing }] : [])],
    uses: new Map(changed.map(({ id, ...use }) => [id, use])),
  }
}

/** What came twice among the records of this desk: to see that, no price is needed. */
function doubledHere({ line, uses }: LineFacts): RecountedLine['uses'] {
  const name = lineName(line)
  if (name.of !== 'usage' || !lastingUses.includes(name.type)) return []
  const doubles = doublesOf(uses.map((use) => ({ ...use, of: line.id })))
  return uses.flatMap(({ id, amountMicro }) =>
    doubles.has(id) ? [{ id, billedMicro: amountMicro, shouldMicro: 0, isDouble: true }] : [],
  )
}

/** Millionths in the pricing of the bill's lines, as the bill run makes them. */
function minorOf({ line, currency, isTaxIncluded }: LineFacts, micro: number): number {
  const minor = roundedQuotient(micro, 10 ** (6 - minorDigits[currency]))
  return usageAmount(minor, { category: 'S', basisPoints: line.tax_basis_points }, isTaxIncluded)
}

function judgeDays(facts: LineFacts): LineVerdict {
  const { line, core, lostMinor } = facts
  const owed = owedOf(facts)
  const lostOfIt = Math.max(0, Math.min(lostMinor, owed.minor))
  const isFewer = owed.days < line.days
  const findings: readonly Finding[] = [
    { cause: isFewer ? 'days' : 'price', amountMinor: line.amount_minor - owed.minor, count: owed.days },
    { cause: 'outage', amountMinor: lostOfIt, count: 0 },
  ]
  return {
    ...untouched,
    shouldMinor: owed.minor - lostOfIt,
    settledMinor: core?.settledMinor ?? 0,
    findings: findings.filter(({ amountMinor }) => amountMinor !== 0),
    doubts: core?.owedMinor === undefined || core.owedMinor === null ? [asksCore] : [],
  }
}

/** By the charge as the core has it; else by the product's own first day, where the line is a month's. */
function owedOf({ line, core, since }: LineFacts): { readonly minor: number; readonly days: number } {
  if (core !== undefined && core.owedMinor !== null) return { minor: core.owedMinor, days: core.owedDays }
  const period = { start: line.period_start, end: line.period_end }
  const isOfPeriod = daysBetween(period.start, period.end) === line.of_days
  if (since === null || since <= line.from_date || !isOfPeriod) return { minor: line.amount_minor, days: line.days }
  const part = prorate(line.price_minor, period, { start: since, end: line.to_date })
  return { minor: part.amountMinor, days: part.days }
}
