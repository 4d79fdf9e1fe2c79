import { z } from 'zod'
import type { SessionResponse } from '#shared/contract/wire.ts'
import { peopleResponseSchema, sessionResponseSchema } from '#shared/contract/wire.ts'
import type { Session } from '#shared/domain/staff/contract.ts'
import type { Result } from '#shared/kernel/result.ts'
import { ok, refuse } from '#shared/kernel/result.ts'
import { bugPlace } from './bug-place.ts'
import type { SessionRow } from './db/outbox-tables.ts'
import { sessionOf } from './db/sessions.ts'
import type { SignInRefusal } from './desk.ts'
import { createOwnKey } from './lease/own-key.ts'
import { createSignInAlone } from './lease/sign-in-alone.ts'
import type { StaffMachine, StaffParts } from './staff-machine.ts'
import type { Next } from './sync/backoff.ts'
import { backoffMs, startLoop } from './sync/backoff.ts'
import { storageProblemOf } from './storage-problem.ts'
import { askCore } from './sync/core-client.ts'

/** Refusals of a sign-in that a person at the desk is told as they are. */
const coreRefusals = ['SIGN_IN_WRONG', 'SIGN_IN_LOCKED', 'DEVICE_UNKNOWN', 'DEVICE_REVOKED', 'USER_REVOKED'] as const

function isPersonRefused(code: string): boolean {
  return code === 'SIGN_IN_WRONG' || code === 'USER_REVOKED'
}

/** A sign-in survives a crash for this long without a key pressed; it never makes a person who is working sign in. */
const keptMs = 15 * 60_000
const touchEveryMs = 60_000
const probeMs = 5_000
const longestProbeMs = 5_000
/** A change of user takes five seconds at the most, also where the core hangs (product.md, Shared counters). */
const signInMs = 3_500

