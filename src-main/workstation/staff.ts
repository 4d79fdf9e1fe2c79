import { z } from 'zod'
import type { SessionResponse } from '#shared/contract/wire.ts'
import { peopleResponseSchema, sessionResponseSchema } from '#shared/contract/wire.ts'
import type { Session } from '#shared/domain/staff/contract.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { bugPlace } from './bug-place.ts'
import type { CommandStore } from './db/commands.ts'
import type { Meta } from './db/meta.ts'
import type { SessionRow } from './db/outbox-tables.ts'
import type { SessionStore } from './db/sessions.ts'
import { sessionOf } from './db/sessions.ts'
import type { SignInRefusal, Staff } from './desk.ts'
import type { Clock, Log, Random, Timers } from './outside.ts'
import type { Next } from './sync/backoff.ts'
import { backoffMs, startLoop } from './sync/backoff.ts'
import { storageProblemOf } from './storage-problem.ts'
import type { CoreLine } from './sync/core-client.ts'
import { askCore } from './sync/core-client.ts'
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
  readonly device: { readonly id: Id; readonly publicKey: string }
  readonly demoPassword: () => string | undefined
  /** Who is signed in, or which tokens are good, has changed. */
  readonly onChange: () => void
}

export interface StaffMachine {
  readonly staff: Staff
  readonly session: () => Session | undefined
  readonly current: () => SessionRow | undefined
  /** A sign-in under which this desk may push and pull: the current one first. */
  readonly usable: () => SessionRow | undefined
  readonly unauthorised: (token: string, code: string) => void
  /** Looks at the core anew: a new address, a cable put back. */
  readonly wake: () => void
  /** Everything is sent: sign-ins kept only for that are ended in the core too. */
  readonly drained: () => void
  readonly active: () => void
  readonly stop: () => Promise<void>
}

/** A sign-in survives a crash for this long without a key pressed; it never makes a person who is working sign in. */
const keptMs = 15 * 60_000
const touchEveryMs = 60_000
const probeMs = 5_000
const longestProbeMs = 5_000

