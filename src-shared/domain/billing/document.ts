import { taxOn, withoutTax } from './tax-sums.ts'
import type { Tax } from './taxes.ts'

/** A line before its document is made: `amountMinor` as priced, with or without tax as the document has it. */
export interface PricedLine {
  readonly amountMinor: number
  readonly tax: Tax
}

/** The totals of one category and rate (EN 16931, BG-23). */
export interface TaxTotal extends Tax {
  /** BT-116, the sum of the nets of its lines. */
  readonly taxableMinor: number
  /** BT-117. */
  readonly taxMinor: number
}

/** The totals of a bill or credit note, minor units, and each line's net (BT-131) in the order of the lines. */
export interface DocumentTotals {
  readonly lineNets: readonly number[]
  readonly taxes: readonly TaxTotal[]
  /** BT-106 and, because we write discounts as lines, BT-109. */
  readonly netMinor: number
  /** BT-110. */
  readonly taxMinor: number
  /** BT-112. */
  readonly totalMinor: number
  /** BT-114: what prices with tax inside are off the tax counted on their sum; always nothing when tax is added. */
  readonly roundingMinor: number
  /** BT-115 before what was paid: with tax inside, exactly the sum of the prices. */
  readonly payableMinor: number
}

/**
 * Adds a document up as EN 16931 has it: lines are rounded first, cents are added exactly, tax is counted once for each
 * category and rate (BR-CO-10, 13 to 17). With tax inside (persons), the net of a category is taken from the sum of its
 * prices and shared over its lines; where net and tax do not meet that sum to the cent, the difference is the document's
 * rounding amount, so that the customer pays the prices as they were said.
 */
export function addUp(lines: readonly PricedLine[], isTaxIncluded: boolean): DocumentTotals {
  const lineNets = lines.map(({ amountMinor }) => amountMinor)
  const taxes: TaxTotal[] = []
  for (const [tax, places] of byTax(lines)) {
    const amounts = places.map((place) => lines[place]?.amountMinor ?? 0)
    const sum = amounts.reduce((all, one) => all + one, 0)
    const taxableMinor = isTaxIncluded ? withoutTax(sum, tax.basisPoints) : sum
    if (isTaxIncluded) {
      const shares = netsOf(amounts, tax.basisPoints, taxableMinor)
      for (const [index, place] of places.entries()) lineNets[place] = shares[index] ?? 0
    }
    taxes.push({ ...tax, taxableMinor, taxMinor: taxOn(taxableMinor, tax.basisPoints) })
  }
  const netMinor = taxes.reduce((all, one) => all + one.taxableMinor, 0)
  const taxMinor = taxes.reduce((all, one) => all + one.taxMinor, 0)
  const payableMinor = isTaxIncluded ? lines.reduce((all, one) => all + one.amountMinor, 0) : netMinor + taxMinor
  const totalMinor = netMinor + taxMinor
  return { lineNets, taxes, netMinor, taxMinor, totalMinor, roundingMinor: payableMinor - totalMinor, payableMinor }
}

/** Nets of single lines that add up to the net of their sum; each is within a cent of its own. */
function netsOf(amounts: readonly number[], basisPoints: number, total: number): readonly number[] {
  const own = amounts.map((amount) => withoutTax(amount, basisPoints))
  const off = total - own.reduce((all, one) => all + one, 0)
  if (off === 0) return own
  // the cents that rounding each line lost or made go to the largest lines, where they weigh least
  const order = amounts.map((_, index) => index).toSorted((a, b) => size(amounts, b) - size(amounts, a) || a - b)
  const corrected = [...own]
  for (const place of order.slice(0, Math.abs(off))) corrected[place] = (own[place] ?? 0) + Math.sign(off)
  return corrected
}

function size(amounts: readonly number[], place: number): number {
  return Math.abs(amounts[place] ?? 0)
}

/** Lines by category and rate, in the order EN 16931's list has the categories, the higher rate first. */
function byTax(lines: readonly PricedLine[]): readonly (readonly [Tax, readonly number[]])[] {
  const groups = new Map<string, { readonly tax: Tax; readonly places: number[] }>()
  for (const [place, { tax }] of lines.entries()) {
    const key = `${tax.category} ${tax.basisPoints}`
    const group = groups.get(key)
    if (group) group.places.push(place)
    else groups.set(key, { tax: { category: tax.category, basisPoints: tax.basisPoints }, places: [place] })
  }
  return [...groups.values()]
    .toSorted((a, b) => b.tax.basisPoints - a.tax.basisPoints || (a.tax.category < b.tax.category ? -1 : 1))
    .map(({ tax, places }) => [tax, places])
}
