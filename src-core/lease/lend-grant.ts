import type { Policies } from '#shared/domain/catalogue/policies.ts'
import type { Lease } from '#shared/domain/staff/lease.ts'
import { roleSchema } from '#shared/domain/staff/roles.ts'
import type { Instant } from '#shared/kernel/date.ts'
import { dateInZone } from '#shared/kernel/date.ts'
import type { AppUser, Device } from '../db/schema.ts'
import { inUnit } from '../db/unit.ts'
import type { Ids } from '#shared/kernel/ids.ts'
import type { Unit } from '../sync/handler.ts'
import type { CoreRuntime } from '../runtime.ts'
import { goneOfDay, lockDays } from '../slices/adjustment/money-grant.ts'

/** Of a market without policies. */
export const noGrant: Lease['grant'] = { id: null, amountMinor: 0, currency: '' }

export interface Borrower {
  readonly user: Pick<AppUser, 'id' | 'role' | 'scope'>
  readonly device: Pick<Device, 'id'>
  readonly policies: Policies
  readonly now: Instant
  readonly until: Instant
}

/**
 * Lends a person money to give away at one desk while the core is away, out of what their day has left: it is gone from the
 * day at once. One grant holds for a day, so that renewing gives nothing twice, however much of it still waits on the desk;
 * the next day's lease has a new one, and what was not spent of the old one counts no more.
 */
export async function lendGrant(
  { store, ids }: Pick<CoreRuntime, 'store' | 'ids'>,
  borrower: Borrower,
): Promise<Lease['grant']> {
  return inUnit(store, (unit) => lendIn(unit, ids, borrower))
}

/** The same in a transaction that is open. */
export async function lendIn(
  { tx }: Pick<Unit, 'tx'>,
  ids: Ids,
  { user, device, policies, now, until }: Borrower,
): Promise<Lease['grant']> {
  const { currency, zone } = policies.market
  const limits = policies.authority.roles[roleSchema.parse(user.role)]
  if (!limits || limits.offlineMinor === 0) return { ...noGrant, currency }
  const day = dateInZone(now, zone)
  await lockDays({ tx }, [user.id])
  const known = await tx
    .selectFrom('money_grant')
    .select(['id', 'amount_minor'])
    .where('user_id', '=', user.id)
    .where('device_id', '=', device.id)
    .where('day', '=', day)
    .executeTakeFirst()
  if (known) {
    await tx.updateTable('money_grant').set({ until }).where('id', '=', known.id).execute()
    return { id: known.id, amountMinor: known.amount_minor, currency }
  }
  const left = limits.perDayMinor - (await goneOfDay({ tx }, { userId: user.id, day, deviceId: null }))
  const amount_minor = Math.max(0, Math.min(limits.offlineMinor, left))
  const row = { id: ids.next(), scope: user.scope, device_id: device.id, user_id: user.id, day, amount_minor }
  await tx
    .insertInto('money_grant')
    .values({ ...row, spent_minor: 0, currency, issued_at: now, until })
    .execute()
  return { id: row.id, amountMinor: amount_minor, currency }
}
