import type { Lease, SignedText } from '#shared/domain/staff/lease.ts'
import { standardLeaseHours } from '#shared/domain/catalogue/policies.ts'
import { roleSchema } from '#shared/domain/staff/roles.ts'
import type { Instant } from '#shared/kernel/date.ts'
import { dateInZone, utcDateOf } from '#shared/kernel/date.ts'
import { sha256Hex, signText } from '#shared/node/crypto.ts'
import { hashPassword } from '#shared/node/password.ts'
import { coreKeysOf } from '../db/core-keys.ts'
import type { AppUser, Device } from '../db/schema.ts'
import type { CoreRuntime } from '../runtime.ts'
import { policiesOf } from '../sync/market.ts'
import { lendGrant, noGrant } from './lend-grant.ts'
import { keepPrices } from './price-snapshot.ts'

const hourMs = 3_600_000
/** Contracts signed under a lease may come this long after its end: as long as desks keep what they captured. */
const leaseKeptMs = 35 * 24 * hourMs

/** What of the core it takes. */
type IssuingCore = Pick<CoreRuntime, 'store' | 'clock' | 'ids'>

/**
 * A lease for one person at one desk, signed with the core's key, and kept here so that a price signed under it binds us.
 * `password` is there at sign-in only: a renewal carries the verifier made then, unless the password has changed since.
 */
export async function issueLease(
  core: IssuingCore,
  user: AppUser,
  device: Device,
  password?: string,
): Promise<SignedText> {
  const { db } = core.store
  const now = core.clock.now()
  const policies = await policiesOf(db, user.scope)
  const until = now + (policies?.market.leaseHours ?? standardLeaseHours) * hourMs
  const keys = await coreKeysOf(db)
  const zone = policies?.market.zone
  const days = zone ? [dateInZone(now, zone), dateInZone(until, zone)] : [utcDateOf(now), utcDateOf(until)]
  const lease: Lease = {
    id: core.ids.next(),
    deviceId: device.id,
    userId: user.id,
    login: user.login,
    name: user.name,
    role: roleSchema.parse(user.role),
    scope: user.scope,
    deskName: user.seat,
    deskNumber: device.number,
    issuedAt: now,
    until,
    limits: { pendingCredit: policies?.credit.offline.maxPending ?? 0 },
    grant: policies ? await lendGrant(core, { user, device, policies, now, until }) : noGrant,
    priceLists: await priceListsBetween(core, user.scope, days),
    catalogue: await keepPrices(db, user.scope, now),
    verifier: await verifierOf(core, user, device, password),
    sealingKey: keys.sealing.publicKey,
  }
  await keepLease(core, lease, now)
  const text = JSON.stringify(lease)
  return { text, signature: signText(keys.signing.privateKey, 'lease', text) }
}

/** Price lists in force on any day of the lease. */
async function priceListsBetween(
  core: IssuingCore,
  scope: string,
  [first = '', last = '']: readonly string[],
): Promise<string[]> {
  const rows = await core.store.db
    .selectFrom('price_list')
    .select('id')
    .where('scope', '=', scope)
    .where('valid_from', '<=', last)
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>=', first)]))
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

async function verifierOf(core: IssuingCore, user: AppUser, device: Device, password?: string): Promise<string> {
  const { db } = core.store
  const known = await db
    .selectFrom('lease_verifier')
    .select(['verifier', 'of_hash'])
    .where('device_id', '=', device.id)
    .where('user_id', '=', user.id)
    .executeTakeFirst()
  const ofHash = sha256Hex(user.password_hash)
  if (known?.of_hash === ofHash) return known.verifier
  if (password === undefined) return ''
  const made = { verifier: await hashPassword(password), of_hash: ofHash }
  await db
    .insertInto('lease_verifier')
    .values({ device_id: device.id, user_id: user.id, ...made })
    .onConflict((conflict) => conflict.columns(['device_id', 'user_id']).doUpdateSet(made))
    .execute()
  return made.verifier
}

async function keepLease(core: IssuingCore, lease: Lease, now: Instant): Promise<void> {
  const { db } = core.store
  const row = {
    id: lease.id,
    price_lists: JSON.stringify(lease.priceLists),
    issued_at: lease.issuedAt,
    until: lease.until,
  }
  await db
    .deleteFrom('lease')
    .where('until', '<', now - leaseKeptMs)
    .execute()
  await db
    .insertInto('lease')
    .values({ ...row, first_at: now, device_id: lease.deviceId, user_id: lease.userId, catalogue: lease.catalogue })
    .onConflict((conflict) => conflict.columns(['device_id', 'user_id', 'catalogue']).doUpdateSet(row))
    .execute()
}
