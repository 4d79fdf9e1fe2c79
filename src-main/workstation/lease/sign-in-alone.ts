import type { Id } from '#shared/kernel/ids.ts'
import type { Result } from '#shared/kernel/result.ts'
import { ok } from '#shared/kernel/result.ts'
import type { SessionStore } from '../db/sessions.ts'
import type { Clock } from '../outside.ts'
import type { Leases, OfflineRefusal } from './leases.ts'

/** Signing in while the core is away. */
export interface SignInAlone {
  readonly signIn: (name: string, password: string, isTile: boolean) => Promise<Result<true, OfflineRefusal>>
  /** What a person typed then: in memory only, so that the core can be asked as soon as it answers. */
  readonly typedBy: (userId: Id) => { readonly name: string; readonly password: string } | undefined
  readonly forgetTyped: () => void
  /** A person the core takes no more may not sign in here alone either. */
  readonly shutOut: (name: string) => void
}

/** By the verifier of the lease: the session begins without a token, and gets one from the core later. */
export function createSignInAlone(parts: {
  readonly leases: Leases
  readonly sessions: SessionStore
  readonly clock: Clock
}): SignInAlone {
  const { leases, sessions, clock } = parts
  let typed: { readonly userId: Id; readonly name: string; readonly password: string } | undefined
  return {
    signIn: async (name, password, isTile) => {
      const checked = await leases.check(name, password)
      if (!checked.ok) return checked
      const lease = checked.value
      sessions.keepOffline(lease, { hashKey: leases.hashKeyOf(lease.userId), isTile, now: clock.now() })
      typed = isTile ? undefined : { userId: lease.userId, name, password }
      return ok(true)
    },
    typedBy: (userId) => (typed?.userId === userId ? typed : undefined),
    forgetTyped: () => {
      typed = undefined
    },
    shutOut: (name) => {
      const lease = leases.named(name)
      if (lease) leases.remove(lease.userId)
    },
  }
}
