import type { Allowance } from './plan.ts'
import type { UsageType } from './usage-record.ts'

/** What is left of an allowance in a period. `productId` '' is shared by all lines of the payer. */
export interface OpenAllowance {
  readonly id: string
  readonly productId: string
  readonly type: UsageType
  readonly zones: readonly string[]
  /** Granted in this period; null without end. */
  readonly granted: number | null
  /** Brought along from the period before: used first, gone at the end. */
  readonly rolled: number
  readonly used: number
  readonly rollsOver: boolean
  readonly fairUseUnits: number | null
}

/** The allowances of a period: each line's own and the shared ones, with what the period before left of them. */
export function openAllowances(
  lines: readonly { readonly productId: string; readonly allowances: readonly Allowance[] }[],
  before: readonly OpenAllowance[],
): readonly OpenAllowance[] {
  return lines
    .flatMap(({ productId, allowances }) =>
      allowances.map((one): OpenAllowance => {
        const id = one.isShared ? `${productId}:${one.id}` : one.id
        const owner = one.isShared ? '' : productId
        const last = before.find((each) => each.id === id && each.productId === owner)
        return {
          id,
          productId: owner,
          type: one.type,
          zones: one.zones,
          granted: one.units,
          rolled: last && one.rollsOver ? unusedGrant(last) : 0,
          used: 0,
          rollsOver: one.rollsOver,
          fairUseUnits: one.fairUseUnits,
        }
      }),
    )
    .toSorted(byOrderOfUse)
}

/** Own before shared, so that one line does not eat what others could use; then by name, the same every time. */
function byOrderOfUse(a: OpenAllowance, b: OpenAllowance): number {
  if ((a.productId === '') !== (b.productId === '')) return a.productId === '' ? 1 : -1
  return compare(a.id, b.id) || compare(a.productId, b.productId)
}

/** What may still be used; never below zero. */
export function leftOf({ granted, rolled, used }: OpenAllowance): number {
  return granted === null ? Number.POSITIVE_INFINITY : granted + rolled - used
}

/** What rolls over: of this period's grant only, because what was brought along is used first and then gone. */
export function unusedGrant(allowance: OpenAllowance): number {
  if (!allowance.rollsOver || allowance.granted === null) return 0
  return Math.max(0, Math.min(allowance.granted, leftOf(allowance)))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
