import { currencySchema, money, share } from '#shared/kernel/money.ts'
import type { PriceListRow } from './rows.ts'

/** A price with tax as a company pays it, without: minor units, rounded as each part of a quote is. */
export function netOf(
  grossMinor: number,
  { tax_basis_points: tax, currency }: Pick<PriceListRow, 'tax_basis_points' | 'currency'>,
): number {
  return share(money(grossMinor, currencySchema.parse(currency)), 10_000, 10_000 + tax).amountMinor
}
