import type { Reply } from '#shared/contract/procedures.ts'
import { keyedHash } from '#shared/node/crypto.ts'
import type { Store } from './db/open-store.ts'
import type { Desk } from './desk.ts'
import { createLeaseTime } from './lease/lease-time.ts'
import { createLeases } from './lease/leases.ts'
import type { Renewal } from './lease/renew-lease.ts'
import { startRenewal } from './lease/renew-lease.ts'
import { createRevocation } from './lease/revocation.ts'
import { revokedReply } from './lease/revoked-desk.ts'
import { sealOutbox } from './lease/seal-outbox.ts'
import type { StaffMachine, StaffParts } from './staff-machine.ts'
import { createStaff } from './staff.ts'
import type { Blobs } from './sync/blobs.ts'

/** Who works at this desk needs of its other parts; `dropKeys` as in `WorkstationOptions`. */
export interface PeopleParts
  extends Omit<StaffParts, 'leases' | 'sessions' | 'commands' | 'meta' | 'device' | 'onRevoked'> {
  readonly store: Pick<Store, 'leases' | 'sessions' | 'commands' | 'meta' | 'device' | 'database'>
  readonly folder: string
  readonly blobs: Pick<Blobs, 'read'>
  readonly dropKeys: (file: string) => void
}

/** Who works at this desk, and what they may do while the core is away. */
export interface People {
  readonly staff: StaffMachine
  readonly lease: Desk['lease']
  readonly hashOf: Desk['hashOf']
  readonly renewal: Pick<Renewal, 'wake'>
  /** A sign-in to pull under, and what commands are sent under; neither once this desk is revoked. */
  readonly usable: StaffMachine['usable']
  readonly sendingToken: StaffMachine['sendingToken']
  /** The answer of a revoked desk; undefined where the service answers. */
  readonly refusal: (name: string) => Reply | undefined
  readonly stop: () => Promise<void>
}

/** Sign-ins and leases, over the desk's own store. */
export function createPeople(parts: PeopleParts): People {
  const { store, line, clock, timers, random, log, reach } = parts
  const { meta, commands, device, sessions } = store
  const time = createLeaseTime(clock, meta)
  const leases = createLeases({ store: store.leases, meta, time, deviceId: device.id, log })
  const staff = createStaff({
    ...{ line, clock, timers, random, log, reach, meta, commands, device, sessions, leases },
    demoPassword: parts.demoPassword,
    onRevoked: () => revocation.suspected(),
    onChange: () => {
      parts.onChange()
      renewal.wake(false)
    },
  })
  const renewal = startRenewal({
    ...{ line, timers, random, log, leases, time },
    isOnline: reach.isOnline,
    current: staff.current,
    onUnauthorised: staff.unauthorised,
    onRenewed: staff.renewed,
  })
  const revocation = createRevocation({
    ...{ line, timers, log, meta, deviceId: device.id },
    seal: () => {
      const sealingKey = leases.sealingKey()
      if (sealingKey === undefined) throw new Error('no lease to seal by')
      const { folder, blobs } = parts
      return sealOutbox({ folder, blobs, random, sealingKey, deviceId: device.id, database: store.database })
    },
    dropKeys: parts.dropKeys,
    onChange: parts.onChange,
  })
  return {
    staff,
    renewal,
    lease: () => leases.state(staff.current()?.user_id),
    hashOf: (text) => {
      const hashKey = staff.current()?.hash_key
      return hashKey === undefined ? undefined : keyedHash(Buffer.from(hashKey, 'base64'), text)
    },
    usable: () => (revocation.isRevoked() ? undefined : staff.usable()),
    sendingToken: () => (revocation.isRevoked() ? undefined : staff.sendingToken()),
    refusal: (name) => (revocation.isRevoked() ? revokedReply(name, parts.folder, revocation.sealedFile()) : undefined),
    stop: async () => {
      await Promise.all([staff.stop(), renewal.stop(), revocation.stop()])
    },
  }
}
