import { z } from 'zod'
import { isCommandType } from '#shared/contract/commands.ts'
import type { Command } from '#shared/contract/wire.ts'
import { choiceSchema, commandSchema } from '#shared/contract/wire.ts'
import type { Instant } from '#shared/kernel/date.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { detailsSchema } from '#shared/kernel/result.ts'
import type { SqliteDatabase } from '#shared/node/open-database.ts'
import type { Outbox, OutboxItem } from '../desk.ts'
import type { CommandRow, KeptState } from './outbox-tables.ts'

/** What the core decided about a command, from a push's answer or from the feed. */
export interface Decision {
  readonly id: Id
  readonly state: Extract<KeptState, 'applied' | 'rejected' | 'conflict' | 'needsApproval'>
  readonly code: string
  readonly details: string
  readonly snapshot: string
  readonly choices: string
  readonly decidedAt: Instant
  /** The feed has brought it: the mirror holds what it did. */
  readonly isSettled: boolean
  /** The decision that settled it, of whichever desk, as the core has it. */
  readonly resolvedBy?: Id | null
}

/** A command with the scope its rows are predicted in: what journal and outbox keep. */
export interface Kept {
  readonly command: Command
  readonly scope: string
}

/** Transient states of commands on their way, and who blocks whom. */
export interface Passing {
  readonly sending: ReadonlySet<Id>
  readonly blocked: ReadonlySet<Id>
}

export interface CommandStore extends Outbox {
  readonly add: (kept: Kept) => boolean
  /** Keeps an undecided command anew under another number; false when there is none. */
  readonly replace: (kept: Kept) => boolean
  readonly kept: (id: Id) => Kept | undefined
  readonly has: (id: Id) => boolean
  readonly stateOf: (id: Id) => CommandRow['state'] | undefined
  readonly lastTouching: (aggregate: string) => Id | undefined
  readonly highestSeq: () => number
  readonly countUnsent: () => number
  readonly oldestUnsentAt: () => Instant | undefined
  /** Undecided commands as they are sent, in order; quarantined ones left out. */
  readonly queue: () => readonly Kept[]
  readonly unsentSeqs: () => readonly number[]
  /** Commands whose outcome the mirror does not yet hold and that are not refused, in order. */
  readonly unsettled: () => readonly (Kept & { readonly state: KeptState })[]
  readonly unsettledIds: () => readonly Id[]
  /** Decided by an answer of the core; the feed has not brought it yet. */
  readonly answered: () => readonly { readonly id: Id; readonly deviceSeq: number }[]
  readonly resolverOf: (id: Id) => Id | undefined
  /** Keeps a decision; false when nothing new was in it. Twice is once. */
  readonly decide: (decision: Decision) => boolean
  readonly quarantine: (id: Id, code: string) => void
  /** Gives quarantined commands another try: a newer core may know them. */
  readonly release: () => void
  readonly releaseOne: (id: Id) => void
  /** After the core was restored: everything kept since a moment goes out again; its ledger removes doubles. */
  readonly resendSince: (at: Instant) => number
  /** The core answered these and knows them no more: they go out again. */
  readonly resend: (ids: readonly Id[]) => void
}

const choicesSchema = z.array(choiceSchema)
const foldedStates: readonly CommandRow['state'][] = ['captured', 'applied', 'needsApproval']

