import type { BillLineRow } from './rows.ts'

/** A line of a bill: a whole month of a fee, changed as asked. */
export function billLine(change: Partial<BillLineRow> = {}): BillLineRow {
  return {
    id: 'b/1',
    scope: 'fr',
    version: 1,
    bill_id: 'b',
    position: 1,
    kind: 'recurring',
    user_id: 'jana',
    product_id: 'line',
    charge_id: 'plan',
    name: '{"en":"Mobile M 40 GB"}',
    period_start: '2026-09-13',
    period_end: '2026-10-13',
    from_date: '2026-09-13',
    to_date: '2026-10-13',
    is_correction: 0,
    price_minor: 2490,
    days: 30,
    of_days: 30,
    quantity: 1,
    free: 0,
    unit: 'period',
    records: 0,
    rate: '',
    amount_minor: 2490,
    net_minor: 2075,
    tax_category: 'S',
    tax_basis_points: 2000,
    ...change,
  }
}

/** A line of usage. */
export function usageLine(
  type: string,
  zone: string,
  amountMinor: number,
  change: Partial<BillLineRow> = {},
): BillLineRow {
  return billLine({
    ...{
      kind: 'usage',
      charge_id: null,
      name: JSON.stringify({ usage: type, zone }),
      price_minor: 0,
      days: 0,
      of_days: 0,
    },
    ...{ amount_minor: amountMinor, records: 1 },
    ...change,
  })
}
