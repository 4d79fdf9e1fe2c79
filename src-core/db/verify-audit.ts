import type { Transaction } from 'kysely'
import { auditHash, auditText } from './audit-row.ts'
import type { CoreStore } from './open-core-database.ts'
import type { AuditRow } from './audit-row.ts'
import type { CoreDatabase } from './schema.ts'

/** What does not fit at a link: its own hash, the hash before it, its place, or the head that should be the last one. */
export type BrokenAt = 'hash' | 'previous' | 'gap' | 'head'

/** The first link that does not fit. `id` is '' where the row of that place is not there. */
export interface BrokenLink {
  readonly sequence: number
  readonly id: string
  readonly what: BrokenAt
}

export interface AuditProof {
  readonly rows: number
  /** The head that the feed counter's row holds. */
  readonly head: string
  /** The first broken link; null where every row stands as it was written. */
  readonly broken: BrokenLink | null
}

const perRead = 1_000

/**
 * Walks the audit's chain from its beginning to the head, some rows at a time, in one snapshot: what is written meanwhile
 * is not looked at. Throws when the database cannot be read.
 */
export async function verifyAudit(
  store: Pick<CoreStore, 'reader' | 'dialect'>,
  rowsAtOnce = perRead,
): Promise<AuditProof> {
  const transaction = store.reader.transaction()
  const snapshot = store.dialect === 'postgres' ? transaction.setIsolationLevel('repeatable read') : transaction
  return snapshot.execute(async (tx) => {
    const counter = await tx
      .selectFrom('feed_counter')
      .select(['audit_sequence', 'audit_head'])
      .executeTakeFirstOrThrow()
    let last = { sequence: 0, hash: '' }
    const ended = (broken: BrokenLink | null): AuditProof => ({
      rows: last.sequence,
      head: counter.audit_head,
      broken,
    })
    for await (const row of rowsOf(tx, rowsAtOnce)) {
      const what = wrongWith(row, last, counter.audit_sequence)
      if (what !== undefined)
        return ended({ sequence: what === 'gap' ? last.sequence + 1 : row.sequence, id: row.id, what })
      last = row
    }
    const isHead = last.sequence === counter.audit_sequence && last.hash === counter.audit_head
    return ended(isHead ? null : { sequence: counter.audit_sequence, id: '', what: 'head' })
  })
}

function wrongWith(row: AuditRow, last: Pick<AuditRow, 'sequence' | 'hash'>, head: number): BrokenAt | undefined {
  if (row.sequence !== last.sequence + 1) return 'gap'
  if (row.sequence > head) return 'head'
  if (row.previous !== last.hash) return 'previous'
  return auditHash(row.previous, row.sequence, auditText(row)) === row.hash ? undefined : 'hash'
}

/** Every row by its place, whatever stands there: no lower bound, for a row may have been put in before the first. */
async function* rowsOf(tx: Transaction<CoreDatabase>, atOnce: number): AsyncGenerator<AuditRow> {
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const some = await tx
      .selectFrom('audit')
      .selectAll()
      .where('sequence', '>', after)
      .orderBy('sequence')
      .limit(atOnce)
      .execute()
    yield* some
    const last = some.at(-1)
    if (!last || some.length < atOnce) return
    after = last.sequence
  }
}
