import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFile, cacheNumbers } from '#main/workstation/db/cache-files.ts'
import { openStore } from '#main/workstation/db/open-store.ts'
import { openBlobs } from '#main/workstation/sync/blobs.ts'
import { startTestCore } from '#main/workstation/test-core.ts'
import { testKey } from '#main/workstation/test-desk.ts'
import { mirrorTableNames } from '#shared/contract/mirror.ts'
import { uuidV7 } from '#shared/kernel/ids.ts'
import { openDatabase } from '#shared/node/open-database.ts'
import type { Loss, Op } from './replay.ts'
import { createDisk, readRecord } from './replay.ts'

/** A desk's shift on a recorded disk, and the core it worked with. */
export interface Shift {
  readonly ops: readonly Op[]
  /** The core's file, as it is at the end; a power cut at the desk takes nothing of it. */
  readonly coreFile: string
}

/** Whether a C compiler is here, which the recorder needs. */
export function hasCompiler(): boolean {
  try {
    execFileSync('gcc', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Has a desk work a shift under the recorder; `env` may plant a bug in it. */
export async function recordShift(folder: string, env: Readonly<Record<string, string>>): Promise<Shift> {
  mkdirSync(join(folder, 'core'))
  const core = await startTestCore(join(folder, 'core'), 12)
  const program = join(import.meta.dirname, 'test-recorded-desk.ts')
  const ops = await record(folder, 'desk', program, [core.address(), core.demoPassword], env)
  await core.kill()
  return { ops, coreFile: join(folder, 'core/core.db') }
}

/** Runs a program on a recorded disk, with its folder and the file of its marks before its other arguments. */
export async function record(
  folder: string,
  name: string,
  program: string,
  more: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<readonly Op[]> {
  const library = join(folder, 'recorder.so')
  const source = join(import.meta.dirname, 'recorder.c')
  execFileSync('gcc', ['-O1', '-shared', '-fPIC', '-o', library, source, '-ldl', '-lpthread'])
  const recorded = join(folder, name)
  const log = join(folder, 'record')
  const marks = join(folder, 'marks')
  mkdirSync(recorded)
  writeFileSync(marks, '')
  const child = spawn(process.execPath, [program, recorded, marks, ...more], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      ...env,
      LD_PRELOAD: library,
      LINEDESK_RECORD_FOLDER: recorded,
      LINEDESK_RECORD_LOG: log,
      LINEDESK_RECORD_MARKS: marks,
    },
  })
  await once(child, 'exit')
  const ops = readRecord(log)
  if (!ops.some((op) => op.op === 'mark' && op.text.startsWith('end '))) throw new Error('the recorded program failed')
  return ops
}

/** Moments worth a power cut: right after each mark and each sync, `every`-th of them. */
export function momentsOf(ops: readonly Op[], every: number): readonly number[] {
  const all = ops.flatMap((op, at) => (op.op === 'mark' || op.op === 'sync' || op.op === 'rename' ? [at] : []))
  return all.filter((_, place) => place % every === 0)
}

/** What was found at one moment: sentences, none when all invariants hold. */
export type Violations = readonly string[]

/**
 * Cuts the power at each moment, with one kind of loss, starts the desk on what is left and looks: everything said to
 * be saved is in outbox or journal (I1), drafts and attachments too; the desk opens (I11); the cache's cursor is not
 * ahead of its rows (I4).
 */
export function cutPower(
  shift: Shift,
  options: { readonly moments: readonly number[]; readonly loss: Loss; readonly seed: number; readonly folder: string },
): Violations {
  const disk = createDisk()
  const wanted = new Set(options.moments)
  const chance = chanceOf(options.seed)
  const said: string[] = []
  const found: string[] = []
  const core = openDatabase(shift.coreFile, { key: Buffer.from('11'.repeat(32), 'hex') })
  for (const [at, op] of shift.ops.entries()) {
    disk.apply(op)
    if (op.op === 'mark') said.push(...op.text.trim().split('\n'))
    if (!wanted.has(at)) continue
    disk.write(options.folder, options.loss, chance)
    for (const sentence of look(options.folder, said, core)) found.push(`call ${at}, ${options.loss}: ${sentence}`)
  }
  core.close()
  return found.slice(0, 12) // one broken moment may break a thousand rows
}

function look(folder: string, said: readonly string[], core: ReturnType<typeof openDatabase>): Violations {
  let store: ReturnType<typeof openStore>
  try {
    store = openStore({
      ...{ folder, key: testKey, clock: { now: () => Date.now() }, random: randomBytes },
      ids: { next: () => uuidV7(Date.now(), randomBytes(10)) },
      log: () => undefined,
      passing: { sending: new Set(), blocked: new Set() },
    })
  } catch (error) {
    return [`I11 the desk does not open: ${String(error)}`]
  }
  try {
    const blobs = openBlobs(join(folder, 'blobs'), testKey, randomBytes)
    const lost = said.flatMap((line) => {
      const [kind = '', value = '', more = ''] = line.split(' ')
      if (kind === 'saved') return store.commands.has(value) ? [] : [`I1 lost command ${value}`]
      if (kind === 'blob') return blobs.read(value) ? [] : [`I1 lost attachment ${value}`]
      return kind === 'draft' && !hasDraft(store, value, Number(more)) ? [`I1 lost draft ${value} ${more}`] : []
    })
    const isSetAside = store.mended.outbox?.file ? ['I11 the outbox is damaged'] : []
    const cache = store.meta.get('cache')
    return [...lost, ...isSetAside, ...(cache ? lookAtCache(folder, cache.number, core) : [])]
  } finally {
    store.close()
  }
}

/** The draft as said or a later one; or its step was finished, which closes it. */
function hasDraft(store: ReturnType<typeof openStore>, caseId: string, typed: number): boolean {
  const draft = store.drafts.of(caseId).find(({ step }) => step === 'reason')
  if (!draft) return store.commands.touching(`case:${caseId}`).some(({ type }) => type.endsWith('.saveCaseStep'))
  const name = String(draft.fields['familyName'])
  return !/^N\d$/.test(name) || Number(name.slice(1)) >= typed
}

/** Every row that the core stamped up to the cache's cursor must be in the cache, unless a later change took it on. */
function lookAtCache(folder: string, number: number, core: ReturnType<typeof openDatabase>): Violations {
  if (!existsSync(cacheFile(folder, number))) return [`I11 cache ${number} is named, and gone`]
  let database: ReturnType<typeof openDatabase> | undefined
  try {
    database = openDatabase(cacheFile(folder, number), { key: testKey })
    const mirror = database
    if (database.pragma('quick_check(1)', { simple: true }) !== 'ok') return ['I11 the cache is damaged']
    const state = database
      .prepare<[], { cursor: number; scope: string; is_complete: number }>('select * from sync_state')
      .get()
    if (state?.is_complete !== 1) return ['I4 a cache that is not whole is read']
    return mirrorTableNames.flatMap((table) => {
      const rows = core
        .prepare<[number, string], { id: string; version: number }>(
          `select id, version from ${table} where change_seq <= ? and scope = ?`,
        )
        .all(state.cursor, state.scope)
      const version = mirror.prepare<[string], { version: number }>(`select version from ${table} where id = ?`)
      return rows.flatMap(({ id, version: known }) =>
        version.get(id)?.version === known ? [] : [`I4 ${table} ${id} is behind the cursor and not here`],
      )
    })
  } catch (error) {
    return [`I11 the cache does not open: ${String(error)} ${cacheNumbers(folder).join()}`]
  } finally {
    database?.close()
  }
}

/** Numbers from 0 to below 1 that a seed repeats (mulberry32, public domain). */
function chanceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
