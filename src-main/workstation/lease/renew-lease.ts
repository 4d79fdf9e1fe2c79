import { leaseResponseSchema } from '#shared/contract/wire.ts'
import type { SessionRow } from '../db/outbox-tables.ts'
import type { Log, Random, Timers } from '../outside.ts'
import { bugPlace } from '../bug-place.ts'
import type { Next } from '../sync/backoff.ts'
import { backoffMs, startLoop } from '../sync/backoff.ts'
import type { CoreLine } from '../sync/core-client.ts'
import { askCore } from '../sync/core-client.ts'
import type { Leases } from './leases.ts'
import type { LeaseTime } from './lease-time.ts'

export interface RenewalParts {
  readonly line: CoreLine
  readonly timers: Timers
  readonly random: Random
  readonly log: Log
  readonly leases: Leases
  readonly time: LeaseTime
  readonly isOnline: () => boolean
  /** Who sits here, if the core still takes the sign-in. */
  readonly current: () => SessionRow | undefined
  readonly onUnauthorised: (token: string, code: string, details: SignedDetails) => void
  readonly onRenewed: () => void
}

type SignedDetails = Readonly<Record<string, unknown>>

export interface Renewal {
  /** The core is back, somebody signed in, or prices changed: a lease of now is wanted. `isUrgent` whatever its age. */
  readonly wake: (isUrgent: boolean) => void
  readonly stop: () => Promise<void>
}

const everyMs = 15 * 60_000
/** A lease younger than this need not be asked for again when the line was away for a moment. */
const freshMs = 60_000
const keepTimeMs = 60_000

/** Renews the lease of who sits here while the core answers, and keeps how far time has come while it does not. */
export function startRenewal(parts: RenewalParts): Renewal {
  const { leases, time, random, log } = parts
  let isWanted = false
  let failures = 0

  async function renewOnce(): Promise<Next> {
    time.keep()
    const row = parts.current()
    if (!row || row.is_valid === 0 || !parts.isOnline() || !(isWanted || isOld(row))) return later()
    const answer = await askCore(parts.line, {
      method: 'POST',
      path: '/lease',
      answer: leaseResponseSchema,
      token: row.token,
      json: {},
    })
    if (answer.kind === 'ok') {
      isWanted = false
      failures = 0
      if (leases.keep(answer.value.lease)) parts.onRenewed()
      return later()
    }
    if (answer.kind === 'refused' && (answer.status === 401 || answer.status === 403))
      parts.onUnauthorised(row.token, answer.code, answer.details)
    else log('lease not renewed', { reason: answer.kind === 'refused' ? answer.code : answer.reason })
    return { kind: 'wait', ms: backoffMs((failures += 1), random) }
  }

  function isOld(row: SessionRow): boolean {
    const lease = leases.of(row.user_id)
    const now = time.now()
    return !lease || now === undefined || now - lease.issuedAt >= everyMs
  }

  function later(): Next {
    return { kind: 'wait', ms: keepTimeMs }
  }

  const loop = startLoop(parts.timers, renewOnce, (error) => log('lease bug', { error: bugPlace(error) }))
  return {
    wake: (isUrgent) => {
      const row = parts.current()
      const lease = row && leases.of(row.user_id)
      const age = lease && (time.now() ?? Number.POSITIVE_INFINITY) - lease.issuedAt
      isWanted ||= isUrgent || age === undefined || age >= freshMs
      loop.wake()
    },
    stop: loop.stop,
  }
}
