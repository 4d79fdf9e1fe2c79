import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openCoreDatabase } from '#core/db/open-core-database.ts'
import { crashPoints } from '#shared/node/crash-points.ts'
import { sql } from 'kysely'
import type { Agent, Floor } from '../agent.ts'
import { openAgent } from '../agent.ts'
import { checkCore } from '../check/check-core.ts'
import { checkDesk } from '../check/check-desk.ts'
import { readCore } from '../check/core-snapshot.ts'
import { openMemory } from '../check/memory.ts'
import type { DeskFiles } from '../desk-files.ts'
import { journalIds, readDesk } from '../desk-files.ts'
import { runPlace } from '../place.ts'
import type { Chance } from '../random.ts'
import { chanceOf } from '../random.ts'
import type { DatabaseKind, Markets } from '../simulation/market.ts'
import { keyOf, openMarkets } from '../simulation/market.ts'
import { runSeed } from '../simulation/run-simulations.ts'
import type { Tally, TallyBook } from '../tally.ts'
import { openTally } from '../tally.ts'
import type { CoreProgram, DeskProgram } from './programs.ts'
import { coreProgram, deskProgram } from './programs.ts'
import type { Proxy } from './proxy.ts'
import { startProxy } from './proxy.ts'

export interface ProcessesOptions {
  readonly seed: number
  readonly forMs: number
  readonly database?: DatabaseKind | undefined
  readonly say: (line: string) => void
}

const postgresEvery = 2
const deskKey = new Uint8Array(32).fill(21)

/** Runs with real processes until the time is over, at least one: every second one on PostgreSQL with two cores. */
export async function runProcesses(options: ProcessesOptions): Promise<Tally> {
  const { seed, say } = options
  const tally = openTally()
  const markets = openMarkets()
  const end = performance.now() + options.forMs
  try {
    for (let index = 0; index === 0 || performance.now() + shortestMs < end; index += 1) {
      const isSecond = index % postgresEvery === postgresEvery - 1 && markets.missing === undefined
      const kind = options.database ?? (isSecond ? 'postgres' : 'sqlite')
      const own = runSeed(seed, index)
      const harmMs = Math.min(25_000, Math.max(shortestMs / 2, (end - performance.now()) * 0.5))
      const result = await runOnce({ seed: own, kind, markets, harmMs })
      tally.add(result.tally)
      for (const { invariant, what } of result.tally.violations)
        say(`processes ${own} on ${kind}: ${invariant} ${what}`)
      if (result.evidence !== '') say(`what the processes left: ${result.evidence}`)
    }
  } finally {
    markets.remove()
  }
  return tally
}

const shortestMs = 12_000
/** A busy machine is slow, not wrong: it ends as soon as everything is drained. */
const drainMs = 240_000

interface Site {
  readonly address: string
  readonly cores: readonly CoreProgram[]
  readonly desks: readonly DeskProgram[]
  readonly agents: readonly Agent[]
  readonly proxy: Proxy
  readonly chance: Chance
  readonly tally: TallyBook
  readonly ports: Map<CoreProgram, number>
  readonly shown: Map<string, string>
}

async function runOnce(options: {
  readonly seed: number
  readonly kind: DatabaseKind
  readonly markets: Markets
  readonly harmMs: number
}): Promise<{ readonly tally: Tally; readonly evidence: string }> {
  const folder = mkdtempSync(join(runPlace, `linedesk-processes-${options.seed}-`))
  const site = await openSite({ ...options, folder })
  const { tally, cores, desks } = site
  let isGood = false
  try {
    await Promise.all(cores.map((core) => startCore(site, core)))
    for (const desk of desks) desk.start({})
    await Promise.all(desks.map((desk) => until(60_000, async () => isReady(desk))))
    await Promise.all(site.agents.map((agent) => agent.signIn()))
    await harmFor(site, options.harmMs)
    await drain(site)
    await Promise.all([...cores, ...desks].map((program) => program.kill()))
    await check(site)
    isGood = tally.violations.length === 0
    return { tally, evidence: isGood ? '' : `${folder}, ${site.address}` }
  } finally {
    await Promise.all([...cores, ...desks].map((program) => program.kill()))
    await site.proxy.close()
    if (isGood) rmSync(folder, { recursive: true, force: true })
  }
}

async function openSite(options: {
  readonly seed: number
  readonly kind: DatabaseKind
  readonly markets: Markets
  readonly folder: string
}): Promise<Site> {
  const { seed, kind, markets, folder } = options
  const chance = chanceOf(seed)
  const tally = openTally()
  const address = await markets.copy(kind)
  const proxy = await startProxy(chance.fork('proxy'), tally)
  const onDeath = (crashAt: string | undefined): void => {
    tally.count('kills')
    if (crashAt !== undefined) tally.diedAt(crashAt.split(':')[0] ?? '')
  }
  // two cores serve the same desks where the database takes two
  const cores = Array.from({ length: kind === 'postgres' ? 2 : 1 }, (_, index) =>
    coreProgram(address, join(folder, `core${index + 1}.log`), onDeath),
  )
  const shown = new Map<string, string>()
  const desks = Array.from({ length: 2 + (seed % 2) }, (_, index) => {
    const name = `desk${index + 1}`
    mkdirSync(join(folder, name))
    return deskProgram({ name, folder: join(folder, name), key: deskKey, core: proxy.address, onDeath })
  })
  const floor: Floor = { cases: [], hotNumbers: [], persons: seed % 1000 }
  const agents = desks.map((desk) => {
    const ask = async (name: string, input: unknown) => {
      const reply = await desk.ask(name, input)
      if (reply?.ok === true) for (const { id } of commandsOf(desk)) shown.set(id, desk.name)
      return reply
    }
    return openAgent(ask, floor, chance.fork(`agent ${desk.name}`))
  })
  tally.count('runs')
  tally.count('desks', desks.length)
  return { address, cores, desks, agents, proxy, chance, tally, ports: new Map(), shown }
}

