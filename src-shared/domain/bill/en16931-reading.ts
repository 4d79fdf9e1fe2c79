import type { XmlElement } from '#shared/kernel/xml.ts'

/** A rule by its id in the standard. */
export interface Rule {
  readonly id: string
  readonly holds: (document: Reading) => boolean
}

/** A tax category with its rate as it stands; an amount is a whole number of `unit`, undefined where there is none to read. */
export interface CategoryReading {
  readonly code: string
  readonly percent: string | undefined
  readonly hasReason: boolean
}

export interface AmountReading {
  readonly categories: readonly CategoryReading[]
  readonly amount: bigint | undefined
}

/** A document of UBL 2.1 as the rules look at it. */
export interface Reading {
  readonly root: XmlElement
  readonly isNote: boolean
  /** Lines (BG-25): BT-131 and categories. */
  readonly lines: readonly (AmountReading & { readonly element: XmlElement })[]
  /** Allowances and charges of the document (BG-20, BG-21). */
  readonly allowances: readonly AmountReading[]
  readonly charges: readonly AmountReading[]
  /** BG-23: BT-116, BT-117 and category. */
  readonly subtotals: readonly (AmountReading & { readonly tax: bigint | undefined })[]
  readonly total: (name: string) => bigint | undefined
  readonly has: (path: string) => boolean
}

/** Amounts are counted in hundredths; BR-DEC allows no more decimals. */
const unit = 2

export function readingOf(root: XmlElement): Reading | undefined {
  const type = /^(?:\w+:)?(Invoice|CreditNote)$/.exec(root.name)?.[1]
  if (type === undefined) return undefined
  const isNote = type === 'CreditNote'
  const adjustments = (indicator: string): readonly AmountReading[] =>
    all(root, 'cac:AllowanceCharge')
      .filter((one) => textAt(one, 'cbc:ChargeIndicator') === indicator)
      .map((one) => ({ categories: categoriesOf(one, 'cac:TaxCategory'), amount: amountAt(one, 'cbc:Amount') }))
  return {
    root,
    isNote,
    lines: all(root, isNote ? 'cac:CreditNoteLine' : 'cac:InvoiceLine').map((line) => ({
      element: line,
      categories: categoriesOf(line, 'cac:Item/cac:ClassifiedTaxCategory'),
      amount: amountAt(line, 'cbc:LineExtensionAmount'),
    })),
    allowances: adjustments('false'),
    charges: adjustments('true'),
    subtotals: all(root, 'cac:TaxTotal/cac:TaxSubtotal').map((one) => ({
      categories: categoriesOf(one, 'cac:TaxCategory'),
      amount: amountAt(one, 'cbc:TaxableAmount'),
      tax: amountAt(one, 'cbc:TaxAmount'),
    })),
    total: (name) => amountAt(root, `cac:LegalMonetaryTotal/cbc:${name}`),
    has: (path) => (textAt(root, path) ?? '').trim() !== '',
  }
}

/** Elements at a path of names, each step to every child of that name. */
export function all(from: XmlElement, path: string): readonly XmlElement[] {
  return path
    .split('/')
    .reduce<readonly XmlElement[]>(
      (found, name) => found.flatMap((one) => one.children.filter((child) => child.name === name)),
      [from],
    )
}

export function textAt(from: XmlElement, path: string): string | undefined {
  return all(from, path)[0]?.text
}

export function amountAt(from: XmlElement, path: string): bigint | undefined {
  return wholeOf(textAt(from, path), unit)
}

/** A decimal as a whole number of 10^-digits; undefined for what is no decimal or has more digits than that. */
export function wholeOf(text: string | undefined, digits: number): bigint | undefined {
  const [, sign, whole, fraction = ''] = /^([+-]?)([0-9]+)(?:\.([0-9]*))?$/.exec(text?.trim() ?? '') ?? []
  if (whole === undefined || fraction.replace(/0+$/, '').length > digits) return undefined
  const value = BigInt(`${whole}${fraction.slice(0, digits).padEnd(digits, '0')}`)
  return sign === '-' ? -value : value
}

/** The sum; undefined as soon as one part is. */
export function sumOf(amounts: readonly (bigint | undefined)[]): bigint | undefined {
  return amounts.reduce<bigint | undefined>(
    (sum, amount) => (sum === undefined || amount === undefined ? undefined : sum + amount),
    0n,
  )
}

/** Half away from zero, exactly. */
export function quotient(numerator: bigint, denominator: bigint): bigint {
  const rounded = ((numerator < 0n ? -numerator : numerator) * 2n + denominator) / (denominator * 2n)
  return numerator < 0n ? -rounded : rounded
}

function categoriesOf(from: XmlElement, path: string): readonly CategoryReading[] {
  return all(from, path)
    .filter((one) => textAt(one, 'cac:TaxScheme/cbc:ID') === 'VAT')
    .map((one) => ({
      code: textAt(one, 'cbc:ID') ?? '',
      percent: textAt(one, 'cbc:Percent'),
      hasReason: ['cbc:TaxExemptionReason', 'cbc:TaxExemptionReasonCode'].some(
        (name) => (textAt(one, name) ?? '') !== '',
      ),
    }))
}
