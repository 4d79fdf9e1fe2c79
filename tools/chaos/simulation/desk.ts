import { cpSync } from 'node:fs'
import type { CrashPoint, Reached } from '#shared/node/crash-points.ts'
import type { Reply } from '#shared/contract/procedures.ts'
import { canonicalJson } from '#shared/kernel/canonical.ts'
import type { Json } from '#shared/kernel/canonical.ts'
import type { Workstation } from '#main/workstation/workstation.ts'
import { createWorkstation } from '#main/workstation/create-workstation.ts'
import { deskHandlers } from '#main/workstation/slices/index.ts'
import { storageProblemOf } from '#main/workstation/storage-problem.ts'
import { cacheWriterInline } from '#main/workstation/sync/spawn-cache-writer.ts'
import type { Chance } from '../random.ts'
import type { TallyBook } from '../tally.ts'
import type { DeskFiles } from '../desk-files.ts'
import { readDesk } from '../desk-files.ts'
import type { JumpingClock, Life } from './clock.ts'
import { died, jumpingClock, openLife } from './clock.ts'
import type { DiskWrite } from './disk.ts'
import { watchDisk } from './disk.ts'
import type { Line } from './line.ts'
import { password } from './market.ts'
import type { Scheduler } from './scheduler.ts'

export const deskKey = new Uint8Array(32).fill(9)

/** A real workstation in virtual time. It may die at any write, and starts again on the files as they were then. */
export interface SimDesk {
  readonly name: string
  readonly clock: JumpingClock
  readonly line: Line
  readonly isUp: () => boolean
  readonly folder: () => string
  readonly start: () => void
  readonly kill: () => void
  readonly killAtWrite: (count: number) => void
  /** Kills it the next time it comes to a named crash point; undefined takes that back. */
  readonly killAtPoint: (point: CrashPoint | undefined) => void
  /** From now on nothing can be written, until given room again. */
  readonly setDiskFull: (isFull: boolean) => void
  /** Undefined when it died before it could say anything: nobody knows what was done. */
  readonly call: (name: string, input: unknown) => Promise<Reply | undefined>
  /** What stands on its disk; undefined when nothing can be read. */
  readonly files: () => DeskFiles | undefined
  readonly close: () => Promise<void>
}

export interface SimDeskOptions {
  readonly name: string
  readonly folder: string
  readonly line: Line
  readonly scheduler: Scheduler
  readonly chance: Chance
  readonly tally: TallyBook
  /** Hears of each death with the folder as it was at that instant. */
  readonly onDeath: (folder: string) => void
}

interface Living {
  readonly life: Life
  readonly workstation: Workstation
}

