import { addUp } from '#shared/domain/billing/document.ts'
import type { Tax } from '#shared/domain/billing/taxes.ts'
import type { BillDocument } from './document.ts'
import type { BillLineRow, BillRow } from './rows.ts'

/** A line of a document under test: its price as said, and whatever else it should be. */
export interface LineFacts extends Partial<BillLineRow> {
  readonly amount_minor: number
  readonly tax?: Tax
}

export const standardTax = { category: 'S', basisPoints: 2000 } as const

/** A bill's rows as the run writes them, from prices and taxes, with overrides for the case at hand. */
export function billDocument(
  facts: readonly LineFacts[] = [{ amount_minor: 2490 }],
  bill: Partial<BillRow> = {},
  rest: Partial<Omit<BillDocument, 'bill' | 'lines' | 'taxes'>> = {},
): BillDocument {
  const isIncluded = (bill.tax_included ?? 1) === 1
  const priced = facts.map(({ amount_minor: amountMinor, tax = standardTax }) => ({ amountMinor, tax }))
  const sums = addUp(priced, isIncluded)
  const common = { scope: 'nancy', version: 1, bill_id: 'bill-1' }
  return {
    bill: {
      ...{ id: 'bill-1', scope: 'nancy', version: 1, customer_id: 'anna', kind: 'bill', number: '100001-0007' },
      ...{ state: 'validated', bill_date: '2026-11-03', due_date: '2026-11-17', currency: 'EUR', about_id: null },
      ...{ period_start: '2026-10-03', period_end: '2026-11-03', tax_included: 1, credited_by: null, reason: '' },
      ...{ net_minor: sums.netMinor, tax_minor: sums.taxMinor, rounding_minor: sums.roundingMinor },
      ...{ payable_minor: sums.payableMinor, open_minor: Math.max(0, sums.payableMinor), lines: facts.length },
      ...bill,
    },
    lines: facts.map(({ tax = standardTax, ...line }, index) => ({
      ...common,
      ...{ id: `bill-1/${index + 1}`, position: index + 1, kind: 'recurring', user_id: 'anna', product_id: 'line-1' },
      ...{
        charge_id: `charge-${index + 1}`,
        name: '{"en":"Mobile M","fr":"Mobile M","cs":"Mobile M","ru":"Mobile M"}',
      },
      ...{ period_start: '2026-10-03', period_end: '2026-11-03', from_date: '2026-10-03', to_date: '2026-11-03' },
      ...{ is_correction: 0, price_minor: line.amount_minor, days: 31, of_days: 31, quantity: 1, free: 0 },
      ...{ unit: 'period', records: 0, rate: '', net_minor: sums.lineNets[index] ?? 0 },
      ...{ tax_category: tax.category, tax_basis_points: tax.basisPoints },
      ...line,
    })),
    taxes: sums.taxes.map(({ category, basisPoints, taxableMinor, taxMinor }) => ({
      ...common,
      ...{ id: `bill-1/${category}${basisPoints}`, category, basis_points: basisPoints },
      ...{ taxable_minor: taxableMinor, tax_minor: taxMinor },
    })),
    seller: {
      ...{ name: 'Northline Mobile SAS', street: '4 rue du Port', postalCode: '54000', town: 'Nancy', country: 'FR' },
      ...{ registerNumber: '732829320', vatNumber: 'FR44732829320', iban: 'FR1420041010050500013M02606', bic: null },
      ...{ email: 'bills@northline.example', phone: '+33353010000' },
    },
    buyer: {
      ...{ name: 'Anna Maria Eriksson', street: '12 rue des Glacis', postalCode: '54000', town: 'Nancy' },
      ...{ country: 'FR', email: 'anna@example.org', registerNumber: null, vatNumber: null, purchaseOrder: '' },
      accountNumber: '100001',
    },
    about: null,
    users: { anna: 'Anna Maria Eriksson', metz: 'Boulangerie Martin Metz' },
    phones: { 'line-1': '+33639987777', 'line-2': '+33639984112' },
    creditMinor: 0,
    usage: [],
    ...rest,
  }
}

/** A line of usage. */
export function usageLine(amount_minor: number, change: Partial<BillLineRow> = {}): LineFacts {
  return {
    ...{ amount_minor, kind: 'usage', charge_id: null, price_minor: 0, days: 0, of_days: 0, records: 3 },
    ...{ name: '{"usage":"voice","zone":"roamingWorld"}', quantity: 720, unit: 'second' },
    rate: '{"first":60,"increment":60,"unitSize":60,"connectMicro":0,"tiers":[{"priceMicro":2000000}]}',
    ...change,
  }
}
