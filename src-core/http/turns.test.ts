import { expect, test } from 'vitest'
import { createManualClock } from '../clock.ts'
import { createTurns } from './turns.ts'

test('so many at once, the others in the order they came; a turn that nobody ends is over by itself', async () => {
  const { timers, advance } = createManualClock(0)
  const turns = createTurns(timers, 2, 1_000)
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  for (const name of ['a', 'b', 'c', 'd', 'e'])
    void turns.take().then((end) => {
      begun.push(name)
      ends.set(name, end)
    })
  await Promise.resolve()
  await Promise.resolve()
  expect(begun).toEqual(['a', 'b'])
  ends.get('b')?.()
  ends.get('b')?.()
  await new Promise((next) => setImmediate(next))
  expect(begun).toEqual(['a', 'b', 'c'])
  await advance(1_000)
  await new Promise((next) => setImmediate(next))
  expect(begun).toEqual(['a', 'b', 'c', 'd', 'e'])
})
