import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDesk } from './desk.ts'
import type { Measure } from './measure.ts'
import { percentile, rounded } from './measure.ts'

const calls = 1000

/** From the page to the database and back: a customer looked up by prefix, one call after the other. */
export async function bridgeBench(tell: (measure: Measure) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'linedesk-bench-'))
  const { application, page } = await openDesk(folder, true)
  await new Promise((done) => setTimeout(done, 5000)) // the first load and its index are done with
  const samples = await page.evaluate(async (count) => {
    const took: number[] = []
    const texts = ['nov', 'dvo', 'mar', 'ива', 'dup']
    for (let index = 0; index < count; index++) {
      const began = performance.now()
      await window.linedesk?.call('customer.search', { text: texts[index % texts.length], limit: 10 })
      took.push(performance.now() - began)
    }
    return took
  }, calls)
  await application.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  tell({ bench: 'bridge', metric: 'bridgeP50Ms', value: rounded(percentile(samples, 0.5)), unit: 'ms' })
  tell({ bench: 'bridge', metric: 'bridgeP95Ms', value: rounded(percentile(samples, 0.95)), unit: 'ms' })
}
