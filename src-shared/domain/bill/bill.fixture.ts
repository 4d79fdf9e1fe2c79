import type { BillLineRow, BillRow } from './rows.ts'

/** A bill of so many lines, each of which is priced with tax; changed as asked. */
export function billOf(
  lines: readonly BillLineRow[],
  change: Partial<BillRow> & Pick<BillRow, 'id' | 'bill_date'>,
): BillRow {
  const payable = lines.reduce((sum, { amount_minor: amount }) => sum + amount, 0)
  return {
    scope: 'fr',
    version: 1,
    customer_id: lines[0]?.user_id ?? 'jana',
    kind: 'bill',
    number: '100418-0002',
    state: 'validated',
    due_date: '2026-10-27',
    period_start: '2026-09-13',
    period_end: '2026-10-13',
    currency: 'EUR',
    tax_included: 1,
    net_minor: payable,
    tax_minor: 0,
    rounding_minor: 0,
    payable_minor: payable,
    open_minor: payable,
    about_id: null,
    credited_by: null,
    reason: '',
    lines: lines.length,
    ...change,
  }
}
