import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { runPlace } from './chaos/place.ts'
import { buildIfStale } from './kit/build.ts'
import { findHost, runPlaywright } from './kit/e2e-host.ts'
import type { Host } from './kit/e2e-host.ts'
import { closingLines } from './kit/count.ts'
import type { Count } from './kit/count.ts'
import { binOf, root } from './kit/places.ts'
import { run } from './kit/run.ts'

const reports = join(root, 'test-results')
const isCi = process.env['CI'] === 'true' || process.env['CI'] === '1'
/** What could not be run here, a line each. */
const notRun: string[] = []

/**
 * `npm test`: everything that shows the product works, closing with `N passed, N failed`. `npm run test:long`: the proofs
 * against faults, and the flows, that take too long to be run with every change.
 */
async function test(): Promise<number> {
  rmSync(reports, { recursive: true, force: true })
  if (process.argv.includes('--long'))
    return close([await unit('long'), await endToEnd('electron', ['--grep', '@long'])])
  const counts = [
    await check('Lint', () => run(process.execPath, ['tools/lint.ts'])),
    await check('Types', () => run(binOf('tsc'), ['-b'])),
    await unit('node', 'dom'),
    await check('Build', async () => void buildIfStale(console.log)),
  ]
  const electron = await endToEnd('electron', ['--grep-invert', '@long'])
  counts.push(electron)
  // with Electron shown to work, the browser needs to show only that the first sale goes through the other host
  counts.push(await endToEnd('web', electron.passed > 0 ? ['--grep', '@first'] : []))
  return close(counts)
}

async function check(name: string, work: () => Promise<number | void>): Promise<Count> {
  console.log(`\n== ${name}`)
  try {
    const isGood = !(await work())
    return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

const vitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
})

/** Files of the tests lie in memory where the machine has such a place: what a disk's own sync does is shown by `long`. */
async function unit(...projects: readonly string[]): Promise<Count> {
  console.log('\n== Unit and integration')
  const file = join(reports, 'unit.json')
  const place = projects.includes('long') ? undefined : mkdtempSync(join(runPlace, 'linedesk-test-'))
  if (place !== undefined) chmodSync(place, 0o711) // PostgreSQL runs as a user of its own and passes through
  const args = [
    ...['run', ...projects.flatMap((name) => ['--project', name])],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
  ]
  const code = await run(binOf('vitest'), args, place === undefined ? {} : { TMPDIR: place })
  if (place !== undefined) rmSync(place, { recursive: true, force: true, maxRetries: 5 })
  return readReport(file, code, vitestReport, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }))
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
})

async function endToEnd(host: Host, args: readonly string[]): Promise<Count> {
  const name = host === 'electron' ? 'End to end in Electron' : 'End to end in a browser'
  console.log(`\n== ${name}`)
  const found = findHost(host)
  if (!('path' in found)) {
    notRun.push(`${name}. ${found.why} ${found.how}`)
    return { passed: 0, failed: 0, skipped: 0 }
  }
  const file = join(reports, `${host}.json`)
  const code = await runPlaywright(host, found.path, args, { LINEDESK_REPORT: file })
  return readReport(file, code, playwrightReport, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }))
}

/** A run that left no report, or failed without a failed test (a file that cannot be loaded), is one failure. */
function readReport<T>(file: string, code: number, schema: z.ZodType<T>, countOf: (report: T) => Count): Count {
  try {
    const count = countOf(schema.parse(JSON.parse(readFileSync(file, 'utf8'))))
    return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

function close(counts: readonly Count[]): number {
  const { lines, failed } = closingLines(counts, notRun, isCi)
  console.log(`\n${lines.join('\n')}`)
  return failed > 0 ? 1 : 0
}

process.exitCode = await test()
