import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBare, openDesk } from './desk.ts'
import type { Measure } from './measure.ts'
import { median, rounded } from './measure.ts'

const rounds = 5

/** Second start to a desk that answers a search, embedded core included, over a bare Electron window; in turns. */
export async function startBench(tell: (measure: Measure) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'linedesk-bench-'))
  const first = await openDesk(folder, true)
  await first.close()
  tell({ bench: 'start', metric: 'firstStartMs', value: Math.round(first.tookMs), unit: 'ms' })
  const bare: number[] = []
  const desk: number[] = []
  for (let round = 0; round < rounds; round++) {
    const empty = await openBare()
    bare.push(empty.tookMs)
    await empty.close()
    const ours = await openDesk(folder)
    desk.push(ours.tookMs)
    await ours.close()
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  tell({ bench: 'start', metric: 'bareWindowMs', value: Math.round(median(bare)), unit: 'ms' })
  tell({
    bench: 'start',
    metric: 'coldStartRatio',
    value: Math.round(median(desk)),
    unit: 'ms',
    ratio: rounded(median(desk) / median(bare)),
  })
}
