import type { Desk } from '#main/workstation/desk.ts'
import type { Hit } from '#shared/domain/customer/contract.ts'
import { customerName } from '#shared/domain/customer/person-name.ts'
import type { CustomerRow } from '#shared/domain/customer/rows.ts'
import type { Id } from '#shared/kernel/ids.ts'

/** Columns that decide whether a customer is found and where it stands. */
export const foundColumns = [
  'id',
  'state',
  'family_name',
  'given_names',
  'town',
  'street',
  'account_number',
  'contact_number',
] as const satisfies readonly (keyof CustomerRow)[]

/** What of a customer decides whether it is found and where it stands. */
export type FoundRow = Pick<CustomerRow, (typeof foundColumns)[number]>

/** Folds pending commands over found customers, as of now. */
export function asSeenNow(desk: Desk): (row: FoundRow) => FoundRow {
  const changes = desk.view.pendingChanges('customer')
  return (row) => (changes.size === 0 ? row : { ...row, ...changes.get(row.id) })
}

/** The line to show of each customer: the first one in use, else the first; by one statement. */
export function linesOf(desk: Desk, ids: readonly Id[]): ReadonlyMap<Id, string> {
  const rows = desk.view.sql<Line>(
    'select id, customer_id, state, msisdn from product where customer_id in (select value from json_each(?))',
    JSON.stringify(ids),
  )
  const changes = desk.view.pendingChanges('product')
  const known = new Set(rows.map(({ id }) => id))
  const added = [...changes.keys()].flatMap((id) => (known.has(id) ? [] : (desk.view.get('product', id)?.row ?? [])))
  const lines = new Map<Id, Line>()
  for (const row of [...rows, ...added]) {
    const line = { ...row, ...changes.get(row.id) }
    const first = lines.get(line.customer_id)
    if (!first || (first.state !== 'active' && line.state === 'active')) lines.set(line.customer_id, line)
  }
  return new Map([...lines].flatMap(([id, { msisdn }]) => (msisdn === null ? [] : [[id, msisdn] as const])))
}

interface Line {
  readonly id: Id
  readonly customer_id: Id
  readonly state: string
  readonly msisdn: string | null
}

/** A customer as a line of a list; `number` is the one looked for, or the line in use, else the contact number is shown. */
export function hitOf(row: FoundRow, matched: Hit['matched'], number: string | undefined): Hit {
  return {
    customerId: row.id,
    name: customerName(row),
    town: row.town ?? '',
    number: number ?? row.contact_number,
    state: row.state,
    matched,
  }
}
