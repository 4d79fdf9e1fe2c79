import { describe, expect, it } from 'vitest'
import { keepAlive } from './keep-alive.ts'
import type { Child } from './keep-alive.ts'

describe('keeping a child program alive', () => {
  it('starts it again after 0.5, 1, 2, 4 ... at most 30 seconds', () => {
    const world = makeWorld()
    keepAlive(world)
    for (let death = 0; death < 8; death += 1) world.die()
    expect(world.waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
    expect(world.started()).toBe(9)
  })

  it('waits the shortest time again after a child that lived a minute', () => {
    const world = makeWorld()
    keepAlive(world)
    world.die()
    world.die()
    world.pass(60_000)
    world.die()
    expect(world.waits).toEqual([500, 1000, 500])
  })

  it('ends it for good when stopped, while it lives and while it waits', () => {
    const living = makeWorld()
    void keepAlive(living).stop()
    living.die()
    expect([living.killed(), living.started(), living.waits]).toEqual([1, 1, []])

    const waiting = makeWorld({ isPatient: true })
    const kept = keepAlive(waiting)
    waiting.die()
    void kept.stop()
    waiting.runTimer()
    expect(waiting.started()).toBe(1)
  })

  it('gives a child that was told to end its time, and kills it only when that is over', async () => {
    const slow = makeWorld({ isPatient: true })
    void keepAlive(slow).stop(2000)
    expect([slow.killed(), slow.waits]).toEqual([0, [2000]])
    slow.runTimer()
    expect(slow.killed()).toBe(1)

    const quick = makeWorld({ isPatient: true })
    const stopped = keepAlive(quick).stop(2000)
    quick.die()
    await stopped
    quick.runTimer()
    expect(quick.killed()).toBe(0)
  })

  it('says when a child that was stopped is gone, and at once where none lives', async () => {
    const living = makeWorld()
    let isGone = false
    const stopped = keepAlive(living)
      .stop()
      .then(() => (isGone = true))
    await Promise.resolve()
    expect(isGone).toBe(false)
    living.die()
    await stopped
    const waiting = makeWorld({ isPatient: true })
    const kept = keepAlive(waiting)
    waiting.die()
    await kept.stop()
    expect(isGone).toBe(true)
  })
})

/** Children that die on demand and timers that fire at once, or on demand when patient. */
function makeWorld(options: { readonly isPatient?: boolean } = {}) {
  let now = 0
  let started = 0
  let killed = 0
  let die: (code: number | null, lastWords: string) => void = () => {}
  let timer: (() => void) | undefined
  const waits: number[] = []
  return {
    waits,
    started: () => started,
    killed: () => killed,
    die: () => die(1, ''),
    pass: (ms: number) => void (now += ms),
    runTimer: () => timer?.(),
    onStart: () => {},
    spawn: (): Child => {
      started += 1
      return {
        send: () => {},
        onMessage: () => {},
        onExit: (listener) => void (die = listener),
        kill: () => void (killed += 1),
      }
    },
    timers: {
      now: () => now,
      after: (ms: number, run: () => void) => {
        waits.push(ms)
        timer = run
        if (options.isPatient !== true) run()
        return () => void (timer = undefined)
      },
    },
  }
}
