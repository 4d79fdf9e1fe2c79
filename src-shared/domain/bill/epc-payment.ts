import type { Currency } from '#shared/kernel/money.ts'

export interface EpcPayment {
  readonly name: string
  readonly iban: string
  readonly bic: string | null
  readonly amountMinor: number
  readonly currency: Currency
  /** A creditor reference, or words where there is none. */
  readonly reference: string | undefined
  readonly words: string
}

/**
 * What a bank's program reads from the QR code of a SEPA transfer (EPC069-12, version 002, UTF-8; error correction M).
 * Undefined where the standard has no code for it: another currency than the euro, an amount below 0.01 or above
 * 999,999,999.99, a name or words too long, or more than the 331 bytes a code may hold.
 */
export function epcPayment({
  name,
  iban,
  bic,
  amountMinor,
  currency,
  reference,
  words,
}: EpcPayment): string | undefined {
  if (currency !== 'EUR' || amountMinor < 1 || amountMinor > 99_999_999_999) return undefined
  if (name.length > 70 || words.length > 140 || /[\r\n]/.test(name + words)) return undefined
  const amount = `EUR${Math.floor(amountMinor / 100)}.${String(amountMinor % 100).padStart(2, '0')}`
  const text = ['BCD', '002', '1', 'SCT', bic ?? '', name, iban, amount, '', reference ?? '', reference ? '' : words]
    .join('\n')
    .replace(/\n+$/, '')
  return bytesOf(text) <= 331 ? text : undefined
}

/** How long a text is in UTF-8. */
function bytesOf(text: string): number {
  return encodeURIComponent(text.toWellFormed()).replace(/%../g, '.').length
}
