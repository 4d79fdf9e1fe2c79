import type { Seller } from '#shared/domain/catalogue/policies.ts'
import type { BilledUse } from '#shared/domain/rating/rows.ts'
import type { IsoDate } from '#shared/kernel/date.ts'
import type { BillLineRow, BillRow, BillTaxRow } from './rows.ts'

/** Who gets the bill (EN 16931, BG-7). What is not known is ''; a number that there is none of is null. */
export interface Buyer {
  readonly name: string
  readonly street: string
  readonly postalCode: string
  readonly town: string
  readonly country: string
  readonly email: string
  /** Of a company. */
  readonly registerNumber: string | null
  readonly vatNumber: string | null
  /** The company's own reference (BT-13), '' none. */
  readonly purchaseOrder: string
  /** What we know the payer by: of the bill's number, and BT-10. */
  readonly accountNumber: string
}

/** A usage record as a bill lists it, under the line it is on. */
export interface BillUse extends BilledUse {
  readonly lineId: string
}

/**
 * A bill or credit note with all that its documents say: PDF and UBL are made of this and nothing else. `users` has a name
 * for each `user_id` of the lines, `phones` the number of a product that has one.
 */
export interface BillDocument {
  readonly bill: BillRow
  /** In their order. */
  readonly lines: readonly BillLineRow[]
  readonly taxes: readonly BillTaxRow[]
  readonly seller: Seller
  readonly buyer: Buyer
  /** The bill that a credit note takes back, or that a rebill replaces (BG-3). */
  readonly about: { readonly number: string; readonly date: IsoDate } | null
  readonly users: Readonly<Record<string, string>>
  readonly phones: Readonly<Record<string, string>>
  /** Credit of the customer that the bill took when it was made (BT-113), minor units. */
  readonly creditMinor: number
  /** The records behind its lines, as far as they are at hand; fewer than its lines count is said on the paper. */
  readonly usage: readonly BillUse[]
}

/** What is left of the total after the customer's credit: BT-115, minor units. */
export function dueOf({ bill, creditMinor }: Pick<BillDocument, 'bill' | 'creditMinor'>): number {
  return bill.payable_minor - creditMinor
}
