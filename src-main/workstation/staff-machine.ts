import type { Session } from '#shared/domain/staff/contract.ts'
import type { CommandStore } from './db/commands.ts'
import type { Meta } from './db/meta.ts'
import type { SessionRow } from './db/outbox-tables.ts'
import type { SessionStore } from './db/sessions.ts'
import type { Staff } from './desk.ts'
import type { DeviceIdentity } from './lease/device-session.ts'
import type { Leases } from './lease/leases.ts'
import type { Clock, Log, Random, Timers } from './outside.ts'
import type { CoreLine } from './sync/core-client.ts'
import type { Reach } from './sync/reach.ts'

export interface StaffParts {
  readonly line: CoreLine
  readonly clock: Clock
  readonly timers: Timers
  readonly random: Random
  readonly log: Log
  readonly reach: Reach
  readonly meta: Meta
  readonly sessions: SessionStore
  readonly commands: Pick<CommandStore, 'countUnsent'>
  readonly leases: Leases
  readonly device: DeviceIdentity
  readonly demoPassword: () => string | undefined
  /** Who is signed in, or which tokens are good, has changed. */
  readonly onChange: () => void
  /** The core says that this desk is revoked; it has still to prove it. */
  readonly onRevoked: () => void
}

export interface StaffMachine {
  readonly staff: Staff
  readonly session: () => Session | undefined
  readonly current: () => SessionRow | undefined
  /** A sign-in under which this desk may push and pull: the current one first. */
  readonly usable: () => SessionRow | undefined
  /** What commands are sent under: such a sign-in, else the desk's own key once it has been asked for. */
  readonly sendingToken: () => string | undefined
  readonly unauthorised: (token: string, code: string) => void
  /** The core answers again. */
  readonly online: () => void
  /** The core gave who sits here a lease anew: role and place are those of now. */
  readonly renewed: () => void
  /** Looks at the core anew: a new address, a cable put back. */
  readonly wake: () => void
  /** Everything is sent: sign-ins kept only for that are ended in the core too. */
  readonly drained: () => void
  readonly active: () => void
  readonly stop: () => Promise<void>
}
