import { roundedQuotient } from '#shared/kernel/money.ts'

/** What is before tax of a price that has it inside: price x 100 / (100 + rate), half away from zero. Basis points. */
export function withoutTax(grossMinor: number, basisPoints: number): number {
  return roundedQuotient(grossMinor * 10_000, 10_000 + basisPoints)
}

/** The tax on a taxable amount: amount x rate / 100, half away from zero (EN 16931, BR-CO-17). Basis points. */
export function taxOn(taxableMinor: number, basisPoints: number): number {
  return roundedQuotient(taxableMinor * basisPoints, 10_000)
}
