import type { CrashPoint } from '#shared/node/crash-points.ts'
import { crashPoints } from '#shared/node/crash-points.ts'
import { poison } from '../agent.ts'
import { fair } from './weather.ts'
import type { World } from './world.ts'

const minute = 60_000
const corePoints = crashPoints.filter((point) => point.startsWith('core.'))
const deskPoints = crashPoints.filter((point) => !point.startsWith('core.'))
/** Where both sides may come to think differently of the same rows and commands. */
const linePoints = deskPoints.filter((point) => /^pu(ll|sh)\./.test(point))
const pullPoints = deskPoints.filter((point) => point.startsWith('pull.'))

const usual = {
  weather: 8,
  fair: 4,
  cable: 2,
  killDesk: 2,
  killDeskAtWrite: 7,
  killDeskAtPoint: 10,
  killCore: 1,
  killCoreAtWrite: 3,
  killCoreAtPoint: 3,
  clock: 1,
  coreClock: 0.5,
  diskFull: 1,
  poison: 0.5,
  hours: 0.5,
  copy: 0.3,
  restore: 0.3,
}
type Harm = keyof typeof usual

/** What a run is mostly about; every run has something of all. */
export const themes = ['everything', 'line', 'deaths', 'points', 'pull', 'core', 'restore', 'poison', 'disk'] as const
export type Theme = (typeof themes)[number]

const more: Readonly<Record<Theme, Partial<Record<Harm, number>>>> = {
  everything: {},
  line: { weather: 20, cable: 4 },
  deaths: { killDesk: 6, killDeskAtWrite: 14 },
  points: { killDeskAtPoint: 25, killCoreAtPoint: 10 },
  pull: { killDeskAtPoint: 60 },
  core: { killCore: 5, killCoreAtWrite: 12, coreClock: 2 },
  restore: { copy: 3, restore: 4, weather: 4 },
  poison: { poison: 6, weather: 4 },
  disk: { diskFull: 10 },
}

function weightsOf(theme: Theme): Readonly<Record<Harm, number>> {
  return { ...usual, ...more[theme] }
}

function pointsOf({ theme, chance }: World): readonly CrashPoint[] {
  if (theme === 'pull') return pullPoints
  return chance.isHit(0.5) ? linePoints : deskPoints
}

/** Does some harm to the world, or mends some, by chance. */
export async function harm(world: World): Promise<void> {
  const { chance, core, desks, scheduler, tally } = world
  const desk = chance.pick(desks)
  // what is down does not stay down for long
  if (!core.isUp() && chance.isHit(0.3)) await core.start()
  for (const one of desks) if (!one.isUp() && chance.isHit(0.4)) one.start()
  if (!chance.isHit(0.35)) return
  switch (chance.weighted(weightsOf(world.theme))) {
    case 'weather':
      return desk.line.setWeather({ harm: chance.pick([0.1, 0.3, 0.6]), least: 2, most: chance.pick([40, 900, 6_000]) })
    case 'fair':
      return desk.line.setWeather(fair)
    case 'cable':
      tally.count('cables')
      return void (await world.ask(desk, 'desk.setCable', { isPulled: chance.isHit(0.6) }))
    case 'killDesk':
      return desk.kill()
    case 'killDeskAtWrite':
      return desk.killAtWrite(chance.pick([1, 2, 3, 5, 8, 13, 21, 34]))
    case 'killDeskAtPoint':
      return desk.killAtPoint(chance.pick(pointsOf(world)))
    case 'killCoreAtPoint':
      return core.killAtPoint(chance.pick(corePoints))
    case 'killCore':
      return core.kill()
    case 'killCoreAtWrite':
      return core.killAtWrite(chance.pick([1, 2, 3, 5, 8, 13, 21]))
    case 'clock':
      tally.count('clockJumps')
      return desk.clock.jump(chance.pick([-1, 1]) * chance.pick([minute, 90 * minute, 30 * 60 * minute]))
    case 'coreClock':
      tally.count('clockJumps')
      return core.clock.jump(chance.pick([-1, 1]) * chance.pick([minute, 45 * minute, 13 * 60 * minute]))
    case 'diskFull':
      return desk.setDiskFull(chance.isHit(0.4))
    case 'poison':
      return core.setPoison(poison)
    case 'hours':
      return scheduler.advance(chance.pick([35 * minute, 4 * 60 * minute]))
    case 'copy':
      return core.keepCopy()
    case 'restore':
      if (!core.hasCopy()) return
      await world.check(false)
      tally.count('restores')
      return core.restoreCopy()
  }
}