/** A desk that is not started yet. */
export function openSimDesk(options: SimDeskOptions): SimDesk {
  const { name, line, scheduler, tally } = options
  const chance = options.chance.fork(name)
  const clock = jumpingClock(scheduler)
  let lives = 0
  let folder = options.folder
  let living: Living | undefined
  let life: Life | undefined
  let writesLeft = Number.POSITIVE_INFINITY
  let isDiskFull = false
  let deadlyPoint: CrashPoint | undefined
  let observer: DeskFiles | undefined
  const unwatch: (() => void)[] = []
  /** Journals with bytes that no fsync has made last. */
  const unsynced = new Set<string>()

  function watch(own: Life): void {
    unwatch.push(
      watchDisk(`${folder}/`, {
        onWrite: (write) => {
          if (write.kind === 'close') return follow(write)
          if (own.isOver()) throw died()
          writesLeft -= 1
          if (writesLeft <= 0) {
            die()
            throw died()
          }
          if (isDiskFull) refuseWrite(write)
          follow(write)
        },
      }),
    )
  }

  /** I12: the outbox takes a command over only when the journal has it for good. */
  function follow({ kind, path }: DiskWrite): void {
    const isJournal = path.endsWith('.journal')
    if (isJournal && (kind === 'write' || kind === 'truncate')) unsynced.add(path)
    // a segment given up after a failure: what it holds last was never called saved
    if (isJournal && (kind === 'fsync' || kind === 'close')) unsynced.delete(path)
    if (kind === 'commit' && path.endsWith('outbox.db'))
      tally.check('I12', unsynced.size === 0, () => `${name}: outbox commits before the journal's fsync`)
  }

  function die(): void {
    if (!life || life.isOver()) return
    life.end()
    living = undefined
    closeObserver()
    unsynced.clear()
    deadlyPoint = undefined
    writesLeft = Number.POSITIVE_INFINITY
    lives += 1
    const next = `${options.folder}.${lives}`
    cpSync(folder, next, { recursive: true, filter: (path) => !path.endsWith('-shm') })
    folder = next
    options.onDeath(next)
  }

  /** Named crash points, for one life. */
  function reachedIn(own: Life): Reached {
    return (point) => {
      if (own.isOver()) throw died()
      if (point !== deadlyPoint) return
      tally.diedAt(point)
      die()
      throw died()
    }
  }

  function closeObserver(): void {
    observer?.close()
    observer = undefined
  }

  function start(): void {
    if (living) return
    const own = openLife(scheduler)
    life = own
    watch(own)
    const random = (count: number): Uint8Array => chance.bytes(count)
    const outside = {
      fetch: line.fetchFor(own),
      clock,
      timers: own.timers,
      random,
      log: () => undefined,
      reached: reachedIn(own),
    }
    const workstation = createWorkstation({
      folder,
      key: deskKey,
      version: '0.0.0',
      ...outside,
      spawnCacheWriter: cacheWriterInline(outside),
      // the paper itself is not what is tried here; the same facts give the same bytes
      makePdf: (facts) => Promise.resolve(Buffer.from(canonicalJson(JSON.parse(JSON.stringify(facts)) as Json))),
      handlers: deskHandlers,
    })
    living = { life: own, workstation }
    workstation.setCore({ address: 'http://127.0.0.1:4170', embedded: true, demoPassword: password })
  }

  return {
    name,
    clock,
    line,
    isUp: () => living !== undefined,
    folder: () => folder,
    start: () => {
      if (living) return
      try {
        start()
      } catch (error) {
        if (life?.isOver()) return
        // the start page says so, nothing is deleted, and the next start tries again
        tally.check(
          'I11',
          isDiskFull && storageProblemOf(error) === 'DISK_FULL',
          () => `${name} does not start: ${String(error)}`,
        )
        life?.end()
        closeObserver()
      }
    },
    kill: die,
    killAtWrite: (count) => {
      writesLeft = count
    },
    killAtPoint: (point) => {
      deadlyPoint = point
    },
    setDiskFull: (isFull) => {
      isDiskFull = isFull
    },
    call: async (procedure, input) => {
      if (!living) return undefined
      const at = living
      try {
        const reply = await Promise.race([at.workstation.call(procedure, input), at.life.over])
        return at.life.isOver() ? undefined : reply
      } catch (error) {
        if (at.life.isOver()) return undefined
        throw error
      }
    },
    files: () => {
      try {
        observer ??= readDesk(folder, deskKey)
        return observer
      } catch {
        return undefined
      }
    },
    close: async () => {
      const at = living
      closeObserver()
      if (at) {
        const closed = at.workstation.close()
        await Promise.race([closed, scheduler.advance(1_000)])
      }
      life?.end()
      living = undefined
      for (const end of unwatch.splice(0)) end()
    },
  }
}

function refuseWrite({ kind, path }: DiskWrite): void {
  if (kind === 'sql' || kind === 'commit')
    throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
  if (kind === 'write' || kind === 'create' || kind === 'fsync')
    throw Object.assign(new Error(`no space left: ${path}`), { code: 'ENOSPC' })
}
