import type { IsoDate } from '#shared/kernel/date.ts'
import { addDays } from '#shared/kernel/date.ts'
import { addUp } from '#shared/domain/billing/document.ts'
import { leftToCredit } from '#shared/domain/bill/credit-parts.ts'
import { collectableAmount, heldAmount } from './collectable.ts'
import type { DecidedBill, Grant } from './grant.ts'

/** A bill and what of it is disputed, before a decision. */
export interface StandsFacts extends DecidedBill {
  readonly openMinor: number
  readonly dueDate: IsoDate
  readonly today: IsoDate
  /** What is claimed by the dispute that is decided; 0 for a credit without one. */
  readonly claimedMinor: number
  /** What other open disputes of the same bill claim. */
  readonly otherClaims: readonly number[]
  readonly newDueDays: number
}

/** How a bill stands: what it comes to, tax in it, what may be collected and since or until when, what is held out. */
export interface Stands {
  readonly billMinor: number
  readonly taxMinor: number
  readonly dueMinor: number
  readonly isOverdue: boolean
  readonly dueOn: IsoDate
  readonly heldMinor: number
  /** What of the claim stays to be paid, due anew on `restOn`. */
  readonly restMinor: number
  readonly restOn: IsoDate
  /** What the customer gets beyond what is open: to the good. */
  readonly creditMinor: number
}

/** A bill before and after a decision that grants so much of it. */
export function beforeAfter(facts: StandsFacts, grant: Grant): { readonly now: Stands; readonly after: Stands } {
  const { openMinor, otherClaims, claimedMinor, today, dueDate } = facts
  const claims = claimedMinor > 0 ? [...otherClaims, claimedMinor] : otherClaims
  const shared = { isOverdue: dueDate < today, dueOn: dueDate, restOn: addDays(today, facts.newDueDays) }
  const now: Stands = {
    ...{ ...shared, ...sumsOf(facts), restMinor: 0, creditMinor: 0 },
    dueMinor: collectableAmount(openMinor, claims),
    heldMinor: heldAmount(openMinor, claims),
  }
  const leftOpen = Math.max(0, openMinor - grant.grantedMinor)
  const collectable = collectableAmount(leftOpen, otherClaims)
  const restMinor = Math.max(0, Math.min(collectable, collectable - now.dueMinor))
  const after: Stands = {
    ...{ ...shared, ...sumsOf(credited(facts, grant)), restMinor },
    dueMinor: collectable - restMinor,
    heldMinor: heldAmount(leftOpen, otherClaims),
    creditMinor: Math.max(0, grant.grantedMinor - openMinor),
  }
  return { now, after }
}

function credited(bill: DecidedBill, { lines }: Grant): DecidedBill {
  const more = new Map(lines.map(({ lineId, amountMinor }) => [lineId, amountMinor]))
  return {
    ...bill,
    lines: bill.lines.map((line) => ({ ...line, creditedMinor: line.creditedMinor + (more.get(line.lineId) ?? 0) })),
  }
}

function sumsOf({ lines, isTaxIncluded }: DecidedBill) {
  const left = lines.map((line) => ({ amountMinor: line.amountMinor - line.creditedMinor, tax: line.tax }))
  return { billMinor: leftToCredit(lines, isTaxIncluded), taxMinor: addUp(left, isTaxIncluded).taxMinor }
}
