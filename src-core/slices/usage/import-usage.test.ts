import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import type { CoreStore } from '#core/db/open-core-database.ts'
import { billUpTo, billingStores, callLine, postPaidLines, takeIn, testMarket } from '../bill/test-billing.ts'
import { openRejects, retryRejects } from './usage-rejects.ts'

const stores = billingStores()
const { folder } = stores
let store: CoreStore
let msisdn: string
beforeEach(async () => {
  store = await stores.open()
  const [line] = await postPaidLines(store)
  msisdn = line?.msisdn ?? ''
})
afterEach(() => stores.closeOpened())
afterAll(() => stores.stop())

const call = (id: string, change: object = {}) => callLine({ id, msisdn, ...change })
const rejects = () =>
  store.db
    .selectFrom('usage_reject')
    .select(['line', 'record_id', 'reason', 'field', 'is_repaired'])
    .orderBy('line')
    .execute()

test('a broken file keeps what is good, and puts the rest aside with its reason and its text', async () => {
  const lines = [
    call('a'),
    '{"id":"b",',
    call('c', { units: -1 }),
    call('d', { msisdn: '+99900000000' }),
    call('e', { startedAt: '2026-10-10T10:00:00' }),
    call('f', { startedAt: '1999-01-01T00:00:00Z' }),
    '',
    'x'.repeat(40_000),
    call('a', { units: 61 }),
    call('a'),
  ]
  expect(await takeIn(store, folder, lines)).toMatchObject({ stored: 1, known: 1, rejected: 7 })
  expect((await rejects()).map(({ line, reason, field }) => [line, reason, field])).toEqual([
    [2, 'UNREADABLE', ''],
    [3, 'FIELD_WRONG', 'units'],
    [4, 'SUBSCRIBER_UNKNOWN', 'msisdn'],
    [5, 'FIELD_WRONG', 'startedAt'],
    [6, 'BEFORE_LINE', 'msisdn'],
    [8, 'UNREADABLE', ''],
    [9, 'DUPLICATE_DIFFERS', ''],
  ])
  const kept = await store.db.selectFrom('usage_reject').select('text').where('line', '=', 3).executeTakeFirst()
  expect(kept?.text).toBe(lines[2])
})

test('a reject that comes again put right is taken in and marked', async () => {
  await takeIn(store, folder, [call('a', { units: 'many' })])
  expect(await takeIn(store, folder, [call('a', { units: 30 })], 'again.ndjson')).toMatchObject({
    stored: 1,
    rejected: 0,
  })
  expect(await rejects()).toMatchObject([{ record_id: 'a', is_repaired: 1 }])
})

test('the same file twice, and its records in another file, are known', async () => {
  expect(await takeIn(store, folder, [call('a'), call('b')])).toMatchObject({ stored: 2, known: 0 })
  expect(await takeIn(store, folder, [call('a'), call('b')])).toMatchObject({ stored: 2, known: 0 })
  expect(await takeIn(store, folder, [call('b'), call('c')], 'other.ndjson')).toMatchObject({ stored: 1, known: 1 })
})

test('CSV with its columns in any order, quotes and semicolons', async () => {
  const lines = [
    'units;id;type;msisdn;startedAt;other',
    `90;"q ""1""";voice;${msisdn};2026-10-25T02:30:00+02:00;+33123456789`,
    `90;q2;voice;${msisdn};2026-10-25T02:30:00+01:00;+33123456789`,
    `90;q3;voice;${msisdn}`,
  ]
  expect(await takeIn(store, folder, lines, 'usage.csv')).toMatchObject({ stored: 2, rejected: 1 })
  const moments = await store.db.selectFrom('usage_record').select(['id', 'started_at']).orderBy('started_at').execute()
  expect(moments.map(({ id }) => id)).toEqual(['q "1"', 'q2'])
  expect((moments[1]?.started_at ?? 0) - (moments[0]?.started_at ?? 0)).toBe(3_600_000)
})

test('usage of a period that is billed already goes to the next bill', async () => {
  await billUpTo(store, '2026-11-03')
  expect(await takeIn(store, folder, [call('late'), call('now', { startedAt: '2026-11-05T09:00:00Z' })])).toMatchObject(
    {
      stored: 2,
      late: 1,
    },
  )
  const rows = await store.db.selectFrom('usage_record').select(['id', 'on_date', 'bill_on']).orderBy('id').execute()
  expect(rows).toEqual([
    { id: 'late', on_date: '2026-10-10', bill_on: '2026-12-03' },
    { id: 'now', on_date: '2026-11-05', bill_on: '2026-12-03' },
  ])
  expect(await billUpTo(store, '2026-12-03')).toMatchObject({ records: 2 })
})

test('what was put aside is taken in once its line is known, from JSON and CSV alike, and what is not keeps its reason', async () => {
  const number = '+99900000000'
  const header = 'units;id;type;msisdn;startedAt;other'
  const csv = (id: string, units: number) => `${units};${id};voice;${number};2026-10-10T10:00:00Z;+33123456789`
  await takeIn(store, folder, [header, csv('x', 60), csv('y', 60)], 'early.csv')
  await takeIn(store, folder, [call('z', { msisdn: number }), '{"id":"b",', csv('w', 60)], 'early.ndjson')
  await takeIn(store, folder, [header, csv('x', 61)], 'other.csv')
  expect(await retryRejects(store, testMarket)).toEqual({ stored: 0, late: 0, known: 0, left: 6 })
  await billUpTo(store, '2026-11-03')
  const [line] = await postPaidLines(store)
  await store.db
    .updateTable('product')
    .set({ msisdn: number })
    .where('id', '=', line?.id ?? '')
    .execute()
  expect(await retryRejects(store, testMarket)).toEqual({ stored: 3, late: 3, known: 0, left: 3 })
  const reasons: string[] = []
  for await (const rejects of openRejects(store)) reasons.push(...rejects.map(({ reason }) => reason))
  expect(reasons.toSorted()).toEqual(['DUPLICATE_DIFFERS', 'UNREADABLE', 'UNREADABLE'])
  expect(await retryRejects(store, testMarket)).toEqual({ stored: 0, late: 0, known: 0, left: 3 })
  expect(await billUpTo(store, '2026-12-03')).toMatchObject({ records: 3 })
})
