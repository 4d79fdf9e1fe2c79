import { z } from 'zod'
import { poison } from '../agent.ts'
import type { DeskCommand } from '../desk-files.ts'
import type { SimDesk } from './desk.ts'
import { fair } from './weather.ts'
import type { World } from './world.ts'
import { checkScreens, countCommands } from './screens.ts'

const minute = 60_000

/** The faults stop: everything drains (I10), a poisoned aggregate delays no other (I8), and quiet means equal (I6). */
export async function drain(world: World): Promise<void> {
  const { core, desks, tally } = world
  await mend(world)
  if (core.hasPoison()) {
    await world.until(
      () => desks.every((desk) => unsent(desk).every((one) => heldUp(desk).has(one.id))),
      10 * minute,
      1_000,
    )
    for (const desk of desks) {
      const held = heldUp(desk)
      for (const one of desk.files()?.commands() ?? []) {
        const isFree = one.state !== 'captured' || held.has(one.id)
        tally.check('I8', isFree, () => `${desk.name}: ${one.type} ${one.id} waits for nothing it touches`)
      }
    }
  }
  core.setPoison('')
  // what was set aside after a false refusal goes again at the next start
  for (const desk of desks)
    if (
      desk
        .files()
        ?.commands()
        .some(({ state }) => state === 'quarantined')
    ) {
      desk.kill()
      desk.start()
    }
  await world.until(() => isDrained(world), 30 * minute, 1_000)
  await core.stopJobs()
  await world.until(() => isDrained(world), 5 * minute, 1_000)
  for (const desk of desks) {
    const left = unsent(desk)
    tally.check(
      'I10',
      left.length === 0,
      () => `${desk.name}: ${left.map(({ type, id }) => `${type} ${id}`).join(', ')} did not drain`,
    )
  }
  await world.check(true)
  await checkScreens(world)
  countCommands(world)
}

async function mend(world: World): Promise<void> {
  const { core, desks, chance } = world
  core.killAtWrite(Number.POSITIVE_INFINITY)
  core.killAtPoint(undefined)
  core.clock.setRight()
  await core.start()
  for (const desk of desks) {
    desk.line.setWeather(fair)
    desk.setDiskFull(false)
    desk.killAtWrite(Number.POSITIVE_INFINITY)
    desk.killAtPoint(undefined)
    desk.clock.setRight()
    // some go on as they are, some are started anew
    if (chance.isHit(0.3)) desk.kill()
    desk.start()
    await world.ask(desk, 'desk.setCable', { isPulled: false })
  }
}

function unsent(desk: SimDesk): readonly DeskCommand[] {
  return (
    desk
      .files()
      ?.commands()
      .filter(({ state }) => state === 'captured') ?? []
  )
}

/** Commands of a desk that hold the poison, and all behind them, or behind one set aside, on what they touch. */
function heldUp(desk: SimDesk): ReadonlySet<string> {
  const aggregates = new Set<string>()
  const ids = new Set<string>()
  for (const one of desk.files()?.commands() ?? []) {
    if (one.state !== 'captured' && one.state !== 'quarantined') continue
    const { touches } = touching.parse(JSON.parse(one.command))
    const isStuck =
      one.state === 'quarantined' || (one.type === 'interaction.saveCaseStep' && one.command.includes(poison))
    if (!isStuck && !touches.some((aggregate) => aggregates.has(aggregate))) continue
    ids.add(one.id)
    for (const aggregate of touches) aggregates.add(aggregate)
  }
  return ids
}

const touching = z.object({ touches: z.array(z.string()) })

async function isDrained({ desks, core }: World): Promise<boolean> {
  if (desks.some((desk) => unsent(desk).length > 0)) return false
  const [counter] = await core.query('select value, epoch from feed_counter')
  return desks.every((desk) => {
    const cache = desk.files()?.cache()
    cache?.close()
    return cache !== undefined && cache.cursor === counter?.['value'] && cache.epoch === counter['epoch']
  })
}