/** Commands in outbox.db, by prepared statements. `passing` says which are on their way right now. */
export function commandsOf(database: SqliteDatabase, passing: Passing): CommandStore {
  const all = (where: string) => database.prepare<(string | number)[], CommandRow>(`select * from command ${where}`)
  const byId = all('where id = ?')
  const touching = all(
    'where device_seq in (select device_seq from command_touch where aggregate = ?) order by device_seq',
  )
  const open = all(`where state in ('captured', 'quarantined') order by device_seq`)
  const refused = all(`where state in ('rejected', 'conflict') and resolved_by is null order by device_seq desc`)
  const keptAside = all(
    `where state in ('captured', 'quarantined') and state = 'quarantined' and resolved_by is null order by device_seq desc`,
  )
  const decidedSince = all('where decided_at >= ? order by decided_at desc')
  const unsettled = all(
    `where is_settled = 0 and state in ('captured', 'quarantined', 'applied', 'needsApproval') order by device_seq`,
  )
  const value = <T>(sql: string) => database.prepare<(string | number)[], { value: T }>(sql)
  const hasId = value<number>('select 1 as value from command where id = ?')
  const state = value<CommandRow['state']>('select state as value from command where id = ?')
  const lastTouch = value<Id>(
    'select command_id as value from command_touch where aggregate = ? order by device_seq desc limit 1',
  )
  const highest = value<number | null>('select max(device_seq) as value from command')
  const unsentCount = value<number>(`select count(*) as value from command where state in ('captured', 'quarantined')`)
  const unsentSeqs = value<number>(
    `select device_seq as value from command where state in ('captured', 'quarantined') order by device_seq`,
  )
  const oldestUnsent = value<number | null>(
    `select min(captured_at) as value from command where state in ('captured', 'quarantined')`,
  )
  const unsettledIds = value<Id>('select id as value from command where is_settled = 0 order by device_seq')
  const answered = database.prepare<[], { id: Id; deviceSeq: number }>(
    `select id, device_seq as deviceSeq from command
     where is_settled = 0 and state not in ('captured', 'quarantined') order by device_seq`,
  )
  const resolver = value<Id>('select id as value from command where resolves = ? order by device_seq desc limit 1')
  const insert = database.prepare(
    `insert into command (device_seq, id, type, command, scope, state, code, details, snapshot, choices, captured_at,
       decided_at, resolves, resolved_by, is_settled)
     values (?, ?, ?, ?, ?, 'captured', '', '{}', '{}', '[]', ?, null, ?, null, 0) on conflict do nothing`,
  )
  const insertTouch = database.prepare(
    'insert into command_touch (aggregate, device_seq, command_id) values (?, ?, ?) on conflict do nothing',
  )
  const setResolved = database.prepare('update command set resolved_by = ? where id = ?')
  const setUnresolved = database.prepare('update command set resolved_by = null where id = ? and resolved_by = ?')
  const update = database.prepare(
    `update command set state = ?, code = ?, details = ?, snapshot = ?, choices = ?,
       decided_at = coalesce(decided_at, ?), is_settled = max(is_settled, ?) where id = ?`,
  )
  const setNumber = database.prepare(
    `update command set device_seq = ?, command = ? where id = ? and state in ('captured', 'quarantined')`,
  )
  const setTouchNumber = database.prepare('update command_touch set device_seq = ? where command_id = ?')
  const setQuarantined = database.prepare(`update command set state = 'quarantined', code = ? where id = ?`)
  const setReleased = database.prepare(`update command set state = 'captured', code = '' where state = 'quarantined'`)
  const setOneReleased = database.prepare(
    `update command set state = 'captured', code = '' where state = 'quarantined' and id = ?`,
  )
  const setResent = database.prepare(
    `update command set state = 'captured', code = '', is_settled = 0, decided_at = null
     where captured_at >= ? and state not in ('captured', 'quarantined')`,
  )
  const setOneResent = database.prepare(
    `update command set state = 'captured', code = '', decided_at = null where id = ? and is_settled = 0`,
  )

  // each round of the push and each fold reads the whole queue: what is in it or folded is parsed once
  const waiting = new Map<Id, Kept>()

  const add = database.transaction(({ command, scope }: Kept): boolean => {
    const { id, deviceSeq, resolves } = command
    const { changes } = insert.run(
      deviceSeq,
      id,
      command.type,
      JSON.stringify(command),
      scope,
      command.capturedAt,
      resolves,
    )
    if (changes === 0) return false
    for (const aggregate of command.touches) insertTouch.run(aggregate, deviceSeq, id)
    if (resolves) setResolved.run(id, resolves)
    return true
  })

  const replace = database.transaction(({ command }: Kept): boolean => {
    waiting.delete(command.id)
    const { changes } = setNumber.run(command.deviceSeq, JSON.stringify(command), command.id)
    if (changes === 0) return false
    setTouchNumber.run(command.deviceSeq, command.id)
    return true
  })

  const decide = database.transaction((decision: Decision): boolean => {
    const row = byId.get(decision.id)
    if (!row) return false
    const isResolvedAnew = decision.resolvedBy != null && decision.resolvedBy !== row.resolved_by
    if (isResolvedAnew) setResolved.run(decision.resolvedBy ?? null, row.id)
    const isSame = row.state === decision.state && row.code === decision.code && row.details === decision.details
    if (isSame && (row.is_settled === 1 || !decision.isSettled)) return isResolvedAnew
    // an answer that was late must not undo what the feed has brought since
    if (row.is_settled === 1 && !decision.isSettled) return false
    const { state: next, code, details, snapshot, choices } = decision
    if (decision.isSettled || next === 'rejected' || next === 'conflict') waiting.delete(decision.id)
    update.run(next, code, details, snapshot, choices, decision.decidedAt, decision.isSettled ? 1 : 0, decision.id)
    // a decision that was itself refused settles nothing: the first command waits for a person again
    if (row.resolves && (next === 'rejected' || next === 'conflict')) {
      // unless somebody else's decision did meanwhile
      setUnresolved.run(row.resolves, row.id)
      setResolved.run(row.resolves, decision.id)
    }
    return true
  })

  return {
    add,
    replace,
    decide,
    kept: (id) => map(byId.get(id), keptOf),
    has: (id) => hasId.get(id) !== undefined,
    stateOf: (id) => state.get(id)?.value,
    lastTouching: (aggregate) => lastTouch.get(aggregate)?.value,
    highestSeq: () => highest.get()?.value ?? 0,
    countUnsent: () => unsentCount.get()?.value ?? 0,
    oldestUnsentAt: () => oldestUnsent.get()?.value ?? undefined,
    queue: () =>
      open
        .all()
        .filter((row) => row.state === 'captured')
        .map(keptOf),
    unsentSeqs: () => unsentSeqs.all().map((row) => row.value),
    unsettled: () => unsettled.all().map((row) => ({ ...keptOf(row), state: row.state })),
    unsettledIds: () => unsettledIds.all().map((row) => row.value),
    answered: () => answered.all(),
    resolverOf: (id) => resolver.get(id)?.value,
    quarantine: (id, code) => {
      setQuarantined.run(code, id)
    },
    release: () => {
      setReleased.run()
    },
    releaseOne: (id) => {
      setOneReleased.run(id)
    },
    resendSince: (at) => setResent.run(at).changes,
    resend: (ids) => {
      for (const id of ids) setOneResent.run(id)
    },
    get: (id) => map(byId.get(id), item),
    touching: (aggregate) => touching.all(aggregate).flatMap(itemList),
    unsent: () => open.all().flatMap(itemList),
    needsYou: () =>
      [...refused.all(), ...keptAside.all()].sort((a, b) => b.device_seq - a.device_seq).flatMap(itemList),
    decidedSince: (at) => decidedSince.all(at).flatMap(itemList),
  }

  function keptOf(row: CommandRow): Kept {
    const known = waiting.get(row.id)
    if (known) return known
    const kept = { command: commandSchema.parse(JSON.parse(row.command)), scope: row.scope }
    if (row.is_settled === 0 && foldedStates.includes(row.state)) waiting.set(row.id, kept)
    return kept
  }

  function itemList(row: CommandRow): OutboxItem[] {
    const one = item(row)
    return one ? [one] : []
  }

  function item(row: CommandRow): OutboxItem | undefined {
    if (!isCommandType(row.type)) return undefined
    const { command } = keptOf(row)
    return {
      id: row.id,
      deviceSeq: row.device_seq,
      type: row.type,
      body: command.body,
      state: passingState(row),
      code: row.code,
      details: detailsSchema.parse(JSON.parse(row.details)),
      snapshot: detailsSchema.parse(JSON.parse(row.snapshot)),
      choices: choicesSchema.parse(JSON.parse(row.choices)),
      capturedAt: row.captured_at,
      decidedAt: row.decided_at,
      actorName: command.actor.name,
      touches: command.touches,
      resolvedBy: row.resolved_by,
      resolves: row.resolves,
    }
  }

  function passingState(row: CommandRow): OutboxItem['state'] {
    if (row.state !== 'captured') return row.state
    if (passing.sending.has(row.id)) return 'sending'
    return passing.blocked.has(row.id) ? 'blocked' : 'captured'
  }
}

function map<A, B>(value: A | undefined, change: (value: A) => B): B | undefined {
  return value === undefined ? undefined : change(value)
}
