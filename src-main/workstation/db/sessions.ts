import type { SessionResponse } from '#shared/contract/wire.ts'
import type { Lease } from '#shared/domain/staff/lease.ts'
import type { Session } from '#shared/domain/staff/contract.ts'
import { sessionSchema } from '#shared/domain/staff/contract.ts'
import type { Instant } from '#shared/kernel/date.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { SqliteDatabase } from '#shared/node/open-database.ts'
import type { SessionRow } from './outbox-tables.ts'

/** Sign-ins kept at this desk: at most one is current. */
export interface SessionStore {
  readonly current: () => SessionRow | undefined
  readonly of: (userId: Id) => SessionRow | undefined
  /** Any sign-in the core may still take, the current one first: pushes and pulls may go under each of them. */
  readonly usable: () => SessionRow | undefined
  /** Ended here, but its token still sends what was left unsent. */
  readonly ended: () => readonly SessionRow[]
  readonly keep: (
    answer: SessionResponse,
    options: { readonly isCurrent: boolean; readonly isTile: boolean; readonly now: Instant },
  ) => void
  /** A sign-in without the core, under a lease: there is no token yet, unless one of this person is on record. */
  readonly keepOffline: (
    lease: Lease,
    options: { readonly hashKey: string; readonly isTile: boolean; readonly now: Instant },
  ) => void
  readonly makeCurrent: (userId: Id, now: Instant) => void
  /** The core gave a person another role or place since. */
  readonly adopt: (lease: Lease) => void
  readonly endCurrent: () => void
  /** The core no longer takes this token. */
  readonly invalidate: (token: string) => void
  readonly remove: (userId: Id) => void
  readonly touch: (now: Instant) => void
}

/** Opens the sign-ins of outbox.db. */
export function sessionsOf(database: SqliteDatabase): SessionStore {
  const one = (where: string) =>
    database.prepare<(string | number)[], SessionRow>(`select * from session where ${where}`)
  const current = one('is_current = 1')
  const byUser = one('user_id = ?')
  const usable = one('is_valid = 1 order by is_current desc, until desc limit 1')
  const ended = one('is_current = 0 and is_tile = 0')
  const clear = database.prepare('update session set is_current = 0 where is_current = 1')
  const set = database.prepare('update session set is_current = 1, active_at = ?, signed_in_at = ? where user_id = ?')
  const invalid = database.prepare('update session set is_valid = 0 where token = ?')
  const active = database.prepare('update session set active_at = ? where is_current = 1')
  const remove = database.prepare('delete from session where user_id = ?')
  const insert = database.prepare(
    `insert or replace into session (user_id, token, name, role, scope, desk_name, desk_number, hash_key, until,
       signed_in_at, active_at, is_current, is_valid, is_tile) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const adopt = database.prepare('update session set role = ?, desk_name = ? where user_id = ?')
  const keep = database.transaction<SessionStore['keep']>((answer, { isCurrent, isTile, now }) => {
    if (isCurrent) clear.run()
    const known = byUser.get(answer.userId)
    const stays = isCurrent || known?.is_current === 1
    const since = stays && known?.is_current === 1 ? known.signed_in_at : now
    const { userId, token, name, role, scope, deskName, deskNumber, hashKey, until } = answer
    insert.run(
      ...[userId, token, name, role, scope, deskName, deskNumber, hashKey, until],
      ...[since, now, stays ? 1 : 0, 1, isTile ? 1 : 0],
    )
  })
  const keepOffline = database.transaction<SessionStore['keepOffline']>((lease, { hashKey, isTile, now }) => {
    clear.run()
    if (byUser.get(lease.userId)) return void set.run(now, now, lease.userId)
    const { userId, name, role, scope, deskName, deskNumber, until } = lease
    insert.run(userId, '', name, role, scope, deskName, deskNumber, hashKey, until, now, now, 1, 0, isTile ? 1 : 0)
  })
  const makeCurrent = database.transaction((userId: Id, now: Instant) => {
    clear.run()
    set.run(now, now, userId)
  })
  return {
    current: () => current.get(),
    of: (userId) => byUser.get(userId),
    usable: () => usable.get(),
    ended: () => ended.all(),
    keep,
    keepOffline,
    adopt: (lease) => {
      adopt.run(lease.role, lease.deskName, lease.userId)
    },
    makeCurrent,
    endCurrent: () => {
      clear.run()
    },
    invalidate: (token) => {
      invalid.run(token)
    },
    remove: (userId) => {
      remove.run(userId)
    },
    touch: (now) => {
      active.run(now)
    },
  }
}

/** A sign-in as slices and page see it: no token, no key. */
export function sessionOf(row: SessionRow): Session {
  return sessionSchema.parse({
    userId: row.user_id,
    name: row.name,
    role: row.role,
    scope: row.scope,
    deskName: row.desk_name,
    signedInAt: row.signed_in_at,
  })
}
