import type { Desk } from '#main/workstation/desk.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'

/** The name of a customer this desk knows; '' for any other. */
export function nameOf({ view }: Pick<Desk, 'view'>, customerId: string): string {
  const row = view.get('customer', customerId)?.row
  return row ? customerName(row) : ''
}
