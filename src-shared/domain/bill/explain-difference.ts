import { usageKind, usageKinds, lineName } from './line-kinds.ts'
import type { BillLineRow } from './rows.ts'

/** What makes bills differ, as people say it; each is a word `bill.part.KIND` of text/. */
export const differenceKinds = [
  ...usageKinds,
  'partMonth',
  'wholeMonth',
  'fee',
  'newFee',
  'endedFee',
  'price',
  'discount',
  'oneTime',
  'correction',
  'tax',
] as const
export type DifferenceKind = (typeof differenceKinds)[number]

/** One part of a difference, minor units; above zero it makes the bill dearer. */
export interface DifferencePart {
  readonly kind: DifferenceKind
  readonly amountMinor: number
}

/** What of a bill its explanation needs. */
export interface ExplainedBill {
  readonly payableMinor: number
  readonly lines: readonly ExplainedLine[]
}

export type ExplainedLine = Pick<
  BillLineRow,
  'kind' | 'user_id' | 'product_id' | 'charge_id' | 'name' | 'is_correction' | 'days' | 'of_days' | 'amount_minor'
>

export interface Explanation {
  /** What the bill is dearer by; the whole of it where there is none to compare. */
  readonly differenceMinor: number
  /** The largest first; they add up to the difference. */
  readonly parts: readonly DifferencePart[]
}

/**
 * Why a bill is dearer or cheaper than another one, or what the first one is made of: rows of which the sentence to read
 * aloud is made. Usage is told by kind; a fee by what became of it: a part of a month, a whole one again, new, ended, at
 * another price. Tax that is added to prices, and cents of rounding, are one part. The parts always add up.
 */
export function explainDifference(bill: ExplainedBill, other: ExplainedBill | undefined): Explanation {
  const sums = new Map<DifferenceKind, number>()
  const add = (kind: DifferenceKind, amountMinor: number): void => {
    sums.set(kind, (sums.get(kind) ?? 0) + amountMinor)
  }
  for (const line of bill.lines) if (!isFee(line)) add(kindOf(line), line.amount_minor)
  for (const line of other?.lines ?? []) if (!isFee(line)) add(kindOf(line), -line.amount_minor)
  const [now, before] = [feesOf(bill.lines), feesOf(other?.lines ?? [])]
  for (const key of new Set([...now.keys(), ...before.keys()])) {
    const [fee, was] = [now.get(key), before.get(key)]
    add(
      other ? changeOf(fee, was) : fee?.isPart ? 'partMonth' : 'fee',
      (fee?.amountMinor ?? 0) - (was?.amountMinor ?? 0),
    )
  }
  const differenceMinor = bill.payableMinor - (other?.payableMinor ?? 0)
  add('tax', differenceMinor - [...sums.values()].reduce((all, one) => all + one, 0))
  const parts = [...sums].flatMap(([kind, amountMinor]) => (amountMinor === 0 ? [] : [{ kind, amountMinor }]))
  return { differenceMinor, parts: parts.toSorted(byWeight) }
}

/** Parts as they are said: at most so many by name, the small ones together. They still add up. */
export function spokenParts(
  parts: readonly DifferencePart[],
  atMost = 3,
): readonly { readonly kind: DifferenceKind | 'rest'; readonly amountMinor: number }[] {
  if (parts.length <= atMost) return parts
  const rest = parts.slice(atMost - 1)
  return [
    ...parts.slice(0, atMost - 1),
    { kind: 'rest', amountMinor: rest.reduce((all, { amountMinor }) => all + amountMinor, 0) },
  ]
}

interface Fee {
  readonly amountMinor: number
  readonly isPart: boolean
}

function isFee({ kind, is_correction }: ExplainedLine): boolean {
  return kind === 'recurring' && is_correction === 0
}

/** The kind of what is no fee. */
function kindOf(line: ExplainedLine): DifferenceKind {
  if (line.is_correction !== 0) return 'correction'
  const name = lineName(line)
  if (name.of === 'rerated' || name.of === 'reversed') return 'correction'
  if (name.of === 'usage') return usageKind(name.type, name.zone)
  return line.kind === 'discount' ? 'discount' : 'oneTime'
}

/** Fees by what is charged: the same charge on both bills is one thing. */
function feesOf(lines: readonly ExplainedLine[]): ReadonlyMap<string, Fee> {
  const fees = new Map<string, Fee>()
  for (const line of lines) {
    if (!isFee(line)) continue
    const key = line.charge_id ?? `${line.user_id} ${line.product_id ?? ''} ${line.name}`
    const known = fees.get(key)
    const isPart = line.days !== line.of_days
    fees.set(key, {
      amountMinor: (known?.amountMinor ?? 0) + line.amount_minor,
      isPart: (known?.isPart ?? false) || isPart,
    })
  }
  return fees
}

function changeOf(fee: Fee | undefined, was: Fee | undefined): DifferenceKind {
  if (fee?.isPart) return 'partMonth'
  if (fee === undefined) return 'endedFee'
  if (was === undefined) return 'newFee'
  return was.isPart ? 'wholeMonth' : 'price'
}

function byWeight(a: DifferencePart, b: DifferencePart): number {
  return (
    Math.abs(b.amountMinor) - Math.abs(a.amountMinor) ||
    differenceKinds.indexOf(a.kind) - differenceKinds.indexOf(b.kind)
  )
}
