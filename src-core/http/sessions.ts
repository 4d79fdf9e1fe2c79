import { randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { SessionRequest, SessionResponse } from '#shared/contract/wire.ts'
import { roleSchema } from '#shared/domain/staff/roles.ts'
import type { Instant } from '#shared/kernel/date.ts'
import { sha256Hex } from '#shared/node/crypto.ts'
import { coreKeysOf } from '../db/core-keys.ts'
import { hashKeyOf } from '../db/hash-key.ts'
import type { AppUser, Device } from '../db/schema.ts'
import { issueLease } from '../lease/issue-lease.ts'
import { deviceRevoked } from '../lease/revocation.ts'
import type { CoreRuntime } from '../runtime.ts'
import { enrol } from './devices.ts'
import { isPassword } from '#shared/node/password.ts'
import { refused } from './refusal.ts'

const sessionMs = 12 * 3_600_000
const lockMs = 5 * 60_000
const failuresToLock = 5

/** Who speaks, from where: read anew at each request, so that a reduced role or a revoked desk counts at once. */
export interface Speaker {
  readonly user: AppUser
  readonly device: Device
  readonly tokenHash: string
}

/**
 * Signs a person in by login or name. The desk is enrolled at its first sign-in. Refuses with SIGN_IN_WRONG, after
 * five failures with SIGN_IN_LOCKED for five minutes (a right password too), with
 * USER_REVOKED a person who left, and with DEVICE_UNKNOWN or DEVICE_REVOKED.
 */
export async function signIn(core: CoreRuntime, request: SessionRequest): Promise<SessionResponse> {
  const now = core.clock.now()
  const user = await userNamed(core, request.name.trim())
  if (user?.locked_until && user.locked_until > now) throw locked(user.locked_until, now)
  // the same work for a name nobody has, so that the answer's time says nothing
  const isRight = await isPassword(request.password, user?.password_hash ?? '')
  if (!user) throw refused('SIGN_IN_WRONG')
  if (!isRight) throw await countFailure(core, user.id, now)
  // a lock that came while this password was being hashed counts too: guesses sent at once win nothing
  const cleared = await core.store.db
    .updateTable('app_user')
    .set({ failures: 0, locked_until: null })
    .where('id', '=', user.id)
    .where((where) => where.or([where('locked_until', 'is', null), where('locked_until', '<=', now)]))
    .executeTakeFirst()
  if (cleared.numUpdatedRows === 0n) throw locked(now + lockMs, now)
  if (user.revoked_at !== null) throw refused('USER_REVOKED')
  const device = await enrol(core, request.device, user.scope)
  const token = randomBytes(32).toString('base64url')
  const until = now + sessionMs
  await core.store.db.deleteFrom('app_session').where('until', '<', now).execute()
  await core.store.db
    .insertInto('app_session')
    .values({ token_hash: sha256Hex(token), user_id: user.id, device_id: device.id, created_at: now, until })
    .execute()
  const keys = await coreKeysOf(core.store.db)
  const counter = await core.store.db.selectFrom('feed_counter').select('epoch').executeTakeFirstOrThrow()
  core.log('info', 'session.begun', { user: user.id, device: device.id })
  return {
    token,
    userId: user.id,
    name: user.name,
    role: roleSchema.parse(user.role),
    scope: user.scope,
    deskName: user.seat,
    deskNumber: device.number,
    hashKey: Buffer.from(await hashKeyOf(core.store.db, user.scope)).toString('base64'),
    until,
    epoch: counter.epoch,
    coreKey: keys.signing.publicKey,
    lease: await issueLease(core, user, device, request.password),
  }
}

/** Ends a session; one that is gone already is fine. */
export async function signOut(core: CoreRuntime, speaker: Speaker): Promise<void> {
  await core.store.db.deleteFrom('app_session').where('token_hash', '=', speaker.tokenHash).execute()
  core.log('info', 'session.ended', { user: speaker.user.id, device: speaker.device.id })
}

/** The speaker of a request by its bearer token. Refuses with NOT_SIGNED_IN, and with DEVICE_REVOKED. */
export async function speakerOf(core: CoreRuntime, request: FastifyRequest): Promise<Speaker> {
  const { device, userId, tokenHash } = await sessionOf(core, request)
  return { user: await personOf(core, userId), device, tokenHash }
}

/** The desk of a request, whoever speaks there: a person, or the desk by its own key. Refuses as `speakerOf`. */
export async function sendingDeviceOf(core: CoreRuntime, request: FastifyRequest): Promise<Device> {
  const { device, userId } = await sessionOf(core, request)
  if (userId !== '') await personOf(core, userId)
  return device
}

async function personOf(core: CoreRuntime, id: string): Promise<AppUser> {
  const user = await core.store.db.selectFrom('app_user').selectAll().where('id', '=', id).executeTakeFirst()
  if (!user || user.revoked_at !== null) throw refused('NOT_SIGNED_IN')
  return user
}

async function sessionOf(core: CoreRuntime, request: FastifyRequest) {
  const token = /^Bearer ([A-Za-z0-9_-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1]
  if (token === undefined) throw refused('NOT_SIGNED_IN')
  const tokenHash = sha256Hex(token)
  const session = await core.store.db
    .selectFrom('app_session')
    .select(['user_id', 'device_id'])
    .where('token_hash', '=', tokenHash)
    .where('until', '>', core.clock.now())
    .executeTakeFirst()
  if (!session) throw refused('NOT_SIGNED_IN')
  const device = await core.store.db
    .selectFrom('device')
    .selectAll()
    .where('id', '=', session.device_id)
    .executeTakeFirst()
  if (!device) throw refused('NOT_SIGNED_IN')
  if (device.revoked_at !== null) throw await deviceRevoked(core, device)
  return { device, userId: session.user_id, tokenHash }
}

async function userNamed(core: CoreRuntime, name: string): Promise<AppUser | undefined> {
  return core.store.db
    .selectFrom('app_user')
    .selectAll()
    .where((where) => where.or([where('login', '=', name.toLowerCase()), where('name', '=', name)]))
    .orderBy('position')
    .executeTakeFirst()
}

async function countFailure(core: CoreRuntime, userId: string, now: Instant): Promise<Error> {
  const counted = await core.store.db
    .updateTable('app_user')
    .set((raise) => ({ failures: raise('failures', '+', 1) }))
    .where('id', '=', userId)
    .returning('failures')
    .executeTakeFirstOrThrow()
  core.log('warn', 'session.refused', { user: userId, failures: counted.failures })
  if (counted.failures < failuresToLock) return refused('SIGN_IN_WRONG')
  const until = now + lockMs
  await core.store.db
    .updateTable('app_user')
    .set({ failures: 0, locked_until: until })
    .where('id', '=', userId)
    .execute()
  return locked(until, now)
}

function locked(until: Instant, now: Instant): Error {
  return refused('SIGN_IN_LOCKED', { until }, Math.ceil((until - now) / 1000))
}
