import type { CustomerRow } from '#shared/domain/customer/rows.ts'
import type { ContactRow } from '#shared/domain/interaction/rows.ts'

/** A customer with the day of the first inquiry: a contact begun before they were written down was the inquiry. */
export function withFirstInquiry(row: CustomerRow, contacts: readonly Pick<ContactRow, 'at'>[]): CustomerRow {
  return { ...row, first_inquiry_at: contacts.reduce((first, { at }) => Math.min(first, at), row.first_inquiry_at) }
}
