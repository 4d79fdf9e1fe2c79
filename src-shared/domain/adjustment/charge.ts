import { addUp } from '#shared/domain/billing/document.ts'
import type { Tax } from '#shared/domain/billing/taxes.ts'

/** What a charge comes to for the customer, tax inside; `askedMinor` is in the account's own pricing. */
export function chargeMinor(askedMinor: number, tax: Tax, isTaxIncluded: boolean): number {
  return addUp([{ amountMinor: askedMinor, tax }], isTaxIncluded).payableMinor
}

/** The id of the charge that an adjustment puts on the next bill: a charge itself, or a credit that was taken back. */
export function chargeIdOf(adjustmentId: string, kind: string): string {
  return `${adjustmentId}:${kind === 'charge' ? 'charge' : 'back'}`
}