/** People, sign-ins and their renewal. In a demonstration the desk signs itself in for the feed before anyone chose a tile. */
export function createStaff(parts: StaffParts): StaffMachine {
  const { line, clock, meta, sessions, reach, log, random } = parts
  const last = sessions.current()
  if (last && clock.now() - last.active_at > keptMs) sessions.endCurrent()
  let row = sessions.current()
  let touchedAt = 0
  let failures = 0
  let askedPeopleOf: string | undefined
  const alone = createSignInAlone({ leases: parts.leases, sessions, clock })
  const ownKey = createOwnKey({ line, device: parts.device, log, onRevoked: parts.onRevoked })

  async function contact(): Promise<Next> {
    const address = line.address()
    if (address === undefined || line.isCut()) return { kind: 'idle' }
    if (askedPeopleOf !== address && !(await askPeople(address))) return unreachable()
    const renewed = await renewTyped()
    if (renewed) return renewed
    const password = parts.demoPassword()
    if (sessions.usable()) return { kind: 'idle' } // the line of events tells from now on whether the core is there
    const name = password === undefined ? undefined : nameForFeed()
    if (password !== undefined && name !== undefined) {
      const answer = await ask(name, password)
      if (answer.kind === 'ok' && keep(answer.value, answer.value.userId === row?.user_id, true))
        return { kind: 'idle' }
      if (answer.kind === 'unreachable') return unreachable()
      const code = answer.kind === 'ok' ? 'CORE_DIFFERS' : answer.code
      log('sign-in for the feed refused', { code })
      if (code === 'DEVICE_REVOKED') parts.onRevoked()
      if (isPersonRefused(code) && row) end()
      if (answer.kind === 'ok') return { kind: 'wait', ms: backoffMs((failures += 1), random) }
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
    if (parts.commands.countUnsent() > 0 && ownKey.token() === undefined && (await ownKey.ask())) parts.onChange()
    return { kind: 'wait', ms: probeMs }
  }

  /** Who signed in without the core by name is signed in there as soon as it answers, or asked again. */
  async function renewTyped(): Promise<Next | undefined> {
    if (!row || row.is_valid === 1 || row.is_tile === 1) return undefined
    const typed = alone.typedBy(row.user_id)
    if (!typed) {
      if (reach.isOnline()) end()
      return undefined
    }
    const answer = await ask(typed.name, typed.password)
    if (answer.kind === 'unreachable') return unreachable()
    reach.ok()
    if (answer.kind === 'ok' && keep(answer.value, answer.value.userId === row?.user_id, false))
      return { kind: 'again' }
    const code = answer.kind === 'ok' ? 'CORE_DIFFERS' : answer.code
    log('sign-in after the line came back refused', { code })
    if (code === 'DEVICE_REVOKED') parts.onRevoked()
    if (answer.kind === 'refused' && answer.retryAfterMs !== null)
      return { kind: 'wait', ms: Math.min(longestProbeMs, answer.retryAfterMs) }
    end()
    return undefined
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

  function ask(name: string, password: string, timeoutMs?: number) {
    const device = { id: parts.device.id, name: 'Linedesk', publicKey: parts.device.publicKey }
    return askCore(line, {
      method: 'POST',
      path: '/session',
      answer: sessionResponseSchema,
      json: { name, password, device },
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    })
  }

  function unreachable(): Next {
    reach.failed()
    return { kind: 'wait', ms: Math.min(longestProbeMs, backoffMs((failures += 1), random)) }
  }

  /** False when the answer is of another core than the one this desk belongs to. */
  function keep(answer: SessionResponse, isCurrent: boolean, isTile: boolean): boolean {
    if (!parts.leases.isOwnCore(answer.coreKey)) return false
    parts.leases.keep(answer.lease, answer.hashKey)
    parts.leases.forgetTries(answer.userId)
    sessions.keep(answer, { isCurrent, isTile, now: clock.now() })
    alone.forgetTyped()
    changed()
    return true
  }

  async function signIn(name: string, password: string, isTile: boolean): Promise<Result<Session, SignInRefusal>> {
    // who is waited for at a counter is not kept waiting for a core that is known to be away
    const here =
      line.isCut() || (failures > 0 && !reach.isOnline()) ? await signInAlone(name, password, isTile) : undefined
    if (here?.ok === true) return here
    const answer = await ask(name, password, signInMs)
    if (answer.kind === 'unreachable') {
      reach.failed()
      return here ?? signInAlone(name, password, isTile)
    }
    reach.ok()
    if (answer.kind === 'ok') return keep(answer.value, true, isTile) ? current() : refuse('CORE_DIFFERS')
    const { code, details } = answer
    if (code === 'DEVICE_REVOKED') parts.onRevoked()
    if (code === 'USER_REVOKED') alone.shutOut(name)
    const known = coreRefusals.find((one) => one === code)
    return known ? refuse(known, details) : refuse('CORE_UNREACHABLE', { reason: code })
  }

  /** Without the core: by the verifier of the lease, five tries. */
  async function signInAlone(name: string, password: string, isTile: boolean): Promise<Result<Session, SignInRefusal>> {
    const checked = await alone.signIn(name, password, isTile)
    if (!checked.ok) return checked
    changed()
    loop.wake()
    return current()
  }

  function current(): Result<Session, SignInRefusal> {
    return row ? ok(sessionOf(row)) : refuse('SIGN_IN_WRONG')
  }

  function changed(): void {
    row = sessions.current()
    if (row && left()) meta.set('left', null)
    parts.onChange()
  }

  function left() {
    return meta.get('left') ?? undefined
  }

  /** Ends who sits here, and remembers who it was for the one who comes next. Gives how many commands wait. */
  function leave(isLocked: boolean): number {
    if (row) meta.set('left', { userId: row.user_id, name: row.name, at: clock.now(), isLocked })
    end()
    return parts.commands.countUnsent()
  }

  /** Sign-ins kept only for what was unsent; who locked the desk comes back to theirs. */
  function releaseEnded(): void {
    const locked = left()
    for (const ended of sessions.ended())
      if (locked?.isLocked !== true || locked.userId !== ended.user_id) void release(ended)
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
    if (ended.token === '') return
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
        const unsent = leave(false)
        if (unsent === 0) releaseEnded()
        return unsent
      },
      lock: () => leave(true),
      left,
    },
    session: () => (row ? sessionOf(row) : undefined),
    current: () => row,
    usable: sessions.usable,
    sendingToken: () => sessions.usable()?.token ?? ownKey.token(),
    unauthorised: (token, code) => {
      if (code === 'DEVICE_REVOKED') parts.onRevoked()
      if (token === ownKey.token()) ownKey.drop()
      const known = sessions.usable()?.token === token || row?.token === token
      try {
        sessions.invalidate(token)
      } catch (error) {
        // a full disk: the core says it again at the next pull
        if (storageProblemOf(error) === undefined) throw error
        return log('sign-in not ended', { problem: storageProblemOf(error) ?? '' })
      }
      log('sign-in no longer valid', { code, known })
      // a tile's sign-in renews itself; anybody else is asked again, and finds the drafts as they were
      if (row?.token === token && (row.is_tile === 0 || parts.demoPassword() === undefined)) end()
      else changed()
      loop.wake()
    },
    online: () => {
      if (row?.is_valid === 0) loop.wake()
    },
    renewed: () => {
      const lease = row && parts.leases.of(row.user_id)
      if (!row || !lease || (lease.role === row.role && lease.deskName === row.desk_name)) return
      sessions.adopt(lease)
      changed()
    },
    wake: () => {
      failures = 0
      askedPeopleOf = undefined
      loop.wake()
    },
    drained: () => {
      ownKey.drop()
      releaseEnded()
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
