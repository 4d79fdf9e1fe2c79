import type { MirrorTableName } from '#shared/contract/mirror.ts'
import type { AuditFacts } from './audit-row.ts'

/** A row that left a scope in a transaction: removed, or moved to another scope. */
export interface Gone {
  readonly scope: string
  readonly table: MirrorTableName
  readonly id: string
  readonly isExit: boolean
}

/** What a transaction did to mirrored rows, and what it puts on record: all that its end must write. */
export interface Touched {
  readonly rows: Map<MirrorTableName, Set<string>>
  readonly gone: Map<string, Gone>
  readonly audit: AuditFacts[]
}

/** Nothing yet. */
export function nothingTouched(): Touched {
  return { rows: new Map(), gone: new Map(), audit: [] }
}

/** Whether its end has anything to write. */
export function isTouched({ rows, gone, audit }: Touched): boolean {
  return rows.size > 0 || gone.size > 0 || audit.length > 0
}

/** A row was written. */
export function remember({ rows }: Touched, table: MirrorTableName, id: string): void {
  const ids = rows.get(table)
  if (ids) ids.add(id)
  else rows.set(table, new Set([id]))
}

/** A row left a scope. */
export function rememberGone({ gone }: Touched, left: Gone): void {
  gone.set(JSON.stringify([left.scope, left.table, left.id]), left)
}

/** What an attempt did, once it is kept. */
export function rememberAll(touched: Touched, inner: Touched): void {
  for (const [table, ids] of inner.rows) for (const id of ids) remember(touched, table, id)
  for (const left of inner.gone.values()) rememberGone(touched, left)
  touched.audit.push(...inner.audit)
}
