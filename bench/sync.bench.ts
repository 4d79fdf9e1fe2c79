import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Measure } from './measure.ts'
import { percentile, rounded } from './measure.ts'
import { firstLoad } from './sync-first-load.ts'
import { seedCore, startBenchCore } from './sync-core.ts'
import { openOtherDesk } from './sync-other-desk.ts'
import { pouchdbLoad } from './sync-pouchdb.ts'
import { rawLoad } from './sync-raw.ts'
import type { BenchDesk } from './sync-service.ts'
import { ended, openBenchDesk, peakMiB } from './sync-service.ts'

const changes = 200
const queued = 500
const captures = 200

/**
 * A real core process over loopback and the workstation service in a process of its own, its cache encrypted: the first
 * load until the desk can search, captures meanwhile and after, one change from another desk to this one's page, 500
 * queued commands, and the peak memory of the service over all of it. LINEDESK_BENCH_CUSTOMERS sets how many.
 */
export async function syncBench(tell: (measure: Measure) => void): Promise<void> {
  const customers = Number(process.env['LINEDESK_BENCH_CUSTOMERS'] ?? 100_000)
  const folder = mkdtempSync(join(tmpdir(), 'linedesk-bench-'))
  const say = (metric: string, value: number, unit: string, ratio?: number): void =>
    tell({
      bench: 'sync',
      metric,
      value: rounded(value),
      unit,
      ...(ratio === undefined ? {} : { ratio: rounded(ratio) }),
    })
  const coreFile = join(folder, 'core.db')
  await seedCore(coreFile, customers)
  const core = await startBenchCore(coreFile)
  const desk = openBenchDesk(join(folder, 'desk'), core.address)
  try {
    const load = await firstLoad(desk)
    say('firstLoadStreamedS', load.seconds, 's')
    say('captureWhileLoadingP95Ms', percentile(load.captured, 0.95), 'ms')
    const captured = await desk.captures(captures, 5)
    say('captureP95Ms', Math.max(percentile(captured, 0.95), percentile(load.captured, 0.95)), 'ms')
    await desk.sent()
    const took = await oneChange(desk, core.address)
    say('changeP50Ms', percentile(took, 0.5), 'ms')
    say('changeP95Ms', percentile(took, 0.95), 'ms')
    say('queuedCommandsS', await drain(desk), 's')
    say('servicePeakMiB', peakMiB(desk.child), 'MiB')
    await ended(desk.child, core.child)
    const raw = rawLoad(coreFile, join(folder, 'raw.db'))
    say('firstLoadRows', raw.rows, 'rows')
    say('rawLoadS', raw.seconds, 's', load.seconds / raw.seconds)
    const pouchdb = pouchdbLoad(coreFile, folder)
    if (!pouchdb) console.error('no PouchDB: npm install --prefix bench/peers')
    else {
      const perSecond = raw.rows / load.seconds
      say('firstLoadOverPouchdb', perSecond, 'rows/s', perSecond / pouchdb.perSecond)
      say('pouchdb', pouchdb.perSecond, 'rows/s')
    }
  } finally {
    await ended(desk.child, core.child)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** From another desk's push to the event that tells this desk's page of it: decided, fed, pulled, in the mirror. */
async function oneChange(desk: BenchDesk, address: string): Promise<readonly number[]> {
  const other = await openOtherDesk(address)
  const took: number[] = []
  for (let index = 0; index < changes + 20; index++) {
    await new Promise((next) => setTimeout(next, 20))
    const seen = desk.nextChange('interaction')
    const began = performance.timeOrigin + performance.now()
    await other.push()
    if (index >= 20) took.push((await seen) - began)
    else await seen
  }
  return took
}

/** 500 commands captured with the cable pulled: seconds from putting it back until the core has decided them all. */
async function drain(desk: BenchDesk): Promise<number> {
  await desk.ask('desk.setCable', { isPulled: true })
  await desk.captures(queued, 0)
  await desk.ask('desk.setCable', { isPulled: false })
  const began = performance.now()
  await desk.sent()
  return (performance.now() - began) / 1000
}
