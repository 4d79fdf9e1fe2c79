import type { CustomerRow } from './rows.ts'

/** A person's name as people say it: given names, then the family name. */
export function customerName(row: Pick<CustomerRow, 'given_names' | 'family_name'>): string {
  return `${row.given_names} ${row.family_name}`.trim()
}

/** A name for a tab or a list that strangers may see: initials of the given names, then the family name. */
export function shortName(row: Pick<CustomerRow, 'given_names' | 'family_name'>): string {
  const initials = row.given_names
    .split(/[\s-]+/)
    .filter((part) => part !== '')
    .map((part) => `${part.charAt(0).toUpperCase()}.`)
  return [...initials, row.family_name].join(' ').trim()
}
