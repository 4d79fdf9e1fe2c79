import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Measure } from './measure.ts'

/** Customers per second and peak memory of the seed, encrypted as it always is. LINEDESK_BENCH_CUSTOMERS sets how many. */
export async function seedBench(tell: (measure: Measure) => void): Promise<void> {
  const customers = Number(process.env['LINEDESK_BENCH_CUSTOMERS'] ?? 50_000)
  const folder = mkdtempSync(join(tmpdir(), 'linedesk-bench-'))
  const began = performance.now()
  const peakMiB = await run([
    'seed',
    '--customers',
    String(customers),
    '--seed',
    '1',
    '--db',
    `sqlite:${join(folder, 'core.db')}`,
  ])
  const seconds = (performance.now() - began) / 1000
  rmSync(folder, { recursive: true, force: true })
  tell({ bench: 'seed', metric: 'customers', value: customers, unit: 'customers' })
  tell({ bench: 'seed', metric: 'customersPerSecond', value: Math.round(customers / seconds), unit: '1/s' })
  tell({ bench: 'seed', metric: 'peakMemoryMiB', value: Math.round(peakMiB), unit: 'MiB' })
}

function run(parameters: readonly string[]): Promise<number> {
  const core = resolve(import.meta.dirname, '../src-core/main.ts')
  const child = spawn(process.execPath, [core, ...parameters], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, LINEDESK_CORE_KEY: '5a'.repeat(32), LINEDESK_DEMO_PASSWORD: 'for-the-benchmark' },
  })
  let peak = 0
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
    } catch {
      // gone already: the last reading stands
    }
  }, 50)
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('exit', (code) => {
      clearInterval(watch)
      if (code === 0) done(peak)
      else fail(new Error(`the seed ended with ${code}`))
    })
  })
}
