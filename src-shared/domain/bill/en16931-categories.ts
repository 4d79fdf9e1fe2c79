import type { AmountReading, Reading, Rule } from './en16931-reading.ts'
import { quotient, sumOf, wholeOf } from './en16931-reading.ts'

/** How the standard's families of category rules differ (BR-x-01 to 10). */
interface Family {
  readonly code: string
  readonly prefix: string
  readonly isRated: boolean
  readonly isReasoned: boolean
  /** Whom the parties must name themselves by (02 to 04). */
  readonly parties: (document: Reading) => boolean
}

const sellerVat = ({ has }: Reading): boolean =>
  has(`${seller}/cac:PartyTaxScheme/cbc:CompanyID`) ||
  has('cac:TaxRepresentativeParty/cac:PartyTaxScheme/cbc:CompanyID')
const buyerVat = ({ has }: Reading): boolean => has(`${buyer}/cac:PartyTaxScheme/cbc:CompanyID`)

const families: readonly Family[] = [
  { code: 'S', prefix: 'BR-S', isRated: true, isReasoned: false, parties: sellerVat },
  { code: 'Z', prefix: 'BR-Z', isRated: false, isReasoned: false, parties: sellerVat },
  { code: 'E', prefix: 'BR-E', isRated: false, isReasoned: true, parties: sellerVat },
  {
    code: 'AE',
    prefix: 'BR-AE',
    isRated: false,
    isReasoned: true,
    parties: (one) => sellerVat(one) && (buyerVat(one) || one.has(`${buyer}/cac:PartyLegalEntity/cbc:CompanyID`)),
  },
  { code: 'K', prefix: 'BR-IC', isRated: false, isReasoned: true, parties: (one) => sellerVat(one) && buyerVat(one) },
  { code: 'G', prefix: 'BR-G', isRated: false, isReasoned: true, parties: sellerVat },
  { code: 'O', prefix: 'BR-O', isRated: false, isReasoned: true, parties: (one) => !sellerVat(one) && !buyerVat(one) },
]

const seller = 'cac:AccountingSupplierParty/cac:Party'
const buyer = 'cac:AccountingCustomerParty/cac:Party'

/** The category rules, each family's under its own ids, and what single families have beside. */
export const categoryRules: readonly Rule[] = [
  ...families.flatMap(rulesOf),
  {
    // a supply within the Union says when, by a delivery date or the invoicing period
    id: 'BR-IC-11',
    holds: (one) =>
      !isUsed(one, 'K') ||
      ['cac:Delivery/cbc:ActualDeliveryDate', 'cac:InvoicePeriod/cbc:StartDate', 'cac:InvoicePeriod/cbc:EndDate'].some(
        one.has,
      ),
  },
  {
    // and to which country
    id: 'BR-IC-12',
    holds: (one) =>
      !isUsed(one, 'K') || one.has('cac:Delivery/cac:DeliveryLocation/cac:Address/cac:Country/cbc:IdentificationCode'),
  },
  {
    // where something is not subject to VAT, nothing else is in the document (BR-O-11 to 14)
    id: 'BR-O-11',
    holds: (one) =>
      !isUsed(one, 'O') || parts(one).every(({ categories }) => categories.every(({ code }) => code === 'O')),
  },
]

function rulesOf({ code, prefix, isRated, isReasoned, parties }: Family): readonly Rule[] {
  const of = <T extends AmountReading>(all: readonly T[]): readonly T[] =>
    all.filter(({ categories }) => categories.some((one) => one.code === code))
  const rates = (all: readonly AmountReading[]) =>
    of(all).flatMap(({ categories }) => categories.filter((one) => one.code === code))
  const rule = (number: string, holds: Rule['holds']): Rule => ({ id: `${prefix}-${number}`, holds })
  const isRateGood = ({ percent }: { readonly percent: string | undefined }): boolean => {
    if (code === 'O') return percent === undefined
    const rate = wholeOf(percent, 4)
    return rate !== undefined && (isRated ? rate > 0n : rate === 0n)
  }
  return [
    // a line of this category has its breakdown: one for each rate, or exactly one
    rule('01', ({ lines, allowances, charges, subtotals }) => {
      const isThere = of([...lines, ...allowances, ...charges]).length > 0
      const found = rates(subtotals).length
      return isRated ? !isThere || found > 0 : found === (isThere ? 1 : 0)
    }),
    rule('02', (one) => of(one.lines).length === 0 || parties(one)),
    rule('05', ({ lines }) => rates(lines).every(isRateGood)),
    // taxable amount of a breakdown (BT-116) = its lines - its allowances + its charges, of the same rate
    rule(
      '08',
      ({ lines, allowances, charges, subtotals }) =>
        of(subtotals).every(({ amount, categories }) => {
          const rate = rateOf(categories[0]?.percent)
          const own = (all: readonly AmountReading[]) =>
            sumOf(
              of(all)
                .filter((one) => rateOf(one.categories[0]?.percent) === rate)
                .map((one) => one.amount),
            )
          const less = own(allowances)
          return amount !== undefined && amount === sumOf([own(lines), less === undefined ? less : -less, own(charges)])
        }) && everyRateHasOne(of(lines), of(subtotals)),
    ),
    // tax of a breakdown (BT-117) = taxable amount x rate, and nothing where there is no rate
    rule('09', ({ subtotals }) =>
      of(subtotals).every(({ amount, tax, categories }) => {
        const rate = isRated ? wholeOf(categories[0]?.percent, 4) : 0n
        return amount !== undefined && rate !== undefined && tax === quotient(amount * rate, 1_000_000n)
      }),
    ),
    // why there is no tax: said where the family asks for it, and nowhere else
    rule('10', ({ subtotals }) => rates(subtotals).every(({ hasReason }) => hasReason === isReasoned)),
  ]
}

/** Two lines of one category and different rates need two breakdowns. */
function everyRateHasOne(lines: readonly AmountReading[], subtotals: readonly AmountReading[]): boolean {
  const known = new Set(subtotals.map(({ categories }) => rateOf(categories[0]?.percent)))
  return lines.every(({ categories }) => known.has(rateOf(categories[0]?.percent)))
}

/** Rates as numbers: 20 and 20.00 are one. */
function rateOf(percent: string | undefined): string {
  return String(wholeOf(percent, 4))
}

function parts({ lines, allowances, charges, subtotals }: Reading): readonly AmountReading[] {
  return [...lines, ...allowances, ...charges, ...subtotals]
}

function isUsed(document: Reading, code: string): boolean {
  return parts(document).some(({ categories }) => categories.some((one) => one.code === code))
}
