import type { Lease, SignedText } from '#shared/domain/staff/lease.ts'
import { isLeaseValid, leaseSchema } from '#shared/domain/staff/lease.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Refusal, Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { isTextSigned } from '#shared/node/crypto.ts'
import { isPassword } from '#shared/node/password.ts'
import type { LeaseStore } from '../db/leases.ts'
import type { Meta } from '../db/meta.ts'
import type { LeaseState } from '../desk.ts'
import type { Log } from '../outside.ts'
import type { LeaseTime } from './lease-time.ts'

export interface LeaseParts {
  readonly store: LeaseStore
  readonly meta: Meta
  readonly time: LeaseTime
  readonly deviceId: Id
  readonly log: Log
}

export type OfflineRefusal = Refusal<'CORE_UNREACHABLE' | 'SIGN_IN_WRONG' | 'SIGN_IN_LOCKED_HERE' | 'LEASE_ENDED'>

/** Leases of this desk: kept, checked, and asked. */
export interface Leases {
  /** Pins the core's key at the first sign-in; false for another core than that one. */
  readonly isOwnCore: (coreKey: string) => boolean
  /** Keeps a lease from the core; false when it is not signed by this desk's core for this desk. */
  readonly keep: (signed: SignedText, hashKey?: string) => boolean
  /** The lease of a person, its signature and desk checked anew; undefined when there is none to trust. */
  readonly of: (userId: Id) => Lease | undefined
  /** The lease of a login or name. */
  readonly named: (name: string) => Lease | undefined
  readonly state: (userId: Id | undefined) => LeaseState
  /** Checks a person and password without the core: five tries, then locked until the core has been asked. */
  readonly check: (name: string, password: string) => Promise<Result<Lease, OfflineRefusal>>
  /** Key of the market's hashes, as it came with the person's last sign-in. */
  readonly hashKeyOf: (userId: Id) => string
  /** The core has taken this person's password: tries count from the beginning. */
  readonly forgetTries: (userId: Id) => void
  readonly remove: (userId: Id) => void
  /** The key to seal to, of any lease that can be trusted. */
  readonly sealingKey: () => string | undefined
}

const triesAllowed = 5

/** Leases over their store. What is signed is checked each time it is read: nothing else vouches for the file. */
export function createLeases(parts: LeaseParts): Leases {
  const { store, meta, time, log } = parts

  function trusted(signed: SignedText): Lease | undefined {
    const pinned = meta.get('core')
    if (!pinned || !isTextSigned(pinned.key, 'lease', signed.text, signed.signature)) return undefined
    const lease = leaseSchema.safeParse(parseJson(signed.text))
    return lease.success && lease.data.deviceId === parts.deviceId ? lease.data : undefined
  }

  function of(userId: Id): Lease | undefined {
    const row = store.of(userId)
    const lease = row && trusted(row)
    return lease?.userId === userId ? lease : undefined
  }

  function named(name: string): Lease | undefined {
    const all = store.all().flatMap((row) => of(row.user_id) ?? [])
    return all.find((lease) => lease.login === name.toLowerCase()) ?? all.find((lease) => lease.name === name)
  }

  function holds(lease: Lease): boolean {
    const now = time.now()
    return now !== undefined && isLeaseValid(lease, now)
  }

  return {
    of,
    isOwnCore: (coreKey) => {
      const pinned = meta.get('core')
      if (!pinned) meta.set('core', { key: coreKey })
      return !pinned || pinned.key === coreKey
    },
    keep: (signed, hashKey) => {
      const lease = trusted(signed)
      if (!lease) {
        log('lease not trusted')
        return false
      }
      store.keep(lease.userId, signed, hashKey)
      time.heard(lease.issuedAt)
      return true
    },
    state: (userId) => {
      const lease = userId === undefined ? undefined : of(userId)
      if (!lease) return { kind: 'ended', endedAt: null }
      if (!holds(lease)) return { kind: 'ended', endedAt: lease.until }
      const grant = { id: lease.grant.id ?? lease.id, amountMinor: lease.grant.amountMinor }
      return { kind: 'valid', until: lease.until, priceLists: lease.priceLists, ...lease.limits, grant }
    },
    named,
    check: async (name, password) => {
      const lease = named(name)
      if (!lease || lease.verifier === '') return refuse('CORE_UNREACHABLE')
      if (!holds(lease)) return refuse('LEASE_ENDED', { endedAt: lease.until })
      if (store.countTry(lease.userId) > triesAllowed) return refuse('SIGN_IN_LOCKED_HERE')
      if (await isPassword(password, lease.verifier)) {
        store.forgetTries(lease.userId)
        return ok(lease)
      }
      const tries = store.of(lease.userId)?.tries ?? triesAllowed
      log('sign-in without the core refused', { tries })
      return refuse(tries >= triesAllowed ? 'SIGN_IN_LOCKED_HERE' : 'SIGN_IN_WRONG')
    },
    hashKeyOf: (userId) => store.of(userId)?.hash_key ?? '',
    forgetTries: store.forgetTries,
    remove: store.remove,
    sealingKey: () => store.all().flatMap((row) => trusted(row)?.sealingKey ?? [])[0],
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
