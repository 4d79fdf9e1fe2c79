import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { cacheFile } from '#main/workstation/db/cache-files.ts'
import { foldText } from '#shared/kernel/fold-text.ts'
import type { Measure } from './measure.ts'
import { percentile, rounded } from './measure.ts'
import { buildSearchCache } from './search-build.ts'
import type { SearchDesk } from './search-desk.ts'
import { benchKey, prepareSearchDesk } from './search-desk.ts'
import type { Kind } from './search-kinds.ts'
import { searchKinds } from './search-kinds.ts'
import { createBenchPeople } from './search-people.ts'

const sampled = 3_000
const pendingCommands = 500
const coldTexts = ['nov', 'jeanne mar', '0612', '4711', 'иван']

/**
 * Search as you type over a million customers in an encrypted cache, as the service does it: each kind of query by
 * itself, the worst of them, the first answer of a fresh process, and one prepared statement over the same file as
 * yardstick. LINEDESK_BENCH_CUSTOMERS sets how many.
 */
export async function searchBench(tell: (measure: Measure) => void): Promise<void> {
  const count = Number(process.env['LINEDESK_BENCH_CUSTOMERS'] ?? 1_000_000)
  const folder = mkdtempSync(join(tmpdir(), 'linedesk-bench-'))
  const say = (metric: string, value: number, unit: string, ratio?: number): void =>
    tell({
      bench: 'search',
      metric,
      value: rounded(value),
      unit,
      ...(ratio === undefined ? {} : { ratio: rounded(ratio) }),
    })
  try {
    const person = createBenchPeople(benchKey)
    const built = buildSearchCache(folder, count, person)
    say('customers', count, 'customers')
    say('rowsSeconds', built.rowsSeconds, 's')
    say('indexSeconds', built.indexSeconds, 's')
    say('fileMiB', built.fileMiB, 'MiB')
    const cold = coldTexts.map((text) => coldAnswerMs(folder, text))
    const customers = Array.from({ length: sampled }, (_, index) => person(Math.floor((index * count) / sampled)))
    const desk = prepareSearchDesk(folder)
    desk.open()
    say('searchIndexMiB', indexMiB(desk), 'MiB')
    const kinds = searchKinds(customers)
    const timed = kinds.map((kind) => ({ kind, took: timesOf(kind, desk) }))
    for (const { kind, took } of timed) say(`${kind.name}P95Ms`, p95(took), 'ms')
    const latin3 = kinds.find(({ name }) => name === 'latin3') ?? { name: 'none', texts: [] }
    const raw = percentile(rawTimesOf(latin3, desk), 0.95)
    const worst = Math.max(
      ...timed.map(({ took }) => p95(took.filter((one) => !one.isSimilar))).filter(Number.isFinite),
    )
    say('rawPreparedP95Ms', raw, 'ms')
    say('similarP95Ms', p95(timed.flatMap(({ took }) => took.filter((one) => one.isSimilar))), 'ms')
    say('asYouTypeP95Ms', worst, 'ms', worst / raw)
    say('coldFirstAnswerMs', Math.max(...cold), 'ms')
    desk.addPending(Array.from({ length: pendingCommands }, (_, index) => `Pending${index}`))
    say('withPendingP95Ms', p95(timesOf(latin3, desk)), 'ms')
    desk.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Took {
  readonly ms: number
  /** Beginnings found fewer than five, so typing errors were thought of too. */
  readonly isSimilar: boolean
}

const fewHits = 5

function timesOf({ texts }: Kind, desk: SearchDesk): readonly Took[] {
  for (const text of texts.slice(0, 5)) desk.search(text)
  return texts.map((text) => {
    const began = performance.now()
    const hits = desk.search(text)
    const ms = performance.now() - began
    const begun = hits.filter(({ matched }) => matched !== 'similar')
    return { ms, isSimilar: begun.length < fewHits && !/\d/.test(text) }
  })
}

function p95(took: readonly Took[]): number {
  return percentile(
    took.map(({ ms }) => ms),
    0.95,
  )
}

/** The yardstick: ten names that begin so, by one prepared statement, no ranking and nothing looked up further. */
function rawTimesOf({ texts }: Kind, desk: SearchDesk): readonly number[] {
  return texts.map((text) => {
    const match = `"${foldText(text)}"*`
    const began = performance.now()
    desk.sql(
      `select c.* from customer_names join customer c on c.rowid = customer_names.rowid
        where customer_names match ? limit 10`,
      match,
    )
    return performance.now() - began
  })
}

function indexMiB(desk: SearchDesk): number {
  const [size] = desk.sql<{ readonly bytes: number }>(
    `select sum(pgsize) as bytes from dbstat('main', 1) where name like 'search_word%' or name like 'customer_names_%'
      or name like 'customer_words_%' or name like 'customer_figures_%'`,
  )
  return (size?.bytes ?? 0) / 2 ** 20
}

/** A fresh process each time, the file out of the system's cache where `dd` can do that. */
function coldAnswerMs(folder: string, text: string): number {
  spawnSync('dd', [`if=${cacheFile(folder, 1)}`, 'iflag=nocache', 'count=0', 'status=none'])
  const answer = execFileSync(process.execPath, [join(import.meta.dirname, 'search-cold.ts'), folder, text])
  return z.object({ ms: z.number() }).parse(JSON.parse(answer.toString())).ms
}
