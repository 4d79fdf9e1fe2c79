import type { Rule } from './en16931-reading.ts'
import { all, amountAt, quotient, sumOf, textAt, wholeOf } from './en16931-reading.ts'

/** Totals of a document: BR-CO-10 to BR-CO-17, decimals (BR-DEC), and the line's own sum as Peppol has it (R120). */
export const totalRules: readonly Rule[] = [
  {
    // sum of line nets (BT-106) = sum of BT-131
    id: 'BR-CO-10',
    holds: ({ lines, total }) => isSame(total('LineExtensionAmount'), sumOf(lines.map(({ amount }) => amount))),
  },
  {
    // sum of allowances (BT-107) = sum of BT-92; without any there is no BT-107, or it is nothing
    id: 'BR-CO-11',
    holds: ({ allowances, total }) =>
      (total('AllowanceTotalAmount') ?? 0n) === sumOf(allowances.map(({ amount }) => amount)),
  },
  {
    // sum of charges (BT-108) = sum of BT-99
    id: 'BR-CO-12',
    holds: ({ charges, total }) => (total('ChargeTotalAmount') ?? 0n) === sumOf(charges.map(({ amount }) => amount)),
  },
  {
    // total without VAT (BT-109) = BT-106 - BT-107 + BT-108
    id: 'BR-CO-13',
    holds: ({ total }) =>
      isSame(
        total('TaxExclusiveAmount'),
        sumOf([total('LineExtensionAmount'), -(total('AllowanceTotalAmount') ?? 0n), total('ChargeTotalAmount') ?? 0n]),
      ),
  },
  {
    // total VAT (BT-110) = sum of BT-117
    id: 'BR-CO-14',
    holds: ({ root, subtotals }) =>
      isSame(amountAt(root, 'cac:TaxTotal/cbc:TaxAmount'), sumOf(subtotals.map(({ tax }) => tax))),
  },
  {
    // total with VAT (BT-112) = BT-109 + BT-110, the one tax total in the document's currency
    id: 'BR-CO-15',
    holds: ({ root, total }) => {
      const currency = textAt(root, 'cbc:DocumentCurrencyCode')
      const own = all(root, 'cac:TaxTotal/cbc:TaxAmount').filter(
        ({ attributes }) => attributes['currencyID'] === currency,
      )
      const tax = own.length === 1 ? wholeOf(own[0]?.text, 2) : undefined
      return isSame(total('TaxInclusiveAmount'), sumOf([total('TaxExclusiveAmount'), tax]))
    },
  },
  {
    // amount due (BT-115) = BT-112 - paid (BT-113) + rounding (BT-114)
    id: 'BR-CO-16',
    holds: ({ total }) =>
      isSame(
        total('PayableAmount'),
        sumOf([total('TaxInclusiveAmount'), -(total('PrepaidAmount') ?? 0n), total('PayableRoundingAmount') ?? 0n]),
      ),
  },
  {
    // tax of a category (BT-117) = BT-116 x rate / 100, rounded to two decimals; no tolerance here
    id: 'BR-CO-17',
    holds: ({ subtotals }) =>
      subtotals.every(({ amount, tax, categories }) => {
        const percent = categories[0]?.percent
        const rate = percent === undefined ? 0n : wholeOf(percent, 4)
        return amount !== undefined && rate !== undefined && tax === quotient(amount * rate, 1_000_000n)
      }),
  },
  {
    // at least one VAT breakdown (BG-23)
    id: 'BR-CO-18',
    holds: ({ subtotals }) => subtotals.length > 0,
  },
  {
    // every amount has two decimals at most, and the document's currency (BR-DEC-09 to 28, UBL-DT-01)
    id: 'BR-DEC',
    holds: ({ root }) => {
      const currency = textAt(root, 'cbc:DocumentCurrencyCode')
      const amounts = amountsIn(root)
      return amounts.every(
        ({ text, attributes }) => wholeOf(text, 2) !== undefined && attributes['currencyID'] === currency,
      )
    },
  },
  {
    // a line's net (BT-131) = quantity x price / base quantity + charges - allowances, to two decimals
    id: 'PEPPOL-EN16931-R120',
    holds: ({ lines, isNote }) =>
      lines.every(({ element, amount }) => {
        const quantity = wholeOf(textAt(element, isNote ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity'), 6)
        const price = wholeOf(textAt(element, 'cac:Price/cbc:PriceAmount'), 6)
        const base = wholeOf(textAt(element, 'cac:Price/cbc:BaseQuantity') ?? '1', 6)
        const adjusted = all(element, 'cac:AllowanceCharge').map((one) => {
          const value = amountAt(one, 'cbc:Amount')
          return textAt(one, 'cbc:ChargeIndicator') === 'true' || value === undefined ? value : -value
        })
        if (quantity === undefined || price === undefined || base === undefined || base <= 0n) return false
        return isSame(amount, sumOf([quotient(quantity * price, base * 10_000n), ...adjusted]))
      }),
  },
]

function amountsIn(from: Parameters<typeof all>[0]): readonly Parameters<typeof all>[0][] {
  return from.children.flatMap((child) => (child.name.endsWith('Amount') ? [child] : amountsIn(child)))
}

/** Equal, and there at all. */
function isSame(a: bigint | undefined, b: bigint | undefined): boolean {
  return a !== undefined && a === b
}
