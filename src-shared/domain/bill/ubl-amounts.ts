import { currencySchema, minorDigits } from '#shared/kernel/money.ts'
import type { XmlElement } from '#shared/kernel/xml.ts'
import { element } from '#shared/kernel/xml.ts'

/** An amount of the document in its currency, with as many decimals as that has. */
export function amountOf(name: string, amountMinor: number, currency: string): XmlElement {
  return element(`cbc:${name}`, decimal(amountMinor, minorDigits[currencySchema.parse(currency)]), {
    currencyID: currency,
  })
}

/** Codes of the reasons for no tax (VATEX, BT-121); the exempt one has none of its own and says it in words. */
const reasonCodes: Readonly<Record<string, string>> = {
  AE: 'VATEX-EU-AE',
  K: 'VATEX-EU-IC',
  G: 'VATEX-EU-G',
  O: 'VATEX-EU-O',
}

/** A category with its rate, and in a tax total with the reason for no tax. What is not subject to tax has no rate. */
export function taxCategory(
  name: string,
  category: string,
  basisPoints: number,
  exemption?: (category: string) => string,
): XmlElement {
  const isReasoned = exemption !== undefined && category !== 'S' && category !== 'Z'
  const code = isReasoned ? (reasonCodes[category] ?? '') : ''
  const reason = isReasoned ? exemption(category) : ''
  return element(name, [
    element('cbc:ID', category),
    category === 'O' ? null : element('cbc:Percent', decimal(basisPoints, 2)),
    code === '' ? null : element('cbc:TaxExemptionReasonCode', code),
    reason === '' ? null : element('cbc:TaxExemptionReason', reason),
    element('cac:TaxScheme', [element('cbc:ID', 'VAT')]),
  ])
}

/** A whole number of hundredths (or of whole ones) in decimals, by its figures: no division, no rounding. */
function decimal(minor: number, digits: number): string {
  const figures = String(Math.abs(minor)).padStart(digits + 1, '0')
  const sign = minor < 0 ? '-' : ''
  if (digits === 0) return `${sign}${figures}`
  return `${sign}${figures.slice(0, -digits)}.${figures.slice(-digits)}`
}