/** People, sign-ins and their renewal. In a demonstration the desk signs itself in for the feed before anyone chose a tile. */
export function createStaff(parts: StaffParts): StaffMachine {
  const { line, clock, meta, sessions, reach, log, random } = parts
  const last = sessions.current()
  if (last && clock.now() - last.active_at > keptMs) sessions.endCurrent()
  let row = sessions.current()
  let touchedAt = 0
  let failures = 0
  let askedPeopleOf: string | undefined

  async function contact(): Promise<Next> {
    const address = line.address()
    if (address === undefined || line.isCut()) return { kind: 'idle' }
    if (askedPeopleOf !== address && !(await askPeople(address))) return unreachable()
    const password = parts.demoPassword()
    if (sessions.usable()) return { kind: 'idle' } // the line of events tells from now on whether the core is there
    const name = password === undefined ? undefined : nameForFeed()
    if (password !== undefined && name !== undefined) {
      const answer = await ask(name, password)
      if (answer.kind === 'ok') {
        keep(answer.value, answer.value.userId === row?.user_id, true)
        return { kind: 'idle' }
      }
      if (answer.kind === 'unreachable') return unreachable()
      log('sign-in for the feed refused', { code: answer.code })
      if (answer.code === 'SIGN_IN_WRONG' && row) end()
      return { kind: 'wait', ms: answer.retryAfterMs ?? backoffMs((failures += 1), random) }
    }
    const health = await askCore(line, {
      method: 'GET',
      path: '/health',
      answer: z.object({ ok: z.literal(true) }),
      timeoutMs: 5_000,
    })
    if (health.kind === 'unreachable') return unreachable()
    reach.ok()
    return { kind: 'wait', ms: probeMs }
  }

  async function askPeople(address: string): Promise<boolean> {
    const answer = await askCore(line, { method: 'GET', path: '/people', answer: peopleResponseSchema })
    if (answer.kind === 'unreachable') return false
    reach.ok()
    failures = 0
    askedPeopleOf = address
    if (answer.kind === 'ok') meta.set('people', answer.value.people)
    else if (answer.code === 'NOT_DEMONSTRATION') meta.set('people', [])
    else askedPeopleOf = undefined
    parts.onChange()
    return true
  }

  /** Whose sign-in the feed may use: whoever sits here by a tile, else the first tile. */
  function nameForFeed(): string | undefined {
    if (row && row.is_tile === 1) return row.name
    return people()[0]?.name
  }

  function ask(name: string, password: string) {
    const device = { id: parts.device.id, name: 'Linedesk', publicKey: parts.device.publicKey }
    return askCore(line, {
      method: 'POST',
      path: '/session',
      answer: sessionResponseSchema,
      json: { name, password, device },
    })
  }

  function unreachable(): Next {
    reach.failed()
    return { kind: 'wait', ms: Math.min(longestProbeMs, backoffMs((failures += 1), random)) }
  }

  function keep(answer: SessionResponse, isCurrent: boolean, isTile: boolean): void {
    sessions.keep(answer, { isCurrent, isTile, now: clock.now() })
    changed()
  }

  async function signIn(name: string, password: string, isTile: boolean): Promise<Result<Session, SignInRefusal>> {
    const answer = await ask(name, password)
    if (answer.kind === 'unreachable') {
      reach.failed()
      return refuse('CORE_UNREACHABLE', { reason: answer.reason })
    }
    reach.ok()
    if (answer.kind === 'refused') {
      const { code, details } = answer
      if (code === 'SIGN_IN_WRONG' || code === 'SIGN_IN_LOCKED') return refuse(code, details)
      return refuse('CORE_UNREACHABLE', { reason: code })
    }
    keep(answer.value, true, isTile)
    return current()
  }

  function current(): Result<Session, SignInRefusal> {
    return row ? ok(sessionOf(row)) : refuse('SIGN_IN_WRONG')
  }

  function changed(): void {
    row = sessions.current()
    parts.onChange()
  }

  function end(): void {
    if (row && row.is_tile === 1 && row.is_valid === 0) sessions.remove(row.user_id)
    sessions.endCurrent()
    changed()
  }

  function people() {
    return meta.get('people') ?? []
  }

  async function release(ended: SessionRow): Promise<void> {
    sessions.remove(ended.user_id)
    await askCore(line, { method: 'DELETE', path: '/session', answer: z.unknown(), token: ended.token })
  }

  const loop = startLoop(parts.timers, contact, (error) => log('staff bug', { error: bugPlace(error) }))

  return {
    staff: {
      people,
      signInByTile: async (userId) => {
        const password = parts.demoPassword()
        const tile = people().find((one) => one.userId === userId)
        if (password === undefined || !tile) return refuse('NOT_DEMONSTRATION')
        if (sessions.of(userId)?.is_valid === 1) {
          sessions.makeCurrent(userId, clock.now())
          changed()
          return current()
        }
        return signIn(tile.name, password, true)
      },
      signInByName: (name, password) => signIn(name.trim(), password, false),
      signOut: () => {
        const unsent = parts.commands.countUnsent()
        end()
        if (unsent === 0) for (const ended of sessions.ended()) void release(ended)
        return unsent
      },
    },
    session: () => (row ? sessionOf(row) : undefined),
    current: () => row,
    usable: sessions.usable,
    unauthorised: (token, code) => {
      const known = sessions.usable()?.token === token || row?.token === token
      sessions.invalidate(token)
      log('sign-in no longer valid', { code, known })
      // a tile's sign-in renews itself; anybody else is asked again, and finds the drafts as they were
      if (row?.token === token && (row.is_tile === 0 || parts.demoPassword() === undefined)) end()
      else changed()
      loop.wake()
    },
    wake: () => {
      failures = 0
      askedPeopleOf = undefined
      loop.wake()
    },
    drained: () => {
      for (const ended of sessions.ended()) void release(ended)
    },
    active: () => {
      const now = clock.now()
      if (!row || now - touchedAt < touchEveryMs) return
      touchedAt = now
      try {
        sessions.touch(now)
      } catch (error) {
        // a full disk must not keep anybody from asking: a crash then only asks the person to sign in a minute sooner
        if (storageProblemOf(error) === undefined) throw error
        log('sign-in not touched', { problem: storageProblemOf(error) ?? '' })
      }
    },
    stop: loop.stop,
  }
}
