import { mkdtempSync, rmSync } from 'node:fs'
import { runPlace } from '../place.ts'
import { join } from 'node:path'
import type { Agent, Floor } from '../agent.ts'
import { openAgent } from '../agent.ts'
import { checkCore } from '../check/check-core.ts'
import { checkDesk } from '../check/check-desk.ts'
import { readCore } from '../check/core-snapshot.ts'
import type { Memory } from '../check/memory.ts'
import { openMemory } from '../check/memory.ts'
import { journalIds } from '../desk-files.ts'
import { chanceOf } from '../random.ts'
import type { Chance } from '../random.ts'
import type { TallyBook } from '../tally.ts'
import { openTally } from '../tally.ts'
import type { SimCore } from './core.ts'
import { openSimCore } from './core.ts'
import type { SimDesk } from './desk.ts'
import { deskKey, openSimDesk } from './desk.ts'
import type { Theme } from './harm.ts'
import { themes } from './harm.ts'
import { openLine } from './line.ts'
import type { DatabaseKind, Markets } from './market.ts'
import { simulationStart } from './market.ts'
import type { Scheduler } from './scheduler.ts'
import { openScheduler } from './scheduler.ts'
import type { Reply } from '#shared/contract/procedures.ts'

export interface World {
  readonly scheduler: Scheduler
  readonly chance: Chance
  readonly theme: Theme
  readonly core: SimCore
  readonly desks: readonly SimDesk[]
  readonly agents: readonly Agent[]
  readonly tally: TallyBook
  readonly memory: Memory
  /** Waits in virtual time until something is so; false when it is not after the span. */
  readonly until: (isSo: () => boolean | Promise<boolean>, withinMs: number, stepMs?: number) => Promise<boolean>
  readonly ask: (desk: SimDesk, name: string, input: unknown) => Promise<Reply | undefined>
  /** Looks at everything that can be looked at now. */
  readonly check: (isQuiet: boolean) => Promise<void>
  /** What happened, as one number: the same seed gives the same one. */
  readonly fingerprint: () => string
  readonly folder: string
  readonly close: (keepsFiles: boolean) => Promise<void>
}

export interface WorldOptions {
  readonly seed: number
  readonly kind: DatabaseKind
  readonly markets: Markets
  readonly desks: number
  /** What the run is mostly about; its seed says it otherwise. */
  readonly theme?: Theme | undefined
}

/** A core and some desks in virtual time, all of them down. */
export async function openWorld(options: WorldOptions): Promise<World> {
  const chance = chanceOf(options.seed)
  const scheduler = openScheduler(simulationStart)
  const tally = openTally()
  const memory = openMemory()
  const folder = mkdtempSync(join(runPlace, `linedesk-chaos-${options.seed}-`))
  const history: string[] = []
  const core = await openSimCore({
    ...options,
    scheduler,
    chance,
    onDeath: () => {
      history.push(`${scheduler.now()} core dies`)
      tally.count('kills')
    },
    onDeathAt: tally.diedAt,
    // every restore of a run is told, and a cursor of one that was not would be another core's
    onUnsaidRestore: () => tally.check('I5', false, () => 'a cursor of this very core was taken for another one’s'),
  })
  const desks = Array.from({ length: options.desks }, (_, index) => openDesk(`desk${index + 1}`))
  const floor: Floor = { cases: [], hotNumbers: [], persons: options.seed % 1000 }

  function openDesk(name: string): SimDesk {
    const line = openLine({ core, scheduler, tally, chance: chance.fork(`line of ${name}`) })
    return openSimDesk({
      ...{ name, line, scheduler, chance, tally },
      folder: join(folder, name),
      onDeath: (left) => {
        history.push(`${scheduler.now()} ${name} dies`)
        tally.count('kills')
        checkJournal(name, left)
      },
    })
  }

  /** I1: whatever died, each command that was called saved is in the journal: the second copy needs no other file. */
  function checkJournal(name: string, left: string): void {
    const ids = journalIds(left, deskKey)
    for (const [id, desk] of memory.shown)
      if (desk === name) tally.check('I1', ids.has(id), () => `${name}: ${id} was saved and is not in the journal`)
  }

  async function until(isSo: () => boolean | Promise<boolean>, withinMs: number, stepMs = 50): Promise<boolean> {
    const end = scheduler.now() + withinMs
    await scheduler.settle()
    for (;;) {
      if (await isSo()) return true
      if (scheduler.now() >= end) return false
      await scheduler.advance(stepMs)
    }
  }

  async function ask(desk: SimDesk, name: string, input: unknown): Promise<Reply | undefined> {
    let reply: Reply | undefined
    let isOver = false
    const asked = desk.call(name, input).then((answer) => {
      reply = answer
      isOver = true
    })
    if (!(await until(() => isOver, 120_000))) return undefined
    await asked
    history.push(`${scheduler.now()} ${desk.name} ${name} ${said(reply)}`)
    if (reply?.ok) noteShown(desk)
    return reply
  }

  /** The screen has answered: whatever the outbox holds now is shown as saved. */
  function noteShown(desk: SimDesk): void {
    for (const { id } of desk.files()?.commands() ?? []) memory.shown.set(id, desk.name)
  }

  async function check(isQuiet: boolean): Promise<void> {
    const snapshot = await readCore(core.query)
    checkCore(snapshot, memory, tally)
    for (const desk of desks) {
      const files = desk.files()
      if (!files) continue
      checkDesk({ name: desk.name, files, core: snapshot, memory, tally, isQuiet })
      const held = new Set(files.commands().map(({ id }) => id))
      for (const [id, name] of memory.shown)
        if (name === desk.name)
          tally.check('I1', held.has(id) || snapshot.ledger.has(id), () => `${name}: ${id} was saved and is nowhere`)
    }
    history.push(`${scheduler.now()} counter ${snapshot.counter}`)
  }

  return {
    theme: options.theme ?? themes[options.seed % themes.length] ?? 'everything',
    ...{ scheduler, chance, core, desks, tally, memory, until, ask, check, folder },
    agents: desks.map((desk) =>
      openAgent((name, input) => ask(desk, name, input), floor, chance.fork(`agent ${desk.name}`)),
    ),
    fingerprint: () => fingerprintOf(history),
    close: async (keepsFiles) => {
      for (const desk of desks) await desk.close()
      await core.close(keepsFiles ? folder : undefined)
      if (!keepsFiles) rmSync(folder, { recursive: true, force: true })
    },
  }
}

function said(reply: Reply | undefined): string {
  if (!reply) return 'unknown'
  return reply.ok ? 'ok' : reply.error.code
}

function fingerprintOf(history: readonly string[]): string {
  let hash = 0
  for (const line of history)
    for (let at = 0; at < line.length; at += 1) hash = (Math.imul(hash, 31) + line.charCodeAt(at)) | 0
  return `${history.length}-${(hash >>> 0).toString(16)}`
}
