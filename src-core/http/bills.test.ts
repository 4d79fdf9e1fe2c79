import { afterEach, describe, expect, test } from 'vitest'
import type { BillRow } from '#shared/domain/bill/rows.ts'
import { sqliteStores } from '../db/test-store.ts'
import { inUnit } from '../db/unit.ts'
import { keptScope } from '../db/write-batch.ts'
import { openTestWorld } from '../test-world.ts'

const stores = sqliteStores()

async function withBills() {
  const world = await openTestWorld(await stores.open())
  const luc = await world.desk('store')
  const customerId = world.ids.next()
  const bill = (billDate: string, scope: string): Omit<BillRow, 'version'> => ({
    id: `${customerId}:${billDate}`,
    ...{ scope, customer_id: customerId, kind: 'bill', number: `1-${billDate}`, state: 'settled' },
    ...{ bill_date: billDate, due_date: billDate, period_start: billDate, period_end: billDate, currency: 'EUR' },
    ...{ tax_included: 1, net_minor: 0, tax_minor: 0, rounding_minor: 0, payable_minor: 0, open_minor: 0 },
    ...{ about_id: null, credited_by: null, reason: '', lines: 0 },
  })
  await inUnit(world.store, async (unit) => {
    await unit.insert('bill', bill('2030-05-03', keptScope(luc.session.scope)))
    await unit.insert('bill', bill('2031-05-03', luc.session.scope))
    await unit.insert('bill', bill('2030-04-03', keptScope('elsewhere')))
  })
  const get = (path: string, headers: Readonly<Record<string, string>> = luc.headers) =>
    world.core.app.inject({ method: 'GET', url: `/sync/v1/bills/${path}`, headers })
  return { world, customerId, get }
}

describe('bills that are not on a desk', () => {
  afterEach(() => stores.closeOpened())

  test('come to who is signed in, of their own market only, and to nobody else', async () => {
    const { world, customerId, get } = await withBills()
    const older = await get(`older/${customerId}?before=2031-05-03`)
    expect(older.json()).toMatchObject({ bills: [{ bill_date: '2030-05-03' }], lines: [] })
    expect(older.json<{ bills: readonly unknown[] }>().bills).toHaveLength(1)
    const usage = (day: string) => get(`usage/${encodeURIComponent(`${customerId}:${day}`)}`)
    expect((await usage('2030-05-03')).json()).toEqual({ usage: [] })
    expect((await usage('2030-04-03')).statusCode).toBe(404)
    expect((await get(`running/${customerId}`)).statusCode).toBe(404)
    for (const path of [`older/${customerId}?before=2031-05-03`, `running/${customerId}`, 'usage/x'])
      expect((await get(path, {})).statusCode).toBe(401)
    await world.close()
  })

  test('are refused for what is no customer and no day', async () => {
    const { world, customerId, get } = await withBills()
    for (const path of ['older/nobody?before=2031-05-03', `older/${customerId}?before=soon`, `older/${customerId}`])
      expect([path, (await get(path)).statusCode]).toEqual([path, 400])
    await world.close()
  })
})
