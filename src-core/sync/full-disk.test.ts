import { afterAll, expect, test } from 'vitest'
import { sqliteStores } from '../db/test-store.ts'
import { openTestWorld } from '../test-world.ts'

const stores = sqliteStores()
afterAll(() => stores.stop())

// max_page_count gives a real SQLITE_FULL; PostgreSQL has nothing like it
test('fault 6: a full disk stores nothing half, and what was refused goes through once there is room', async () => {
  const world = await openTestWorld(await stores.open())
  const { db, sqlite } = world.store
  const desk = await world.desk()
  const caseId = world.ids.next()
  const opened = desk.command('interaction.openCase', {
    caseId,
    contactId: world.ids.next(),
    reference: '01-00001',
    recipe: 'sale',
    channel: 'walkIn',
    customerId: null,
  })
  const note = 'x'.repeat(2_000)
  const step = {
    caseId,
    step: 'reason',
    fields: { familyName: note },
    note,
    customerId: null,
    state: 'finished',
  } as const
  const commands = [opened, ...Array.from({ length: 20 }, () => desk.command('interaction.saveCaseStep', step))]
  const payload = { epoch: null, deviceId: desk.id, commands, held: [] }
  const push = () => world.core.app.inject({ method: 'POST', url: '/sync/v1/push', headers: desk.headers, payload })
  const count = async (table: 'ledger' | 'command_outcome' | 'audit'): Promise<number> =>
    (await db.selectFrom(table).select('id').execute()).length

  sqlite?.pragma(`max_page_count = ${Number(sqlite.pragma('page_count', { simple: true }))}`)
  expect((await push()).statusCode).toBe(503)
  const kept = await count('ledger')
  expect(kept).toBeLessThan(commands.length)
  expect([await count('command_outcome'), await count('audit')]).toEqual([kept, kept])

  sqlite?.pragma('max_page_count = 1000000')
  const results = (await push()).json().results
  expect(results.map((result: { readonly result: string }) => result.result)).toEqual(commands.map(() => 'applied'))
  await world.close()
})
