import { spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { hash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openCoreDatabase } from '#core/db/open-core-database.ts'
import { testPostgres } from '#core/db/test-postgres.ts'
import { makeDemoBills } from '#core/program/demo-bills.ts'
import { openStore } from '#core/program/open-core.ts'
import { createRandom } from '#core/seed/random.ts'
import { runSeed } from '#core/seed/run-seed.ts'

vi.setConfig({ testTimeout: 600_000, hookTimeout: 300_000 })

const folder = mkdtempSync(join(tmpdir(), 'linedesk-bill-run-'))
const key = new Uint8Array(32).fill(0x5a)
const seeded = join(folder, 'seeded.db')
const usage = join(folder, 'usage.ndjson')
const customers = 2_000
const server = testPostgres()
afterAll(() => {
  if (typeof server !== 'string') server.stop()
  rmSync(folder, { recursive: true, force: true })
})

beforeAll(async () => {
  await seed(`sqlite:${seeded}`)
  const store = await openStore(`sqlite:${seeded}`, key)
  const lines = await store.db
    .selectFrom('product')
    .innerJoin('offer', 'offer.id', 'product.offer_id')
    .select('product.msisdn')
    .where('offer.billing', '=', 'postPaid')
    .where('product.state', '=', 'active')
    .where('product.msisdn', 'is not', null)
    .orderBy('product.id')
    .limit(300)
    .execute()
  await store.close()
  writeFileSync(usage, lines.flatMap(({ msisdn }, line) => callsOf(msisdn ?? '', line)).join('\n'))
  if (lines.length < 100) throw new Error('too few lines to make usage of')
})

async function seed(address: string): Promise<void> {
  const store = await openStore(address, address.startsWith('sqlite:') ? key : null)
  const { db, dialect, sqlite } = store
  await runSeed({ db, dialect, sqlite, customers, seed: 1, now: Date.UTC(2026, 10, 22) })
  // with its year of bills, as `core seed` makes it: payers get their thirteenth, and their first leaves the desks
  await makeDemoBills(store, 40)
  await store.close()
}

function callsOf(msisdn: string, line: number): readonly string[] {
  return Array.from({ length: 40 }, (_, index) => {
    const startedAt = new Date(
      Date.UTC(2026, 10, 4) + ((index * 7919 + line * 104_729) % 2_500_000) * 1000,
    ).toISOString()
    const isData = index % 2 === 0
    const of = isData
      ? { type: 'data', other: '', units: 900_000_000 }
      : { type: 'voice', other: '+420601123456', units: 95 }
    return JSON.stringify({ id: `${line}-${index}`, msisdn, startedAt, ...of })
  })
}

interface Run {
  readonly ended: Promise<number | null>
  readonly kill: () => void
}

function core(...parameters: readonly string[]): Run {
  const program = resolve(import.meta.dirname, '../src-core/main.ts')
  const child = spawn(process.execPath, [program, ...parameters], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, LINEDESK_CORE_KEY: Buffer.from(key).toString('hex') },
  })
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)))
  return { ended, kill: () => child.kill('SIGKILL') }
}

const billRun = (db: string): Run => core('bill-run', '--date', '2026-12-03', '--db', db)
const usageImport = (db: string): Run => core('usage-import', '--file', usage, '--db', db)

const tables = [
  'bill',
  'bill_line',
  'bill_tax',
  'gl_entry',
  'rated_usage',
  'usage_record',
  'usage_reject',
  'charge',
  'billing_account',
  'bill_account',
  'bill_usage',
  'bill_payment',
  'payment_allocation',
  'feed_gone',
] as const

/** Every field of every row but the place in the feed, which says when and not what. */
async function contents(db: string): Promise<{ readonly bills: number; readonly digest: string }> {
  const store = await openCoreDatabase(db, { key: db.startsWith('sqlite:') ? key : null })
  const texts: string[] = []
  let bills = 0
  for (const table of tables) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(store.db)
    if (table === 'bill') bills = rows.length
    texts.push(table, ...rows.map(textOf).toSorted(compare))
  }
  await store.close()
  return { bills, digest: hash('sha256', texts.join('\n')) }
}

function textOf(row: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.entries({ ...row, change_seq: 0 }).toSorted(([a], [b]) => compare(a, b)))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

async function balances(db: string): Promise<void> {
  expect(await core('trial-balance', '--db', db).ended).toBe(0)
}

function copy(name: string): string {
  const file = join(folder, name)
  copyFileSync(seeded, file)
  return `sqlite:${file}`
}

test('an import and a bill run killed at 20 random points each go on to the same rows, equal in every field', async () => {
  const whole = copy('whole.db')
  const began: number[] = [performance.now()]
  expect(await usageImport(whole).ended).toBe(0)
  began.push(performance.now())
  expect(await billRun(whole).ended).toBe(0)
  began.push(performance.now())
  const [at0 = 0, at1 = 0, at2 = 0] = began
  const expected = await contents(whole)
  expect(expected.bills).toBeGreaterThan(1_000)
  await balances(whole)
  expect(await billRun(whole).ended).toBe(0)
  expect(await contents(whole)).toEqual(expected)

  const before = (await contents(`sqlite:${seeded}`)).bills
  const random = createRandom(20, 1)
  let cutInTheMiddle = 0
  for (let point = 0; point < 20; point += 1) {
    const db = copy(`cut-${point}.db`)
    const steps = [
      { start: usageImport, ms: at1 - at0 },
      { start: billRun, ms: at2 - at1 },
    ]
    for (const { start, ms } of steps) {
      const run = start(db)
      const timer = setTimeout(run.kill, 0.2 * ms + random.below(Math.ceil(0.8 * ms)))
      const code = await run.ended
      clearTimeout(timer)
      if (start === billRun && code === null) {
        const { bills } = await contents(db)
        if (bills > before && bills < expected.bills) cutInTheMiddle += 1
      }
      expect(await start(db).ended).toBe(0)
    }
    // equal rows have equal sums: the balance of the whole run is theirs
    expect([point, await contents(db)]).toEqual([point, expected])
    rmSync(db.slice('sqlite:'.length))
  }
  expect(cutInTheMiddle).toBeGreaterThan(0)
})

test('started twice at once on SQLite it makes each bill once', async () => {
  const alone = copy('alone.db')
  expect(await billRun(alone).ended).toBe(0)
  const both = copy('both.db')
  expect(await Promise.all([billRun(both).ended, billRun(both).ended])).toEqual([0, 0])
  expect(await contents(both)).toEqual(await contents(alone))
  await balances(both)
})

describe.skipIf(typeof server === 'string')('on PostgreSQL', () => {
  test('two workers at once make the bills that one makes', async () => {
    if (typeof server === 'string') throw new Error(server)
    const template = await server.createDatabase()
    await seed(template)
    expect(await usageImport(template).ended).toBe(0)
    const alone = await server.createDatabase(template)
    const both = await server.createDatabase(template)
    expect(await billRun(alone).ended).toBe(0)
    expect(await Promise.all([billRun(both).ended, billRun(both).ended])).toEqual([0, 0])
    const expected = await contents(alone)
    expect(expected.bills).toBeGreaterThan(500)
    expect(await contents(both)).toEqual(expected)
    await balances(both)
  })
})
