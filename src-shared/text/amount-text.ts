import { formatMoney, money } from '#shared/kernel/money.ts'
import type { Reader } from './translate.ts'
import { locales } from './translate.ts'
import { numberFormat } from '#shared/kernel/formats.ts'

/** An amount in the reader's currency, as a column of amounts has it. */
export function moneyText(amountMinor: number, reader: Reader): string {
  return formatMoney(money(amountMinor, reader.currency), locales[reader.language])
}

/** Millionths of the currency with as many decimals as the price needs, two at least. */
export function microText(amountMicro: number, reader: Reader): string {
  const format = { minimumFractionDigits: 2, maximumFractionDigits: 6 }
  return numberFormat(locales[reader.language], format)
    .format(amountMicro / 1_000_000)
    .replace('-', '−')
}

/** A rate in basis points as people write it: 20, 5.5. */
export function percentText(basisPoints: number, reader: Reader): string {
  return numberFormat(locales[reader.language], { maximumFractionDigits: 2 }).format(basisPoints / 100)
}
