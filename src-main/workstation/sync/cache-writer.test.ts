import { randomBytes } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { temporaryFolder, testKey } from '../test-desk.ts'
import type { CacheReport } from './cache-protocol.ts'
import { createCacheWriter } from './cache-writer.ts'

const places: ReturnType<typeof temporaryFolder>[] = []
afterEach(() => {
  for (const place of places.splice(0)) place.remove()
})

test('fault 6: a sign-in that the core ended is told again when the disk was too full to note it', async () => {
  const place = temporaryFolder()
  places.push(place)
  const due = new Set<() => void>()
  const told: string[] = []
  const report = (one: CacheReport): void => {
    if (one.kind !== 'refused') return
    told.push(one.token)
    if (told.length <= 2) throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
  }
  const refusal = JSON.stringify({ code: 'NOT_SIGNED_IN', message: '' })
  const writer = createCacheWriter(
    { folder: place.folder, key: testKey, deviceId: '019a0000-0000-7000-8000-000000000001', current: null },
    {
      fetch: () => Promise.resolve(new Response(refusal, { status: 401 })),
      clock: { now: () => 0 },
      timers: {
        after: (ms, run) => {
          if (ms > 10_000) due.add(run)
          return () => void due.delete(run)
        },
      },
      random: (count) => randomBytes(count),
      log: () => undefined,
    },
    report,
  )
  writer.order({ kind: 'connect', address: 'http://127.0.0.1:1', token: 'ended', scope: 'nancy' })
  for (let round = 0; round < 5 && told.length < 4; round += 1) {
    await new Promise((next) => setTimeout(next, 20))
    const runs = [...due]
    due.clear()
    for (const run of runs) run()
  }
  expect(told.slice(0, 4)).toEqual(['ended', 'ended', 'ended', 'ended'])
  await writer.close()
})
