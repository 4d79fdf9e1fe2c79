import type { MirrorTableName } from '#shared/contract/mirror.ts'
import type { Cell } from '#shared/kernel/table.ts'
import type { SqliteDatabase } from '#shared/node/open-database.ts'
import { openSearchWriter } from './search-tables.ts'

/** Follows what a transaction changes of what can be searched, so that a new balance costs the search index nothing. */
export interface SearchChanges {
  /** Before the rows are put. */
  readonly put: (table: MirrorTableName, columns: readonly string[], rows: readonly (readonly Cell[])[]) => void
  /** Before the rows are removed. */
  readonly remove: (table: MirrorTableName, ids: readonly string[]) => void
  /** Brings the index up to date, as the last thing before the commit. */
  readonly settle: () => void
  /** The transaction came to nothing. */
  readonly forget: () => void
}

const searched = {
  customer: ['given_names', 'family_name', 'town', 'street', 'account_number', 'contact_number'],
  product: ['customer_id', 'msisdn'],
} as const

/** Prepares the statements; the tables of the index must be there. */
export function followSearch(database: SqliteDatabase): SearchChanges {
  const writer = openSearchWriter(database)
  const before = {
    customer: database.prepare<[Cell], Cell[]>(`select ${searched.customer.join()} from customer where id = ?`).raw(),
    product: database.prepare<[Cell], Cell[]>(`select ${searched.product.join()} from product where id = ?`).raw(),
  }
  const changed = new Set<string>()
  const note = (customerId: Cell | undefined): void => {
    if (typeof customerId === 'string') changed.add(customerId)
  }

  return {
    put: (table, columns, rows) => {
      if (table !== 'customer' && table !== 'product') return
      const places = searched[table].map((name) => columns.indexOf(name))
      const id = columns.indexOf('id')
      for (const row of rows) {
        const old = before[table].get(row[id] ?? null)
        if (old && places.every((place, index) => place >= 0 && row[place] === old[index])) continue
        note(table === 'customer' ? row[id] : row[places[0] ?? -1])
        if (table === 'product') note(old?.[0])
      }
    },
    remove: (table, ids) => {
      if (table === 'product') for (const id of ids) note(before.product.get(id)?.[0])
      if (table === 'customer') {
        writer.remove(ids)
        for (const id of ids) changed.delete(id)
      }
    },
    settle: () => {
      if (changed.size > 0) writer.again([...changed])
      changed.clear()
    },
    forget: () => changed.clear(),
  }
}
