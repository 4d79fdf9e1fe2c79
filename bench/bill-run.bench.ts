import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { testPostgres } from '#core/db/test-postgres.ts'
import { readSeedData } from '#core/seed/seed-data.ts'
import { documentsAtOnce, readBillDocuments } from '#core/slices/bill/read-bill-documents.ts'
import { customersPerCommit, runBills } from '#core/slices/bill/run-bills.ts'
import { makeBillPdf } from '#shared/node/bill-pdf.ts'
import { billDate, coreCommand, coreWithPayers, openAgain, rawInsert, rules } from './billing-core.ts'
import type { Measure } from './measure.ts'
import { rounded } from './measure.ts'

const lines = 10
const fonts = resolve(import.meta.dirname, '../resources/fonts')
const written = ['bill', 'bill_line', 'bill_tax', 'gl_entry']

/**
 * Bills of ten lines per second on SQLite over raw insert of the same rows, how many a second go on paper, then bills with
 * two workers on PostgreSQL, and the peak memory of the program for few payers and many. LINEDESK_BENCH_PAYERS sets how many, LINEDESK_BENCH_MANY the many.
 */
export async function billRunBench(tell: (measure: Measure) => void): Promise<void> {
  const payers = Number(process.env['LINEDESK_BENCH_PAYERS'] ?? 4_000)
  const many = Number(process.env['LINEDESK_BENCH_MANY'] ?? 100_000)
  const folder = mkdtempSync(join(tmpdir(), 'linedesk-bench-'))
  try {
    const file = join(folder, 'core.db')
    const store = await coreWithPayers(`sqlite:${file}`, payers, lines)
    const seconds = await timed(() => runBills(store, billDate, rules()))
    await store.close()
    const raw = rawInsert(file, join(folder, 'raw.db'), written, Math.ceil(payers / customersPerCommit))
    tellRate(tell, 'sqliteBillsPerSecond', payers / seconds)
    tell({ bench: 'billrun', metric: 'billedOverRawInsert', value: rounded(raw.seconds / seconds), unit: 'ratio' })
    tellRate(tell, 'pdfsPerSecond', await pdfsPerSecond(`sqlite:${file}`))
    await onPostgres(tell, payers)
    for (const count of [1_000, many]) {
      const place = `sqlite:${join(folder, `memory-${count}.db`)}`
      await (await coreWithPayers(place, count, lines)).close()
      const peak = await coreCommand(['bill-run', '--date', billDate, '--db', place])
      tell({ bench: 'billrun', metric: `peakMemoryMiB${count}`, value: Math.round(peak), unit: 'MiB' })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Bills of ten lines on paper, one after the other in one thread, as a desk or a mailing would make them; rows are read before. */
async function pdfsPerSecond(address: string): Promise<number> {
  const { market } = readSeedData().market
  if (!market.seller) throw new Error('the demonstration market has a seller')
  const store = await openAgain(address)
  const bills = await store.db.selectFrom('bill').selectAll().orderBy('id').limit(documentsAtOnce).execute()
  const found = await readBillDocuments(store.db, bills, { seller: market.seller, market, withUsage: false })
  await store.close()
  const { operator, zone } = market
  const papers = found.map(({ document: billPaper }) => {
    return { billPaper, reference: billPaper.bill.number, language: 'fr', operator, zone, explained: null } as const
  })
  const [first, ...rest] = papers
  if (!first) throw new Error('no bill to put on paper')
  await makeBillPdf(first, fonts)
  const seconds = await timed(async () => {
    for (const paper of rest) await makeBillPdf(paper, fonts)
  })
  return rest.length / seconds
}

async function onPostgres(tell: (measure: Measure) => void, payers: number): Promise<void> {
  const server = testPostgres()
  if (typeof server === 'string') return
  try {
    for (const workers of [1, 2]) {
      const address = await server.createDatabase()
      await (await coreWithPayers(address, payers, lines)).close()
      const run = () => coreCommand(['bill-run', '--date', billDate, '--db', address])
      const seconds = await timed(() => Promise.all(Array.from({ length: workers }, run)))
      // the programs' own start is part of it
      tellRate(tell, `postgresBillsPerSecond${workers}`, payers / seconds)
    }
  } finally {
    server.stop()
  }
}

function tellRate(tell: (measure: Measure) => void, metric: string, value: number): void {
  tell({ bench: 'billrun', metric, value: Math.round(value), unit: '1/s' })
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}
