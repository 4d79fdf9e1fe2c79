import type { MirrorRow, MirrorTableName } from '#shared/contract/mirror.ts'
import { mirrorTables } from '#shared/contract/mirror.ts'
import type { Id } from '#shared/kernel/ids.ts'
import type { Cell } from '#shared/kernel/table.ts'
import type { SqliteDatabase } from '#shared/node/open-database.ts'
import type { CommandStore, Kept } from '../db/commands.ts'
import { isDamage } from '../db/open-outbox.ts'
import type { Seen, View } from '../desk.ts'
import type { Overlaid, Overlay } from './overlay.ts'
import { foldCommands, tablesOf } from './overlay.ts'

export interface ViewMachine {
  readonly view: View
  /** Reads the rows of one moment: everything `work` reads at once belongs together. */
  readonly inSnapshot: <T>(work: () => T) => T
  /** Reads another cache file from now on, or none. Closes the one before. */
  readonly readFrom: (database: SqliteDatabase | undefined) => void
  /** A command was captured: it is folded from now on. */
  readonly add: (kept: Kept) => void
  /** Commands were decided: takes the list anew from the outbox. Gives the tables that look different now, by what left or joined the fold. */
  readonly reload: () => readonly MirrorTableName[]
  readonly close: () => void
}

type Row = Readonly<Record<string, Cell>>

/**
 * View = mirror + fold(pending commands); nothing of it is stored. A command is folded until its outcome row is in the
 * mirror, which is when the rows it made are there too (one transaction), so nothing is shown twice or flickers back.
 * Before the first load the mirror is empty and the view is the fold alone.
 */
export function createView(commands: CommandStore, onDamaged: () => void = () => undefined): ViewMachine {
  let mirror = undefined as Mirror | undefined
  let pending = pendingOf(commands)
  // what the page may have been shown since the last reload, settled or not
  let shown = pending
  let overlay: Overlay | undefined
  let depth = 0

  function inSnapshot<T>(work: () => T): T {
    if (!mirror || depth > 0) return work()
    const at = mirror
    depth += 1
    at.begin()
    try {
      if (at.hasChanged()) settle(at)
      return work()
    } finally {
      at.commit()
      depth -= 1
    }
  }

  /** Takes out of the fold what the mirror holds by now, read in the same snapshot as the rows. */
  function settle(at: Mirror): void {
    const left = pending.filter((one) => !at.hasOutcome(one.settledBy))
    if (left.length === pending.length) return
    pending = left
    overlay = undefined
  }

  function folded(): Overlay {
    overlay ??= foldCommands(pending)
    return overlay
  }

  function seen<T extends MirrorTableName>(
    table: T,
    base: Row | undefined,
    over: Overlaid | undefined,
  ): Seen<T> | undefined {
    const row = over ? { ...base, ...over.set } : base
    if (!row) return undefined
    // a prediction for a row this desk does not hold says too little to be shown
    if (!base && mirrorTables[table].columnNames.some((name) => row[name] === undefined)) return undefined
    const mark = over ? ({ state: 'desk', at: over.at } as const) : ({ state: 'confirmed', at: null } as const)
    return { row: row as MirrorRow<T>, mark } // the columns are those of the table's own list
  }

  const view: View = {
    get: (table, id) => inSnapshot(() => seen(table, mirror?.row(table, id), withId(folded().get(table)?.get(id), id))),
    where: (table, column, value) =>
      inSnapshot(() => {
        const over = folded().get(table)
        const rows = mirror?.rows(table, column, value) ?? []
        const found = rows.flatMap((row) => seen(table, row, over?.get(String(row['id']))) ?? [])
        const ids = new Set(rows.map((row) => row['id']))
        const others = [...(over ?? [])]
          .filter(([id, one]) => !ids.has(id) && one.set[column] === value)
          .flatMap(([id, one]) => seen(table, mirror?.row(table, id), withId(one, id)) ?? [])
        return [...found, ...others].filter(({ row }) => (row as Row)[column] === value) // a mirror row is cells by name
      }),
    // what SQL gives is what the caller's own select says
    sql: <R>(text: string, ...parameters: readonly Cell[]) =>
      inSnapshot(() => (mirror?.sql(text, parameters) ?? []) as R[]),
    pendingRows: (table) =>
      inSnapshot(() =>
        [...(folded().get(table) ?? [])].flatMap(([id, one]) =>
          mirror?.row(table, id) ? [] : (seen(table, undefined, withId(one, id)) ?? []),
        ),
      ),
    pendingChanges: <T extends MirrorTableName>(table: T) =>
      inSnapshot(
        // a prediction sets columns of its own table
        () => new Map([...(folded().get(table) ?? [])].map(([id, one]) => [id, one.set as Partial<MirrorRow<T>>])),
      ),
  }

  return {
    view,
    inSnapshot,
    readFrom: (database) => {
      mirror?.close()
      mirror = undefined
      mirror = database && mirrorOf(database, onDamaged)
    },
    add: (kept) => {
      const resolved = kept.command.resolves === null ? undefined : commands.kept(kept.command.resolves)
      const added = [
        ...(resolved ? [{ ...resolved, settledBy: kept.command.id }] : []),
        { ...kept, settledBy: kept.command.id },
      ]
      pending = inOrder([...pending, ...added])
      shown = inOrder([...shown, ...added])
      overlay = undefined
    },
    reload: () => {
      const before = shown
      pending = pendingOf(commands)
      shown = pending
      overlay = undefined
      mirror?.forget()
      return tablesOf([...without(before, pending), ...without(pending, before)])
    },
    close: () => mirror?.close(),
  }
}

