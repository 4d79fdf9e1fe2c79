import { z } from 'zod'
import type { AdjustmentRow, Part } from '#shared/domain/adjustment/rows.ts'
import { partsSchema } from '#shared/domain/adjustment/rows.ts'
import type { CreditableLine } from '#shared/domain/bill/credit-parts.ts'
import { creditParts, creditShared } from '#shared/domain/bill/credit-parts.ts'
import { shareOut } from '#shared/kernel/money.ts'

/** The lines of a part of what was asked for: as they were, or in proportion. */
export function partOf(row: Pick<AdjustmentRow, 'lines' | 'asked_minor'>, askedMinor: number): readonly Part[] {
  const parts = partsSchema.parse(z.json().parse(JSON.parse(row.lines)))
  if (parts.length === 0 || askedMinor === row.asked_minor) return parts
  const shares = shareOut(
    askedMinor,
    parts.map((part) => part.amountMinor),
  )
  return parts.flatMap((part, index) => {
    const amountMinor = shares[index] ?? 0
    return amountMinor > 0 ? [{ ...part, amountMinor }] : []
  })
}

/** What the customer gets by it, tax inside; 0 for nothing. Refused where the bill's lines do not have so much left. */
export function sumsOf(
  lines: readonly CreditableLine[],
  parts: readonly Part[],
  askedMinor: number,
  isTaxIncluded: boolean,
) {
  if (askedMinor === 0) return { ok: true as const, value: 0 }
  const sums =
    parts.length > 0 ? creditParts(lines, parts, isTaxIncluded) : creditShared(lines, askedMinor, isTaxIncluded)
  return sums.ok ? { ok: true as const, value: sums.value.totals.payableMinor } : sums
}
