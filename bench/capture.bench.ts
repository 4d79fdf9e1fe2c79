import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SqliteDatabase } from '#shared/node/open-database.ts'
import { openDatabase } from '#shared/node/open-database.ts'
import type { Measure } from './measure.ts'
import { percentile, rounded } from './measure.ts'
import { seedCore, startBenchCore } from './sync-core.ts'
import { firstLoad } from './sync-first-load.ts'
import { ended, openBenchDesk } from './sync-service.ts'

const captures = 400

/**
 * From the click that begins a case to "Saved on this desk": journal and outbox, both on disk. Idle, and while a first
 * load runs in the same service. The yardstick is one row committed durably into an encrypted file, at the same time on
 * the same disk.
 */
export async function captureBench(tell: (measure: Measure) => void): Promise<void> {
  const customers = Number(process.env['LINEDESK_BENCH_CUSTOMERS'] ?? 50_000)
  const folder = mkdtempSync(join(tmpdir(), 'linedesk-bench-'))
  const coreFile = join(folder, 'core.db')
  await seedCore(coreFile, customers)
  const core = await startBenchCore(coreFile)
  const desk = openBenchDesk(join(folder, 'desk'), core.address)
  const raw = openRaw(join(folder, 'raw.db'))
  const say = (metric: string, samples: readonly number[], yardstick: readonly number[]): void => {
    for (const [name, share] of [['P50', 0.5] as const, ['P95', 0.95] as const]) {
      const [value, ratio] = [percentile(samples, share), percentile(samples, share) / percentile(yardstick, share)]
      tell({ bench: 'capture', metric: `${metric}${name}Ms`, value: rounded(value), unit: 'ms', ratio: rounded(ratio) })
    }
    const durable = rounded(percentile(yardstick, 0.95))
    tell({ bench: 'capture', metric: `${metric}RawCommitP95Ms`, value: durable, unit: 'ms' })
  }
  try {
    let isLoading = true
    const meanwhile = rawCommits(raw, 50, () => isLoading)
    const { captured } = await firstLoad(desk)
    isLoading = false
    say('captureWhileLoading', captured, await meanwhile)
    let isCapturing = true
    const beside = rawCommits(raw, 10, () => isCapturing)
    const idle = await desk.captures(captures, 5)
    isCapturing = false
    say('capture', idle, await beside)
  } finally {
    raw.close()
    await ended(desk.child, core.child)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function openRaw(file: string): SqliteDatabase {
  const database = openDatabase(file, { key: new Uint8Array(32).fill(7) })
  database.exec('create table saved (id integer primary key, body text not null) strict')
  return database
}

/** Milliseconds of one durable commit, now and then for as long as something lasts. */
async function rawCommits(database: SqliteDatabase, pauseMs: number, isGoingOn: () => boolean): Promise<number[]> {
  const insert = database.prepare('insert into saved (body) values (?)')
  const body = 'x'.repeat(1_000)
  const took: number[] = []
  while (isGoingOn()) {
    await new Promise((next) => setTimeout(next, pauseMs))
    const began = performance.now()
    insert.run(body)
    took.push(performance.now() - began)
  }
  return took
}