async function startCore(site: Site, core: CoreProgram, crashAt?: string, isClockManual = false): Promise<void> {
  const port = await core.start({ crashAt, isClockManual })
  if (port === undefined) site.ports.delete(core)
  else site.ports.set(core, port)
  site.proxy.setCores([...site.ports.values()])
}

/** Agents work while the line misbehaves and programs die, by SIGKILL at any moment and at named crash points. */
async function harmFor(site: Site, ms: number): Promise<void> {
  const { chance, tally, desks, agents, cores, proxy } = site
  const end = performance.now() + ms
  const isOver = (): boolean => performance.now() > end
  proxy.setHarm(0.15)
  const work = agents.map(async (agent, index) => {
    while (!isOver()) {
      if (desks[index]?.isUp() === true) {
        await agent.act()
        tally.count('actions')
      }
      await pause(60)
    }
  })
  while (!isOver()) {
    await pause(chance.between(300, 1_800))
    const program = chance.pick([...desks, ...desks, ...cores])
    if (chance.isHit(0.7)) await program.kill()
    const crashAt = chance.isHit(0.6) ? `${chance.pick(crashPoints)}:${chance.between(1, 4)}` : undefined
    for (const desk of desks) if (!desk.isUp()) desk.start({ crashAt })
    for (const core of cores) if (!core.isUp()) await startCore(site, core, crashAt)
    if (chance.isHit(0.2)) proxy.setHarm(chance.pick([0, 0.1, 0.3, 0.6]))
  }
  await Promise.all(work)
}

/** The faults stop. The cores' clocks stand still from now on, so that no job changes anything while both sides settle. */
async function drain(site: Site): Promise<void> {
  const { proxy, cores, desks, tally } = site
  proxy.setHarm(0)
  await Promise.all([...cores, ...desks].map((program) => program.kill()))
  for (const core of cores) await startCore(site, core, undefined, true)
  for (const desk of desks) desk.start({})
  const isDrained = await until(drainMs, async () => {
    const core = await openCoreDatabase(site.address, { key: keyOf(site.address), poolSize: 1 })
    const { value, epoch } = await core.db.selectFrom('feed_counter').selectAll().executeTakeFirstOrThrow()
    await core.close()
    return desks.every((desk) =>
      reading(desk, (files) => {
        const cache = files.cache()
        cache?.close()
        const isSent = files.commands().every(({ state }) => state !== 'captured')
        return isSent && cache !== undefined && cache.cursor === value && cache.epoch === epoch
      }),
    )
  })
  for (const desk of desks) {
    const left = commandsOf(desk).filter(({ state }) => state === 'captured')
    const what = (): string => `${desk.name}: ${left.length} commands, ${isDrained ? '' : 'or the feed,'} did not drain`
    tally.check('I10', isDrained && left.length === 0, what)
  }
}

/** Everything is dead now: what the files say. */
async function check(site: Site): Promise<void> {
  const { tally, desks, shown } = site
  const memory = openMemory()
  const store = await openCoreDatabase(site.address, { key: keyOf(site.address), poolSize: 1 })
  try {
    const core = await readCore(async (text) => (await sql.raw<Record<string, unknown>>(text).execute(store.db)).rows)
    checkCore(core, memory, tally)
    for (const desk of desks) {
      const files = readDesk(desk.folder, deskKey)
      checkDesk({ name: desk.name, files, core, memory, tally, isQuiet: true })
      const held = new Set(files.commands().map(({ id }) => id))
      const journal = journalIds(desk.folder, deskKey)
      for (const [id, name] of shown)
        if (name === desk.name) {
          tally.check('I1', held.has(id) || core.ledger.has(id), () => `${name}: ${id} was saved and is nowhere`)
          tally.check('I1', journal.has(id), () => `${name}: ${id} was saved and is not in the journal`)
        }
      count(files, tally)
      files.close()
    }
  } finally {
    await store.close()
  }
}

function count(files: DeskFiles, tally: TallyBook): void {
  for (const { state } of files.commands()) {
    tally.count('captured')
    if (state === 'applied') tally.count('applied')
    else tally.count(state === 'captured' || state === 'quarantined' ? 'waiting' : 'refused')
  }
}

async function isReady(desk: DeskProgram): Promise<boolean> {
  const reply = await desk.ask('desk.startup', {})
  return reply?.ok === true && (reply.value as { readonly isReady: boolean }).isReady // as the door's schema says
}

function commandsOf(desk: DeskProgram) {
  return reading(desk, (files) => files.commands()) || []
}

/** Reads a desk's files once; false while they cannot be read. */
function reading<T>(desk: DeskProgram, read: (files: DeskFiles) => T): T | false {
  let files: DeskFiles | undefined
  try {
    files = readDesk(desk.folder, deskKey)
    return read(files)
  } catch {
    return false
  } finally {
    files?.close()
  }
}

async function until(ms: number, isSo: () => Promise<boolean> | boolean): Promise<boolean> {
  const end = performance.now() + ms
  while (performance.now() < end) {
    if (await isSo()) return true
    await pause(200)
  }
  return false
}

function pause(ms: number): Promise<void> {
  return new Promise((next) => setTimeout(next, ms))
}
