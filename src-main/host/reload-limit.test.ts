import { expect, it } from 'vitest'
import { reloadLimit } from './reload-limit.ts'

it('lets a crashed page come back at once three times in a minute, then when the minute is over', () => {
  let at = 0
  const waitMs = reloadLimit(() => at)
  const waits = [0, 1000, 2000, 3000, 90_000].map((now) => {
    at = now
    return waitMs()
  })
  expect(waits).toEqual([0, 0, 0, 57_000, 0])
})
