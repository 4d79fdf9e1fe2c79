import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { customersPerCommit, runBills } from '#core/slices/bill/run-bills.ts'
import { importUsage } from '#core/slices/usage/import-usage.ts'
import { billDate, coreWithPayers, market, payerId, rawInsert, rules } from './billing-core.ts'
import type { Measure } from './measure.ts'
import { rounded, stopwatch } from './measure.ts'

/**
 * Usage records taken in per second, then rated per second over raw insert of the same rated rows: the whole bill run that
 * rates them is timed, reading, lines and ledger included, by the clock and by the processors' time.
 * LINEDESK_BENCH_RECORDS sets how many; 200 records a line.
 */
export async function ratingBench(tell: (measure: Measure) => void): Promise<void> {
  const records = Number(process.env['LINEDESK_BENCH_RECORDS'] ?? 200_000)
  const payers = Math.ceil(records / 200)
  const folder = mkdtempSync(join(tmpdir(), 'linedesk-bench-'))
  try {
    const file = join(folder, 'core.db')
    const store = await coreWithPayers(`sqlite:${file}`, payers, 1)
    for (let from = 0; from < payers; from += 100)
      await store.db
        .insertInto('product')
        .values(Array.from({ length: Math.min(100, payers - from) }, (_, index) => lineOf(from + index)))
        .execute()
    const usage = join(folder, 'usage.ndjson')
    await writeUsage(usage, records, payers)
    const importing = stopwatch()
    const done = await importUsage(store, usage, market)
    if (done.stored !== records) throw new Error(`${done.stored} of ${records} taken in`)
    const importSeconds = importing().seconds
    tell({ bench: 'rating', metric: 'importedPerSecond', value: Math.round(records / importSeconds), unit: '1/s' })
    tell({
      bench: 'rating',
      metric: 'importPeakMiB',
      value: Math.round(process.resourceUsage().maxRSS / 1024),
      unit: 'MiB',
    })
    const rating = stopwatch()
    const run = await runBills(store, billDate, rules())
    const { seconds, cpuSeconds } = rating()
    if (run.records !== records) throw new Error(`${run.records} of ${records} rated`)
    await store.close()
    const raw = rawInsert(file, join(folder, 'raw.db'), ['rated_usage'], Math.ceil(payers / customersPerCommit))
    tell({ bench: 'rating', metric: 'ratedPerSecond', value: Math.round(records / seconds), unit: '1/s' })
    tell({ bench: 'rating', metric: 'rawPerSecond', value: Math.round(records / raw.seconds), unit: '1/s' })
    tell({ bench: 'rating', metric: 'ratedOverRawInsert', value: rounded(raw.seconds / seconds), unit: 'ratio' })
    tell({
      bench: 'rating',
      metric: 'ratedOverRawInsertCpu',
      value: rounded(raw.cpuSeconds / cpuSeconds),
      unit: 'ratio',
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function lineOf(index: number) {
  const id = payerId(index)
  return {
    id: `${id}:line`,
    scope: 'nancy',
    version: 1,
    customer_id: id,
    order_id: null,
    offer_id: 'mobile-m',
    state: 'active',
    msisdn: numberOf(index),
    iccid: null,
    monthly_minor: 490,
    currency: 'EUR',
    since: Date.UTC(2025, 0, 1),
    user_name: '',
    payer_id: null,
    purchase_order: '',
    change_seq: 0,
  }
}

function numberOf(index: number): string {
  return `+3370${String(index).padStart(7, '0')}`
}

const others = ['+33123456789', '+420601123456', '+15551234567', '+33899123456']

async function writeUsage(file: string, records: number, payers: number): Promise<void> {
  const out = createWriteStream(file)
  const firstMs = Date.UTC(2026, 9, 3)
  for (let index = 0; index < records; index += 1) {
    // three weeks, a record of each line after the other, as a network's file has them
    const startedAt = new Date(firstMs + Math.floor((index / records) * 21 * 86_400_000)).toISOString()
    const isData = index % 3 === 0
    const type = isData ? 'data' : index % 3 === 1 ? 'voice' : 'message'
    const other = isData ? '' : others[index % others.length]
    const units = isData ? 1_000_000 + (index % 977) * 1_000 : type === 'voice' ? 10 + (index % 600) : 1
    const line = JSON.stringify({ id: `u${index}`, type, msisdn: numberOf(index % payers), other, startedAt, units })
    if (!out.write(`${line}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
}
