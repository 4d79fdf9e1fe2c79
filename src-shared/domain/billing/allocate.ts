import type { IsoDate } from '#shared/kernel/date.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'

/** A bill with something left to pay. */
export interface OpenItem {
  readonly billId: string
  readonly dueOn: IsoDate
  readonly openMinor: number
  /** What of it takes money that is not told for it: the rest is disputed and held (ADR 0056). Without it all that is open. */
  readonly takesMinor?: number
}

/** Which bill gets how much of a payment. */
export interface Allocation {
  readonly billId: string
  readonly amountMinor: number
}

export const allocationRefusals = ['ALLOCATION_UNKNOWN_BILL', 'ALLOCATION_TOO_MUCH'] as const
export type AllocationRefusal = (typeof allocationRefusals)[number]

/**
 * Shares a payment out: as the payer says, or oldest due first (standards.md 7.6), held parts left out; what no bill takes
 * becomes credit. What is told for a bill pays it, disputed or not, its undisputed part first. A
 * payer may not put more on a bill than is open, nor more on all than was paid.
 */
export function allocate(
  amountMinor: number,
  open: readonly OpenItem[],
  told: readonly Allocation[] | null,
): Result<{ readonly allocations: readonly Allocation[]; readonly creditMinor: number }, Refusal<AllocationRefusal>> {
  const allocations = told === null ? oldestFirst(amountMinor, open) : merged(told)
  for (const { billId, amountMinor: one } of allocations) {
    const item = open.find((each) => each.billId === billId)
    if (!item) return refuse('ALLOCATION_UNKNOWN_BILL', { billId })
    if (one > item.openMinor) return refuse('ALLOCATION_TOO_MUCH', { billId, openMinor: item.openMinor })
  }
  const creditMinor = allocations.reduce((left, one) => left - one.amountMinor, amountMinor)
  if (creditMinor < 0) return refuse('ALLOCATION_TOO_MUCH', { billId: '', openMinor: amountMinor })
  return ok({ allocations, creditMinor })
}

function oldestFirst(amountMinor: number, open: readonly OpenItem[]): readonly Allocation[] {
  let left = amountMinor
  const order = open.toSorted((a, b) => compare(a.dueOn, b.dueOn) || compare(a.billId, b.billId))
  return order.flatMap(({ billId, openMinor, takesMinor = openMinor }) => {
    const take = Math.min(left, takesMinor)
    left -= take
    return take > 0 ? [{ billId, amountMinor: take }] : []
  })
}

function merged(told: readonly Allocation[]): readonly Allocation[] {
  const sums = new Map<string, number>()
  for (const { billId, amountMinor } of told) sums.set(billId, (sums.get(billId) ?? 0) + amountMinor)
  return [...sums].map(([billId, amountMinor]) => ({ billId, amountMinor }))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
