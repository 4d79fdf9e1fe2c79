import type { DocumentTotals } from '#shared/domain/billing/document.ts'
import { addUp } from '#shared/domain/billing/document.ts'
import type { Tax } from '#shared/domain/billing/taxes.ts'
import { shareOut } from '#shared/kernel/money.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** A line of a bill and what credit notes gave back of it until now; as priced, so both have its sign. */
export interface CreditableLine {
  readonly lineId: string
  readonly amountMinor: number
  readonly creditedMinor: number
  readonly tax: Tax
}

/** What a credit note gives back of a line, in the line's own pricing: with tax inside where the bill has it so. */
export interface CreditPart {
  readonly lineId: string
  readonly amountMinor: number
}

export const creditRefusals = ['LINE_UNKNOWN', 'CREDIT_AMOUNT', 'CREDIT_TOO_MUCH'] as const
export type CreditPartRefusal = (typeof creditRefusals)[number]

/** The lines of a credit note in the bill's order, none of them nothing unless asked for, and its totals. */
export interface CreditSums {
  readonly parts: readonly CreditPart[]
  readonly totals: DocumentTotals
}

/**
 * The credit note of parts of a bill's lines. Its tax is that of its lines' categories, counted as for a bill; what is paid
 * back is what all credit notes of the bill together come to, less what those before came to. So any sequence of them ends at
 * the bill's own total: with tax inside each gives back exactly what was said, with tax added a cent that counting tax in
 * parts makes or loses is the note's rounding amount (BT-114). Refused: a line there is not (LINE_UNKNOWN), less than one
 * minor unit (CREDIT_AMOUNT), more than is left of a line or of the bill (CREDIT_TOO_MUCH with `leftMinor`).
 */
export function creditParts(
  lines: readonly CreditableLine[],
  wanted: readonly CreditPart[],
  isTaxIncluded: boolean,
): Result<CreditSums, Refusal<CreditPartRefusal>> {
  const asked = new Map<string, number>()
  for (const { lineId, amountMinor } of wanted) {
    if (!lines.some((line) => line.lineId === lineId)) return refuse('LINE_UNKNOWN', { lineId })
    if (!Number.isSafeInteger(amountMinor) || amountMinor < 1) return refuse('CREDIT_AMOUNT', { lineId })
    asked.set(lineId, (asked.get(lineId) ?? 0) + amountMinor)
  }
  if (asked.size === 0) return refuse('CREDIT_AMOUNT')
  for (const line of lines) {
    const leftMinor = Math.max(0, leftOfLine(line))
    if ((asked.get(line.lineId) ?? 0) > leftMinor) return refuse('CREDIT_TOO_MUCH', { lineId: line.lineId, leftMinor })
  }
  const parts = lines.flatMap(({ lineId }) => {
    const amountMinor = asked.get(lineId)
    return amountMinor === undefined ? [] : [{ lineId, amountMinor }]
  })
  const sums = sumsOf(lines, parts, isTaxIncluded)
  // discounts on the bill were never paid: what its lines above zero come to may be more than the bill
  const leftMinor = leftToCredit(lines, isTaxIncluded)
  if (sums.totals.payableMinor > leftMinor) return refuse('CREDIT_TOO_MUCH', { lineId: '', leftMinor })
  return ok(sums)
}

/** The credit note of all that is left of a bill, discounts and lines of nothing included. */
export function creditRest(lines: readonly CreditableLine[], isTaxIncluded: boolean): CreditSums {
  const rest = lines.map((line) => ({ lineId: line.lineId, amountMinor: leftOfLine(line) }))
  return sumsOf(lines, rest, isTaxIncluded)
}

/**
 * A sum on a whole bill, shared over what is left of its lines in proportion, so that its tax follows theirs; in the bill's
 * own pricing, as a line's. Refused as `creditParts` refuses.
 */
export function creditShared(
  lines: readonly CreditableLine[],
  amountMinor: number,
  isTaxIncluded: boolean,
): Result<CreditSums, Refusal<CreditPartRefusal>> {
  if (!Number.isSafeInteger(amountMinor) || amountMinor < 1) return refuse('CREDIT_AMOUNT')
  const weights = lines.map((line) => Math.max(0, leftOfLine(line)))
  const leftMinor = leftToCredit(lines, isTaxIncluded)
  if (amountMinor > weights.reduce((sum, one) => sum + one, 0)) return refuse('CREDIT_TOO_MUCH', { leftMinor })
  const shares = shareOut(amountMinor, weights)
  const parts = lines.map(({ lineId }, index) => ({ lineId, amountMinor: shares[index] ?? 0 }))
  return creditParts(
    lines,
    parts.filter((part) => part.amountMinor > 0),
    isTaxIncluded,
  )
}

/** What of a bill is not given back yet, as its payer pays it: with tax, whatever its pricing. Never below zero. */
export function leftToCredit(lines: readonly CreditableLine[], isTaxIncluded: boolean): number {
  const all = payableOf(lines, ({ amountMinor }) => amountMinor, isTaxIncluded)
  return Math.max(0, all - payableOf(lines, ({ creditedMinor }) => creditedMinor, isTaxIncluded))
}

function leftOfLine({ amountMinor, creditedMinor }: CreditableLine): number {
  return amountMinor - creditedMinor
}

function sumsOf(lines: readonly CreditableLine[], parts: readonly CreditPart[], isTaxIncluded: boolean): CreditSums {
  const amounts = new Map(parts.map(({ lineId, amountMinor }) => [lineId, amountMinor]))
  const own = lines.flatMap(({ lineId, tax }) => {
    const amountMinor = amounts.get(lineId)
    return amountMinor === undefined ? [] : [{ amountMinor, tax }]
  })
  const totals = addUp(own, isTaxIncluded)
  const before = payableOf(lines, ({ creditedMinor }) => creditedMinor, isTaxIncluded)
  const after = payableOf(
    lines,
    ({ lineId, creditedMinor }) => creditedMinor + (amounts.get(lineId) ?? 0),
    isTaxIncluded,
  )
  const payableMinor = after - before
  return { parts, totals: { ...totals, payableMinor, roundingMinor: payableMinor - totals.totalMinor } }
}

function payableOf(
  lines: readonly CreditableLine[],
  amountOf: (line: CreditableLine) => number,
  isTaxIncluded: boolean,
): number {
  const priced = lines.map((line) => ({ amountMinor: amountOf(line), tax: line.tax }))
  return addUp(priced, isTaxIncluded).payableMinor
}
