import type { Part } from '#shared/domain/adjustment/rows.ts'
import type { CreditableLine } from '#shared/domain/bill/credit-parts.ts'
import { creditParts, creditShared } from '#shared/domain/bill/credit-parts.ts'
import { roundedQuotient, shareOut } from '#shared/kernel/money.ts'

/** What is granted: of which line how much in its own pricing, that together, and what the customer gets by it with tax. */
export interface Grant {
  readonly lines: readonly Part[]
  readonly askedMinor: number
  readonly grantedMinor: number
}

/** A bill as a decision needs it: its lines with what was given back of each, and whether their prices have tax inside. */
export interface DecidedBill {
  readonly lines: readonly CreditableLine[]
  readonly isTaxIncluded: boolean
}

const nothing: Grant = { lines: [], askedMinor: 0, grantedMinor: 0 }

/**
 * How much of each claimed line is granted for the customer to get a sum, tax inside: never more than is claimed and left of
 * a line and of the bill. `preferred` is taken where it comes to that very sum; else the lines share it. With tax added not
 * every sum can be had: the nearest one is, the lower of two. Undefined where nothing is left that could be given.
 */
export function grantOf(
  bill: DecidedBill,
  claims: readonly Part[],
  wantedMinor: number,
  preferred: readonly Part[] = [],
): Grant | undefined {
  const left = new Map(bill.lines.map((line) => [line.lineId, line.amountMinor - line.creditedMinor]))
  const all = claims.flatMap((claim) => {
    const amountMinor = Math.min(claim.amountMinor, left.get(claim.lineId) ?? 0)
    return amountMinor > 0 ? [{ ...claim, amountMinor }] : []
  })
  if (wantedMinor <= 0) return nothing
  const weights = all.map((part) => part.amountMinor)
  const grantFor = (askedMinor: number): Grant | undefined =>
    partsGrant(bill, withShares(all, shareOut(askedMinor, weights)))
  const most = mostOf(
    weights.reduce((sum, one) => sum + one, 0),
    grantFor,
  )
  if (most === undefined || wantedMinor >= most.grantedMinor) return most
  const wished = partsGrant(bill, preferred)
  return wished?.grantedMinor === wantedMinor ? wished : nearest(wantedMinor, most, grantFor)
}

/**
 * The same for a credit that somebody asked for: of its lines, or shared over the bill where it names none. A part of it is
 * shared in the proportion that was asked for, as the core shares it.
 */
export function creditGrantOf(
  bill: DecidedBill,
  asked: { readonly askedMinor: number; readonly lines: readonly Part[] },
  wantedMinor: number,
): Grant | undefined {
  const grantFor = (askedMinor: number): Grant | undefined => {
    if (askedMinor < 1) return nothing
    if (asked.lines.length === 0) return sharedGrant(bill, askedMinor)
    const shares =
      askedMinor === asked.askedMinor
        ? asked.lines.map((part) => part.amountMinor)
        : shareOut(
            askedMinor,
            asked.lines.map((part) => part.amountMinor),
          )
    return partsGrant(bill, withShares(asked.lines, shares), askedMinor)
  }
  if (wantedMinor <= 0) return nothing
  const most = mostOf(asked.askedMinor, grantFor)
  return most === undefined || wantedMinor >= most.grantedMinor ? most : nearest(wantedMinor, most, grantFor)
}

/** The same of a top-up, which has no lines: never more than is claimed and left of it. */
export function topUpGrantOf(claimedMinor: number, leftMinor: number, wantedMinor: number): Grant | undefined {
  if (wantedMinor <= 0) return nothing
  const grantedMinor = Math.min(wantedMinor, claimedMinor, leftMinor)
  return grantedMinor > 0 ? { lines: [], askedMinor: grantedMinor, grantedMinor } : undefined
}

/** All that was asked for, or what of it still fits when part of it was given meanwhile; undefined where nothing does. */
function mostOf(askedMinor: number, grantFor: (askedMinor: number) => Grant | undefined): Grant | undefined {
  const whole = askedMinor > 0 ? grantFor(askedMinor) : undefined
  if (whole !== undefined || askedMinor <= 0) return whole
  let fits = 0
  let exceeds = askedMinor
  while (exceeds - fits > 1) {
    const between = Math.floor((fits + exceeds) / 2)
    if (grantFor(between) === undefined) exceeds = between
    else fits = between
  }
  return fits === 0 ? undefined : grantFor(fits)
}

/** Rounding moves a sum by a cent or two: those around the proportion are tried, and the nearest one is taken. */
function nearest(wantedMinor: number, whole: Grant, grantFor: (askedMinor: number) => Grant | undefined): Grant {
  const about = roundedQuotient(whole.askedMinor * wantedMinor, whole.grantedMinor)
  const tried = [0, -1, 1, -2, 2].flatMap((off) => {
    const askedMinor = Math.min(Math.max(0, about + off), whole.askedMinor)
    return grantFor(askedMinor) ?? []
  })
  const off = (one: Grant): number => Math.abs(one.grantedMinor - wantedMinor)
  return tried.toSorted((a, b) => off(a) - off(b) || a.grantedMinor - b.grantedMinor)[0] ?? nothing
}

function withShares(parts: readonly Part[], shares: readonly number[]): readonly Part[] {
  return parts.flatMap(({ lineId }, at) => {
    const amountMinor = shares[at] ?? 0
    return amountMinor > 0 ? [{ lineId, amountMinor }] : []
  })
}

function partsGrant({ lines, isTaxIncluded }: DecidedBill, parts: readonly Part[], said?: number): Grant | undefined {
  if (parts.length === 0) return undefined
  const sums = creditParts(lines, parts, isTaxIncluded)
  const askedMinor = said ?? parts.reduce((sum, part) => sum + part.amountMinor, 0)
  return sums.ok ? { lines: parts, askedMinor, grantedMinor: sums.value.totals.payableMinor } : undefined
}

function sharedGrant({ lines, isTaxIncluded }: DecidedBill, askedMinor: number): Grant | undefined {
  const sums = creditShared(lines, askedMinor, isTaxIncluded)
  return sums.ok ? { lines: sums.value.parts, askedMinor, grantedMinor: sums.value.totals.payableMinor } : undefined
}
