import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { policySchemas } from '#shared/domain/catalogue/policies.ts'
import { judgeCompanyNumbers } from '#shared/domain/customer/judge-company.ts'
import { judgeDocument } from '#shared/domain/identity/judge-document.ts'
import { readMrz } from '#shared/domain/identity/mrz.ts'
import { readIccid } from '#shared/domain/number/iccid.ts'
import { parseMsisdn } from '#shared/domain/number/msisdn.ts'
import { idSchema } from '#shared/kernel/ids.ts'
import type { CoreStore } from '../db/open-core-database.ts'
import type { CoreDatabase } from '../db/schema.ts'
import { postgresStores, sqliteStores } from '../db/test-store.ts'
import { knownPeople } from './known-people.ts'
import type { SeedOptions } from './run-seed.ts'
import { runSeed, seedOnRecord } from './run-seed.ts'

const sqlite = sqliteStores()
const postgres = postgresStores()
const now = Date.UTC(2026, 9, 22, 10)

/** An empty core with one secret for all tests, so that hashes can be compared. */
async function openEmpty(stores = sqlite): Promise<CoreStore> {
  const store = await stores.open()
  await store.db.updateTable('setting').set({ value: 'c2VjcmV0' }).where('name', '=', 'hash_secret').execute()
  return store
}

function seedInto(store: CoreStore, change: Partial<SeedOptions> = {}) {
  return runSeed({
    db: store.db,
    dialect: store.dialect,
    sqlite: store.sqlite,
    customers: 450,
    seed: 7,
    now,
    ...change,
  })
}

const tables = [
  'policy',
  'price_list',
  'offer',
  'app_user',
  'phone_number',
  'sim_card',
  'sim_secret',
  'customer',
  'product',
  'contact',
  'bureau_record',
  'watch_entry',
] as const satisfies readonly (keyof CoreDatabase)[]

async function everything({ db }: CoreStore): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {}
  for (const table of tables) {
    const rows: readonly object[] = await db.selectFrom(table).selectAll().execute()
    found[table] = rows.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort()
  }
  return found
}

afterEach(() => Promise.all([sqlite.closeOpened(), postgres.closeOpened()]))
afterAll(() => {
  sqlite.stop()
  postgres.stop()
})

