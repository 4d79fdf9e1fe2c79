import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { CoreStore } from '../db/open-core-database.ts'
import { inUnit } from '../db/unit.ts'
import { billingRulesFrom } from '../slices/bill/billing-rules.ts'
import { creditBill } from '../slices/bill/credit-bill.ts'
import { ensureAccounts } from '../slices/bill/ensure-accounts.ts'
import { runBills } from '../slices/bill/run-bills.ts'
import {
  callLine,
  postPaidLines,
  seedSmall,
  takeIn,
  testMarket,
  testRules,
  timesDearer,
} from '../slices/bill/test-billing.ts'
import type { Settings } from './arguments.ts'
import { settingsFrom } from './arguments.ts'
import { billRun, rerateOne, showTrialBalance, takeUsageIn } from './billing.ts'
import { openStore } from './open-core.ts'
import { problemOf } from './problem.ts'
import { mendRejects } from './usage-rejects.ts'
import { goodRules } from './with-market.ts'

const folder = mkdtempSync(join(tmpdir(), 'linedesk-program-billing-'))
const db = `sqlite:${join(folder, 'core.db')}`
const said: string[] = []
let [billId, number] = ['', '']

const inStore = async <T>(work: (store: CoreStore) => Promise<T>): Promise<T> => {
  const store = await openStore(db, null)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** One call to a number that costs 0.50 and 0.80 a minute, on a bill made at twice these prices. */
beforeAll(() =>
  inStore(async (store) => {
    await seedSmall(store, 12)
    await ensureAccounts(store, '2026-11-03', testMarket)
    const [line] = await postPaidLines(store)
    await takeIn(store, folder, [callLine({ id: 'x', msisdn: line?.msisdn ?? '', other: '+33899000000' })])
    await runBills(store, '2026-11-03', timesDearer(2))
    billId = `${line?.account_id ?? ''}:2026-11-03`
    const bill = await store.db.selectFrom('bill').select('number').where('id', '=', billId).executeTakeFirstOrThrow()
    number = bill.number
  }),
)
beforeEach(() => {
  said.length = 0
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0)
})
afterEach(() => vi.restoreAllMocks())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const settings = (...args: readonly string[]): Settings => settingsFrom([...args, '--db', db], {})
/** The sentence on the terminal when a task is refused. */
const refusalOf = async (task: Promise<void>): Promise<string> =>
  task.then(
    () => 'not refused',
    (error: unknown) => problemOf(error, 'here').message,
  )

test('rerate says what a price put right comes to on the next bill, and the second time that nothing is new', async () => {
  await rerateOne(settings('rerate', '--bill', number))
  expect(said).toEqual([`Usage records of bill ${number} priced anew: 1; the next bill gives 1.30 back.\n`])
  await rerateOne(settings('rerate', '--bill', number))
  expect(said[1]).toBe(`Every usage record of bill ${number} has its price already: nothing new for the next bill.\n`)
})

test('rerate is refused without a number, for a number nobody knows, and for a bill that was taken back', async () => {
  expect(() => settings('rerate')).toThrow('ARGUMENT_WRONG')
  expect(await refusalOf(rerateOne(settings('rerate', '--bill', '0-0')))).toContain('The core knows no bill 0-0.')
  await inStore((store) => inUnit(store, (unit) => creditBill(unit, { id: 'n', billId, on: '2026-11-10' })))
  expect(await refusalOf(rerateOne(settings('rerate', '--bill', number)))).toMatch(
    new RegExp(`^The usage of bill ${number} was not priced anew. Nothing was changed. \\S`),
  )
  expect(said).toEqual([])
})

test('usage-rejects lists what was put aside, and marks a line without a record’s id by its file and line', async () => {
  await inStore((store) => takeIn(store, folder, ['{"id":"b",', callLine({ id: 'c' })], 'broken.ndjson'))
  const out = join(folder, 'rejects.ndjson')
  const list = async (): Promise<unknown[]> => {
    await mendRejects(settings('usage-rejects', '--out', out))
    return readFileSync(out, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((text): unknown => JSON.parse(text))
  }
  const [first, second] = await list()
  expect(first).toMatchObject({ reason: 'UNREADABLE', field: '', file: 'broken.ndjson', line: 1, text: '{"id":"b",' })
  expect(second).toMatchObject({ reason: 'FIELD_WRONG', field: 'msisdn', line: 2, recordId: 'c' })
  await mendRejects(settings('usage-rejects'))
  expect(said.pop()).toBe(readFileSync(out, 'utf8'))
  const mark = () => mendRejects(settings('usage-rejects', '--file', 'broken.ndjson', '--line', '1'))
  await mark()
  expect(said.pop()).toBe('Line 1 of broken.ndjson is marked as dealt with.\n')
  expect(await refusalOf(mark())).toContain('Of broken.ndjson, not exactly one line 1 is put aside.')
  expect(await list()).toEqual([second])
  await mendRejects(settings('usage-rejects', '--retry'))
  expect(said.pop()).toContain('Still put aside: 1.')
  for (const wrong of [
    ['--line', '1'],
    ['--line', '0', '--file', 'f'],
    ['--retry', '--out', out],
  ])
    expect(() => settings('usage-rejects', ...wrong)).toThrow('ARGUMENT_WRONG')
})

test('a usage file that is away, a core without a market and a plan with two prices are each refused in a sentence', async () => {
  const away = takeUsageIn(settings('usage-import', '--file', join(folder, 'none.csv')))
  expect(await refusalOf(away)).toMatch(/^The usage file .*none\.csv cannot be read\. Nothing was changed\./)
  const empty = settingsFrom(['bill-run', '--date', '2026-12-03', '--db', `sqlite:${join(folder, 'empty.db')}`], {})
  expect(await refusalOf(billRun(empty))).toMatch(/^The database at .*empty\.db holds no market yet\./)
  const { plan } = testRules().planOf('*')
  const plans = [{ offers: ['*'], plan: { ...plan, rates: [...plan.rates, ...plan.rates] } }]
  const onDesk = { bills: 12, usageBills: 2, freeUsageUpToPayers: 1 }
  const wrong = Promise.resolve({ dueDays: 14, onDesk, plans }).then((json) => void goodRules(billingRulesFrom(json)))
  expect(await refusalOf(wrong)).toMatch(
    /^No bill was made, because a rate plan is wrong\. Plan .*rate .* is there twice/,
  )
})

test('trial-balance says that all adds up, and names the currency and the posting that do not', async () => {
  await showTrialBalance(settings('trial-balance'))
  expect(said.pop()).toMatch(/^The ledger adds up to nothing, over \d+ accounts\.\n$/)
  await inStore(async (store) => {
    const entry = await store.db.selectFrom('gl_entry').selectAll().limit(1).executeTakeFirstOrThrow()
    await store.db
      .insertInto('gl_entry')
      .values({ ...entry, id: 'extra', source_id: 'posting-1', amount_minor: 1 })
      .execute()
  })
  expect(await refusalOf(showTrialBalance(settings('trial-balance')))).toMatch(
    /^The ledger does not add up: EUR.*, posting-1\. Make no further bills/,
  )
})