/** A command of the fold, and the command whose outcome row ends its being folded: itself, or the decision over it. */
type Pending = Kept & { readonly settledBy: Id }

function pendingOf(commands: CommandStore): readonly Pending[] {
  const own = commands.unsettled().map((kept) => ({ ...kept, settledBy: kept.command.id }))
  // what a pending decision mends is seen as mended: the refused command is folded under it
  const mended = own.flatMap(({ command }) => {
    const kept = command.resolves === null ? undefined : commands.kept(command.resolves)
    return kept ? [{ ...kept, settledBy: command.id }] : []
  })
  return inOrder([...own, ...mended])
}

function without(some: readonly Pending[], others: readonly Pending[]): readonly Pending[] {
  const ids = new Set(others.map(({ command }) => command.id))
  return some.filter(({ command }) => !ids.has(command.id))
}

function inOrder(pending: readonly Pending[]): readonly Pending[] {
  const byId = new Map(pending.map((one) => [one.command.id, one]))
  return [...byId.values()].sort((a, b) => a.command.deviceSeq - b.command.deviceSeq)
}

function withId(over: Overlaid | undefined, id: string): Overlaid | undefined {
  return over && { ...over, set: { ...over.set, id } }
}

/** Reads of one cache file by prepared statements. */
type Mirror = ReturnType<typeof mirrorOf>

function mirrorOf(database: SqliteDatabase, onDamaged: () => void) {
  const statements = new Map<string, ReturnType<SqliteDatabase['prepare']>>()
  const prepare = (sql: string) => {
    const known = statements.get(sql)
    if (known) return known
    const made = database.prepare(sql)
    statements.set(sql, made)
    return made
  }
  const begin = database.prepare('begin')
  const commit = database.prepare('commit')
  const rollback = database.prepare('rollback')
  const version = database.prepare('pragma data_version').pluck()
  const outcome = database.prepare('select 1 from command_outcome where id = ?').pluck()
  let seenVersion: unknown

  /** What cannot be read for damage is as if it were not here, so that capturing goes on; the successor is on its way. */
  function whole<T>(read: () => T, otherwise: T): T {
    try {
      return read()
    } catch (error) {
      if (!isDamage(error)) throw error
      onDamaged()
      return otherwise
    }
  }

  return {
    begin: () => void begin.run(),
    // a read that met a damaged page may keep its transaction from ending well: it wrote nothing, so it is let go
    commit: () => {
      whole(() => void (database.inTransaction && commit.run()), undefined)
      whole(() => void (database.inTransaction && rollback.run()), undefined)
    },
    hasChanged: () => {
      const now = version.get()
      const isNew = now !== seenVersion
      seenVersion = now
      return isNew
    },
    forget: () => {
      seenVersion = undefined
    },
    hasOutcome: (id: Id) => whole(() => outcome.get(id) !== undefined, false),
    // rows of a mirror table hold cells
    row: (table: MirrorTableName, id: string) =>
      whole(() => prepare(`select * from ${table} where id = ?`).get(id) as Row | undefined, undefined),
    rows: (table: MirrorTableName, column: string, value: string) =>
      whole(() => prepare(`select * from ${table} where ${column} = ?`).all(value) as Row[], []), // as above
    sql: (text: string, parameters: readonly Cell[]) => whole(() => prepare(text).all(...parameters), []),
    close: () => database.close(),
  }
}
