import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { openStore } from '#core/program/open-core.ts'
import type { CoreStore } from '#core/db/open-core-database.ts'
import type { BillingRules } from '#core/slices/bill/billing-rules.ts'
import { billingRules } from '#core/slices/bill/billing-rules.ts'
import { runSeed } from '#core/seed/run-seed.ts'
import type { SqliteDatabase } from '#shared/node/open-database.ts'
import { openDatabase } from '#shared/node/open-database.ts'
import type { Spent } from './measure.ts'
import { stopwatch } from './measure.ts'

const key = new Uint8Array(32).fill(0x5a)
export const billDate = '2026-11-03'
export const market = { zone: 'Europe/Paris', cycleDay: 3 } as const

export function rules(): BillingRules {
  const good = billingRules()
  if (!good.ok) throw new Error(good.error.code)
  return good.value
}

/** A core over an address with the market and so many payers, each with charges that make a bill of that many lines. */
export async function coreWithPayers(address: string, payers: number, lines: number): Promise<CoreStore> {
  const store = await openStore(address, address.startsWith('sqlite:') ? key : null)
  const { db, dialect, sqlite } = store
  await runSeed({ db, dialect, sqlite, customers: 1, seed: 1, now: Date.UTC(2026, 10, 22) })
  const perCommit = 1_000
  for (let from = 0; from < payers; from += perCommit) {
    const ids = Array.from({ length: Math.min(perCommit, payers - from) }, (_, index) => payerId(from + index))
    await db.transaction().execute(async (tx) => {
      for (const some of parts(ids, 200)) await tx.insertInto('billing_account').values(some.map(accountOf)).execute()
      for (const some of parts(ids, 20))
        await tx
          .insertInto('charge')
          .values(some.flatMap((id) => Array.from({ length: lines }, (_, line) => chargeOf(id, line))))
          .execute()
    })
  }
  return store
}

/** The same core once more. */
export async function openAgain(address: string): Promise<CoreStore> {
  return openStore(address, key)
}

export function payerId(index: number): string {
  return `01890000-0000-7000-8000-${String(index).padStart(12, '0')}`
}

function accountOf(id: string) {
  return {
    id,
    scope: 'nancy',
    number: id.slice(-8),
    frequency: 'monthly',
    cycle_day: market.cycleDay,
    anchor_month: 1,
    currency: 'EUR',
    tax_included: 1,
    billed_from: '2026-10-03',
    next_bill_on: billDate,
    bills: 0,
    allowances: '[]',
  }
}

function chargeOf(id: string, line: number) {
  return {
    id: `${id}:${line}`,
    scope: 'nancy',
    account_id: id,
    user_id: id,
    product_id: `${id}:line`,
    kind: 'recurring',
    name: '{"en":"Mobile M 40 GB","fr":"Mobile M 40 Go","cs":"Mobile M 40 GB","ru":"Mobile M 40 ГБ"}',
    price_minor: 490 + line * 100,
    timing: 'arrears',
    // every second one began inside the period
    active_from: line % 2 === 0 ? '2026-01-01' : '2026-10-20',
    active_until: null,
    at_start: 'prorated',
    at_end: 'prorated',
    paused_minor: null,
    tax_code: 'standard',
    billed_on: null,
  }
}

function parts<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size))
}

/**
 * The yardstick: the rows that ours wrote, inserted again by one prepared statement a table into the same tables with the
 * same indexes and cipher, as many payers to a commit; nothing is read or counted. Reading the rows is not timed.
 */
export function rawInsert(from: string, to: string, tables: readonly string[], commits: number): Spent {
  const source = openDatabase(from, { key, readonly: true })
  const target = openDatabase(to, { key })
  const work = tables.map((table) => {
    for (const statement of schemaOf(source, table)) target.exec(statement)
    const rows: unknown[][] = source.prepare<[], unknown[]>(`select * from ${table} order by rowid`).raw().all()
    const places = (rows[0] ?? []).map(() => '?').join(',')
    return { rows, insert: target.prepare<unknown[]>(`insert into ${table} values (${places})`) }
  })
  const commit = target.transaction((index: number) => {
    for (const { rows, insert } of work) {
      const size = Math.ceil(rows.length / commits)
      for (const row of rows.slice(index * size, (index + 1) * size)) insert.run(...row)
    }
  })
  const spent = stopwatch()
  for (let index = 0; index < commits; index += 1) commit(index)
  const raw = spent()
  target.close()
  source.close()
  return raw
}

function schemaOf(source: SqliteDatabase, table: string): readonly string[] {
  return source
    .prepare<[string], string>(
      'select sql from sqlite_schema where tbl_name = ? and sql is not null order by type desc',
    )
    .pluck()
    .all(table)
}

const project = resolve(import.meta.dirname, '..')
const manifestSchema = z.object({ scripts: z.object({ core: z.string().startsWith('node ') }) })

/** Runs `npm run core`, with the options it has there, and these words; gives its peak memory. */
export function coreCommand(parameters: readonly string[]): Promise<number> {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(resolve(project, 'package.json'), 'utf8')))
  const [, ...program] = manifest.scripts.core.split(' ')
  const child = spawn(process.execPath, [...program, ...parameters], {
    cwd: project,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, LINEDESK_CORE_KEY: Buffer.from(key).toString('hex') },
  })
  let peakMiB = 0
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      peakMiB = Math.max(peakMiB, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
    } catch {
      // gone already: the last reading stands
    }
  }, 50)
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('exit', (code) => {
      clearInterval(watch)
      if (code === 0) done(peakMiB)
      else fail(new Error(`the core ended with ${code}`))
    })
  })
}
