import type { Desk } from '#main/workstation/desk.ts'
import type { CustomerRow } from '#shared/domain/customer/rows.ts'

/** A customer with the balance of their bills, payments still to be sent among it; as written down where none was made yet. */
export function withBalance(desk: Pick<Desk, 'view'>, row: CustomerRow): CustomerRow {
  const account = desk.view.get('bill_account', row.id)?.row
  return account ? { ...row, balance_minor: account.open_minor - account.credit_minor } : row
}