describe('the seed', () => {
  test('gives equal rows for equal seeds, and others for another seed', async () => {
    const [one, two, other] = [await openEmpty(), await openEmpty(), await openEmpty()]
    await seedInto(one)
    await seedInto(two)
    await seedInto(other, { seed: 8 })
    const rows = await everything(one)
    expect(await everything(two)).toEqual(rows)
    expect((await everything(other))['customer']).not.toEqual(rows['customer'])
  })

  test('goes on where it was broken off, to the same rows', async () => {
    const [whole, broken] = [await openEmpty(), await openEmpty()]
    await seedInto(whole)
    const pulledPlug = new Error('the plug is out')
    const stopAtFirst = (): never => {
      throw pulledPlug
    }
    await expect(seedInto(broken, { onProgress: stopAtFirst })).rejects.toBe(pulledPlug)
    expect(await seedOnRecord(broken.db)).toMatchObject({ done: 200, customers: 450 })
    expect(await seedInto(broken, { now: now + 86_400_000 })).toMatchObject({ ok: true })
    expect(await everything(broken)).toEqual(await everything(whole))
  })

  test('leaves the file as it found it: every index, no table of its own, the log; broken off or not', async () => {
    const [empty, whole, broken] = [await openEmpty(), await openEmpty(), await openEmpty()]
    const shape = ({ sqlite: file }: CoreStore): unknown => [
      file?.prepare('select type, name, sql from sqlite_schema order by name').all(),
      ['journal_mode', 'cache_size', 'temp_store', 'synchronous'].map((name) => file?.pragma(name, { simple: true })),
      file?.prepare('select name from setting order by name').pluck().all(),
    ]
    await seedInto(whole)
    await expect(
      seedInto(broken, {
        onProgress: () => {
          throw new Error('the plug is out')
        },
      }),
    ).rejects.toThrow('plug')
    expect(shape(broken)).not.toEqual(shape(whole)) // what was taken away is still kept in the file
    await seedInto(broken)
    await empty.db.insertInto('setting').values({ name: 'seed', value: '' }).execute()
    expect(shape(whole)).toEqual(shape(empty))
    expect(shape(broken)).toEqual(shape(empty))
  })

  test('goes on in a file that another program has open', async () => {
    const [alone, shared] = [await openEmpty(), await openEmpty()]
    await shared.reader.selectFrom('customer').select('id').execute()
    shared.sqlite?.pragma('busy_timeout = 50')
    await seedInto(alone)
    expect(await seedInto(shared)).toMatchObject({ ok: true })
    expect(await everything(shared)).toEqual(await everything(alone))
  })

  test.skipIf(postgres.missing)('gives the same rows on PostgreSQL', async () => {
    const [here, there] = [await openEmpty(), await openEmpty(postgres)]
    await seedInto(here)
    await seedInto(there)
    expect(await everything(there)).toEqual(await everything(here))
  })

  test('is done once: the same again does nothing, another one is refused', async () => {
    const store = await openEmpty()
    await seedInto(store)
    expect(await seedInto(store)).toMatchObject({ ok: true })
    expect(await seedInto(store, { customers: 451 })).toMatchObject({ ok: false, error: { code: 'ALREADY_SEEDED' } })
    const persons = store.db.selectFrom('customer').select('id').where('kind', '=', 'individual')
    expect(await persons.execute()).toHaveLength(450)
  })

  test('tells its progress and stamps at most 200 customers with one sequence', async () => {
    const store = await openEmpty()
    const told: number[] = []
    await seedInto(store, { onProgress: ({ done }) => told.push(done) })
    expect(told).toEqual([200, 400, 450])
    const perSequence = await store.db
      .selectFrom('customer')
      .select((select) => ['change_seq', select.fn.countAll<number>().as('count')])
      .where('kind', '=', 'individual')
      .groupBy('change_seq')
      .orderBy('change_seq')
      .execute()
    expect(perSequence).toEqual([
      { change_seq: 2, count: 200 },
      { change_seq: 3, count: 200 },
      { change_seq: 4, count: 50 },
    ])
    expect(await store.db.selectFrom('feed_counter').select('value').executeTakeFirst()).toEqual({ value: 4 })
  })

  test('makes ids, SIM numbers, phone numbers and policies that their own readers accept', async () => {
    const store = await openEmpty()
    await seedInto(store)
    const { db } = store
    const ids = [
      ...(await db.selectFrom('customer').select('id').execute()),
      ...(await db.selectFrom('product').select('id').execute()),
      ...(await db.selectFrom('contact').select('id').execute()),
    ]
    expect(ids.filter(({ id }) => !idSchema.safeParse(id).success)).toEqual([])
    const cards = await db.selectFrom('sim_card').select(['id', 'state']).execute()
    expect(cards.filter(({ id }) => !readIccid(id).ok)).toEqual([])
    expect(cards.filter(({ state }) => state === 'inStock')).toHaveLength(1000)
    const secrets = await db.selectFrom('sim_secret').select(['iccid', 'puk']).execute()
    expect(secrets.map(({ iccid }) => iccid).sort()).toEqual(cards.map(({ id }) => id).sort())
    expect(secrets.filter(({ puk }) => !/^\d{8}$/.test(puk))).toEqual([])
    const free = await db.selectFrom('phone_number').select('id').where('state', '=', 'free').execute()
    expect(free).toHaveLength(600)
    expect(free.filter(({ id }) => !parseMsisdn(id, 'FR').ok)).toEqual([])
    expect(free.map(({ id }) => id)).toEqual(expect.arrayContaining(['+33639987777', '+33639985777']))
    for (const { id, body } of await db.selectFrom('policy').select(['id', 'body']).execute())
      expect([id, policySchemas[id as keyof typeof policySchemas].safeParse(JSON.parse(body)).success]).toEqual([
        id,
        true,
      ]) // ids are its keys
  })

  test('has a bakery with four branches whose bills it pays, and a household', async () => {
    const store = await openEmpty()
    await seedInto(store)
    const companies = await store.db.selectFrom('company').selectAll().orderBy('id').execute()
    const [bakery, ...branches] = companies
    expect(branches.map((row) => [row.parent_id, row.bills])).toEqual(
      Array.from({ length: 4 }, () => [bakery?.id, 'parent']),
    )
    for (const row of companies)
      expect(
        judgeCompanyNumbers(row.country, { registerNumber: row.register_number, vatNumber: row.vat_number }),
      ).toMatchObject({ ok: true })
    const lines = await store.db
      .selectFrom('product')
      .select('payer_id')
      .where(
        'customer_id',
        'in',
        branches.map(({ id }) => id),
      )
      .execute()
    expect(lines).toEqual(Array.from({ length: 3 }, () => ({ payer_id: bakery?.id })))
    const households = await store.db.selectFrom('household_member').select('name').orderBy('position').execute()
    expect(households.map(({ name }) => name)).toEqual(['Paul Fontaine', 'Inès Fontaine'])
  })

  test('has names in Latin, Czech, French and Cyrillic, and Jana', async () => {
    const store = await openEmpty()
    await seedInto(store)
    const names = (await store.db.selectFrom('customer').select(['given_names', 'family_name']).execute()).map(
      (row) => `${row.given_names} ${row.family_name}`,
    )
    expect(names).toContain('Jana Nováková')
    expect(names.some((name) => /\p{Script=Cyrillic}/u.test(name))).toBe(true)
    expect(names.some((name) => /[ěščřžů]/.test(name))).toBe(true)
    expect(names.some((name) => /[èêçôœ]/i.test(name))).toBe(true)
  })

  test.each(Object.entries(knownPeople))('%s has a document that reads as it should', (key, person) => {
    const judged = judgeDocument(readMrz(person.lines), { today: '2026-10-22', minimumAge: 18, acceptSpecimen: true })
    if (key === 'erikssonAsPrinted') expect(judged).toMatchObject({ error: { code: 'DOCUMENT_EXPIRED' } })
    else if (key === 'underAge') expect(judged).toMatchObject({ error: { code: 'UNDER_AGE' } })
    else expect(judged).toMatchObject({ ok: true, value: { kind: person.kind, birthDate: person.facts.birthDate } })
  })
})
