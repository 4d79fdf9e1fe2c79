import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openDesk } from './desk.ts'
import type { Measure } from './measure.ts'
import { percentile, rounded } from './measure.ts'

const calls = 1000

/**
 * From the page to the database and back, one call after the other: a search by prefix over the seeded market, and
 * beside it the status line's facts (a few rows of outbox.db) for the bridge itself.
 */
export async function bridgeBench(tell: (measure: Measure) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'linedesk-bench-'))
  const { page, close } = await openDesk(folder, true)
  await new Promise((done) => setTimeout(done, 5000)) // the first load and its index are done with
  const status = await timed(page, 'desk.status', [{}])
  const search = await timed(
    page,
    'customer.search',
    ['nov', 'dvo', 'mar', 'ива', 'dup'].map((text) => ({ text, limit: 10 })),
  )
  await close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  for (const [metric, samples] of [['bridge', search] as const, ['bridgeStatus', status] as const]) {
    tell({ bench: 'bridge', metric: `${metric}P50Ms`, value: rounded(percentile(samples, 0.5)), unit: 'ms' })
    tell({ bench: 'bridge', metric: `${metric}P95Ms`, value: rounded(percentile(samples, 0.95)), unit: 'ms' })
  }
}

function timed(page: Page, name: string, inputs: readonly unknown[]): Promise<number[]> {
  return page.evaluate(
    async ([procedure, asked, count]) => {
      const took: number[] = []
      for (let index = 0; index < count; index++) {
        const began = performance.now()
        await window.linedesk?.call(procedure, asked[index % asked.length])
        took.push(performance.now() - began)
      }
      return took
    },
    [name, inputs, calls] as const,
  )
}
