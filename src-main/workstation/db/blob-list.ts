import type { Instant } from '#shared/kernel/date.ts'
import type { SqliteDatabase } from '#shared/node/open-database.ts'

/** Which attachments this desk keeps and which of them the core has. */
export interface BlobList {
  readonly add: (hash: string, size: number, at: Instant) => void
  readonly isSent: (hash: string) => boolean
  readonly sent: (hash: string, at: Instant) => void
  /** The core says it does not have it: it is sent again. */
  readonly unsent: (hash: string) => void
}

/** The list of attachments in outbox.db. */
export function blobListOf(database: SqliteDatabase): BlobList {
  const add = database.prepare(
    'insert into blob (hash, size, kept_at, sent_at) values (?, ?, ?, null) on conflict do nothing',
  )
  const isSent = database.prepare('select 1 from blob where hash = ? and sent_at is not null')
  const setSent = database.prepare('update blob set sent_at = ? where hash = ?')
  return {
    add: (hash, size, at) => void add.run(hash, size, at),
    isSent: (hash) => isSent.get(hash) !== undefined,
    sent: (hash, at) => void setSent.run(at, hash),
    unsent: (hash) => void setSent.run(null, hash),
  }
}
