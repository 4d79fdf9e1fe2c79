import type { CreditPart, CreditPartRefusal } from '#shared/domain/bill/credit-parts.ts'
import { creditParts, creditShared } from '#shared/domain/bill/credit-parts.ts'
import type { CreditReason } from '#shared/domain/bill/rows.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import type { Unit } from '#core/sync/handler.ts'
import type { CreditNote } from './write-credit-note.ts'
import { noteOnRecord, readCreditable, writeCreditNote } from './write-credit-note.ts'

/** A credit of a bill. `id` becomes the credit note's and makes it count once; `on` is the day it is booked. */
export interface CreditFacts {
  readonly id: string
  readonly billId: string
  readonly on: IsoDate
  /** Not a correction, which takes the whole bill back: `creditBill`. */
  readonly reason: Exclude<CreditReason, 'correction'>
}

export type CreditRefusal = 'BILL_UNKNOWN' | 'BILL_CREDITED'
export type CreditLinesRefusal = CreditRefusal | CreditPartRefusal

/**
 * Gives back parts of a bill's lines by a credit note, each in its line's own pricing (with tax inside where the bill has
 * it so, else before tax). What is still open of the bill gets less first, and the rest is the customer's credit, which the
 * next bill takes. What was billed stays billed. The same id again gives the same note and changes nothing. Refused:
 * BILL_UNKNOWN for what is no bill, BILL_CREDITED where nothing of it is left, LINE_UNKNOWN, CREDIT_AMOUNT below one minor
 * unit, CREDIT_TOO_MUCH (`leftMinor`) beyond what is left of a line, or of the bill where discounts stand on it.
 */
export async function creditLines(
  unit: Unit,
  facts: CreditFacts & { readonly parts: readonly CreditPart[] },
): Promise<Result<CreditNote, Refusal<CreditLinesRefusal>>> {
  return credit(unit, facts, (lines, isTaxIncluded) => creditParts(lines, facts.parts, isTaxIncluded))
}

/**
 * Gives back a sum of a bill without naming a line: shared over what is left of its lines in proportion, so that its tax
 * follows theirs. In the bill's own pricing, and else as `creditLines`.
 */
export async function creditAmount(
  unit: Unit,
  facts: CreditFacts & { readonly amountMinor: number },
): Promise<Result<CreditNote, Refusal<CreditLinesRefusal>>> {
  return credit(unit, facts, (lines, isTaxIncluded) => creditShared(lines, facts.amountMinor, isTaxIncluded))
}

async function credit(
  unit: Unit,
  { id, billId, on, reason }: CreditFacts,
  sumsOf: (...of: readonly [Parameters<typeof creditParts>[0], boolean]) => ReturnType<typeof creditParts>,
): Promise<Result<CreditNote, Refusal<CreditLinesRefusal>>> {
  const found = await readCreditable(unit, billId)
  // asked once the bill is locked: the same credit may be on its way twice at once
  const known = await noteOnRecord(unit, id)
  if (known) return ok(known)
  if (!found) return refuse('BILL_UNKNOWN')
  const { bill, lines } = found
  if (bill.credited_by !== null) return refuse('BILL_CREDITED', { by: bill.credited_by })
  const sums = sumsOf(lines, bill.tax_included === 1)
  return sums.ok ? ok(await writeCreditNote(unit, found, sums.value, { id, on, reason })) : sums
}
