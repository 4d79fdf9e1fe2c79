import type { Plant } from '#shared/node/crash-points.ts'
import type { Tally } from '../tally.ts'
import { drain } from './drain.ts'
import type { Theme } from './harm.ts'
import { harm } from './harm.ts'
import type { DatabaseKind, Markets } from './market.ts'
import type { World } from './world.ts'
import { openWorld } from './world.ts'

export interface SimulationOptions {
  readonly seed: number
  readonly kind: DatabaseKind
  readonly markets: Markets
  /** How many things are done by agents before the faults stop. */
  readonly actions: number
  /** What the run is mostly about; its bug or its seed says it otherwise. */
  readonly theme?: Theme | undefined
  /** A bug put in on purpose, which the run must find. */
  readonly plant?: Plant | undefined
}

export interface SimulationResult {
  readonly tally: Tally
  readonly fingerprint: string
  /** Where the files of a run that went wrong were left; '' for a good one. */
  readonly evidence: string
}

const checkEvery = 12
/** What a run with a bug put in is mostly about. */
const themeThatShows: Readonly<Record<Plant, Theme>> = {
  cursorFirst: 'pull',
  noLedgerLookup: 'line',
  noFsync: 'deaths',
}
/** Between two things that agents do, in ms. */
const pauses = [0, 0, 40, 40, 700, 700, 700, 4_000, 4_000, 31_000]

/** One run: desks and a core in virtual time, agents at work, faults; then the faults stop, and everything must hold. */
export async function simulate(options: SimulationOptions): Promise<SimulationResult> {
  const { plant } = options
  if (plant === undefined) return run(options)
  const before = process.env['LINEDESK_PLANT']
  process.env['LINEDESK_PLANT'] = plant
  try {
    return await run(options)
  } finally {
    if (before === undefined) delete process.env['LINEDESK_PLANT']
    else process.env['LINEDESK_PLANT'] = before
  }
}

async function run(options: SimulationOptions): Promise<SimulationResult> {
  const { seed, kind, markets, actions, plant } = options
  const theme = options.theme ?? (plant && themeThatShows[plant])
  const world = await openWorld({ seed, kind, markets, theme, desks: 2 + (seed % 3) })
  const { tally, core, desks, agents, chance, scheduler } = world
  tally.count('runs')
  tally.count('desks', desks.length)
  let isBroken = true
  try {
    await core.start()
    for (const desk of desks) desk.start()
    await world.until(() => ready(world), 120_000, 1_000)
    for (const agent of agents) await agent.signIn()
    for (let done = 0; done < actions; done += 1) {
      const at = chance.below(desks.length)
      if (desks[at]?.isUp()) await agents[at]?.act()
      // both desks at once: the other acts before any time has passed
      if (chance.isHit(0.1) && desks.length > 1) await agents[(at + 1) % desks.length]?.act()
      tally.count('actions')
      await harm(world)
      await scheduler.advance(chance.pick(pauses))
      if (done % checkEvery === checkEvery - 1) await world.check(false)
    }
    await drain(world)
    isBroken = tally.violations.length > 0
    return { tally, fingerprint: world.fingerprint(), evidence: isBroken ? world.folder : '' }
  } finally {
    await world.close(isBroken)
  }
}

async function ready(world: World): Promise<boolean> {
  for (const desk of world.desks) {
    const reply = await desk.call('desk.startup', {})
    if (!reply?.ok || !(reply.value as { readonly isReady: boolean }).isReady) return false // parsed by the door
  }
  return true
}
