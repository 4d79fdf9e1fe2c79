import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import type { SqliteDatabase } from '#shared/node/open-database.ts'
import { openDatabase } from '#shared/node/open-database.ts'

/**
 * Stands between every program of the simulation and the disk: each write of SQLite and of Node's files below a watched
 * path is told before it is done, and the watcher may throw instead: the process died there, or the disk is full.
 * Named crash points are a few of these places; here it is all of them.
 */
export interface DiskWatch {
  /** About to write: throw to keep it from being done. */
  readonly onWrite: (write: DiskWrite) => void
}

export interface DiskWrite {
  readonly kind: 'sql' | 'begin' | 'commit' | 'write' | 'fsync' | 'truncate' | 'rename' | 'remove' | 'create' | 'close'
  readonly path: string
  /** SQL of a statement; '' otherwise. */
  readonly text: string
}

interface Watched {
  readonly start: string
  readonly watch: DiskWatch
  readonly databases: Set<SqliteDatabase>
}

const watched = new Map<string, Watched>()
const paths = new Map<number, string>()
let isInstalled = false

/** Watches every path that starts so; gives what ends it and closes every database still open there. */
export function watchDisk(start: string, watch: DiskWatch): () => void {
  install()
  const one: Watched = { start, watch, databases: new Set() }
  watched.set(start, one)
  return () => {
    watched.delete(start)
    for (const database of one.databases) close(database)
  }
}

function close(database: SqliteDatabase): void {
  try {
    if (database.open) database.close()
  } catch {
    // a statement of a dead program still stands in the middle of its rows: the process's end closes it
  }
}

function watcherOf(path: string): Watched | undefined {
  for (const one of watched.values()) if (path.startsWith(one.start)) return one
  return undefined
}

function tell(kind: DiskWrite['kind'], path: string, text = ''): void {
  watcherOf(path)?.watch.onWrite({ kind, path, text })
}

/** A dead program's files close too: nobody is to be stopped by that. */
function tellClosed(path: string): void {
  try {
    tell('close', path)
  } catch {
    // it was dead already
  }
}

function install(): void {
  if (isInstalled) return
  isInstalled = true
  installFiles()
  installSqlite()
}

type Plain = (...given: readonly unknown[]) => unknown

function installFiles(): void {
  const real = { open: fs.openSync, close: fs.closeSync }
  fs.openSync = (path, flags, mode) => {
    const isNew = typeof flags === 'string' && /^[wa]/.test(flags)
    if (isNew) tell('create', String(path))
    const file = real.open(path, flags, mode)
    if (watcherOf(String(path))) paths.set(file, String(path))
    return file
  }
  fs.closeSync = (file) => {
    const path = paths.get(file)
    paths.delete(file)
    if (path !== undefined) tellClosed(path)
    real.close(file)
  }
  const byHandle = {
    writeSync: 'write',
    fsyncSync: 'fsync',
    fdatasyncSync: 'fsync',
    ftruncateSync: 'truncate',
  } as const
  const byPath = { renameSync: 'rename', rmSync: 'remove', unlinkSync: 'remove', writeFileSync: 'create' } as const
  // Node's functions are told apart by name only: arguments pass through as they came
  const functions = fs as unknown as Record<string, Plain>
  for (const [name, kind] of [...Object.entries(byHandle), ...Object.entries(byPath)]) {
    const was = functions[name]
    if (!was) continue
    functions[name] = (...given) => {
      const [first] = given
      const path = typeof first === 'number' ? paths.get(first) : String(first)
      if (path !== undefined) tell(kind, path)
      return was(...given)
    }
  }
  syncBuiltinESMExports()
}

function installSqlite(): void {
  const sample = openDatabase(':memory:', { key: null })
  const statement = sample.prepare('select 1')
  // all statements and all databases of the program share these two objects
  const statements = Object.getPrototypeOf(statement) as Record<string, Plain>
  const databases = Object.getPrototypeOf(sample) as Record<string, Plain>
  sample.close()
  for (const name of ['run', 'get', 'all', 'iterate']) {
    const was = statements[name]
    if (!was) continue
    statements[name] = function (this: typeof statement, ...given: readonly unknown[]) {
      const { source, readonly, database } = this
      noteSql(database, source, readonly)
      return was.apply(this, [...given])
    }
  }
  const exec = databases['exec']
  if (!exec) return
  databases['exec'] = function (this: SqliteDatabase, ...given: readonly unknown[]) {
    noteSql(this, String(given[0]), false)
    return exec.apply(this, [...given])
  }
}

function noteSql(database: SqliteDatabase, source: string, isReading: boolean): void {
  if (database.readonly) return
  const one = watcherOf(database.name)
  if (!one) return
  one.databases.add(database)
  const kind = /^\s*begin/i.test(source) ? 'begin' : /^\s*commit/i.test(source) ? 'commit' : 'sql'
  if (kind === 'sql' && (isReading || /^\s*(pragma|rollback|savepoint|release)/i.test(source))) return
  one.watch.onWrite({ kind, path: database.name, text: source })
}
