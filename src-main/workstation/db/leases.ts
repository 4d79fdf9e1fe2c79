import type { SignedText } from '#shared/domain/staff/lease.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { SqliteDatabase } from '#shared/node/open-database.ts'
import type { LeaseRow } from './outbox-tables.ts'

/** Leases in outbox.db, as they were signed. */
export interface LeaseStore {
  readonly of: (userId: Id) => LeaseRow | undefined
  readonly all: () => readonly LeaseRow[]
  /** Keeps the latest lease of a person; `hashKey` undefined leaves the one on record. */
  readonly keep: (userId: Id, signed: SignedText, hashKey?: string) => void
  readonly remove: (userId: Id) => void
  /** Counts a try before the password is looked at, so that guesses made at once count too; gives how many there were. */
  readonly countTry: (userId: Id) => number
  readonly forgetTries: (userId: Id) => void
}

/** Opens them. */
export function leasesOf(database: SqliteDatabase): LeaseStore {
  const one = database.prepare<[string], LeaseRow>('select * from lease where user_id = ?')
  const all = database.prepare<[], LeaseRow>('select * from lease order by user_id')
  const upsert = database.prepare(
    `insert into lease (user_id, text, signature, hash_key, tries) values (?, ?, ?, ?, 0)
     on conflict do update set text = excluded.text, signature = excluded.signature, hash_key = excluded.hash_key`,
  )
  const remove = database.prepare('delete from lease where user_id = ?')
  const count = database.prepare<[string], { tries: number }>(
    'update lease set tries = tries + 1 where user_id = ? returning tries',
  )
  const forget = database.prepare('update lease set tries = 0 where user_id = ?')
  return {
    of: (userId) => one.get(userId),
    all: () => all.all(),
    keep: (userId, signed, hashKey) => {
      upsert.run(userId, signed.text, signed.signature, hashKey ?? one.get(userId)?.hash_key ?? '')
    },
    remove: (userId) => {
      remove.run(userId)
    },
    countTry: (userId) => count.get(userId)?.tries ?? 0,
    forgetTries: (userId) => {
      forget.run(userId)
    },
  }
}
