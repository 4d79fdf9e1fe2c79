import { afterAll, describe, expect, test, vi } from 'vitest'
import { testPostgres } from '#core/db/test-postgres.ts'
import { startTestCore } from '#main/workstation/test-core.ts'
import { temporaryFolder } from '#main/workstation/test-desk.ts'
import type { TestWorkstation } from '#main/workstation/test-workstation.ts'
import { openTestWorkstation } from '#main/workstation/test-workstation.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 })
const server = testPostgres()
afterAll(() => {
  if (typeof server !== 'string') server.stop()
})

describe.skipIf(typeof server === 'string')('two core processes on one PostgreSQL', () => {
  test('fault 32: what is done at one is on the screens of the other, and all desks come to hold the same', async () => {
    if (typeof server === 'string') throw new Error(server)
    const places = [temporaryFolder(), temporaryFolder(), temporaryFolder()]
    const [at, ...folders] = places.map(({ folder }) => folder)
    const database = await server.createDatabase()
    const first = await startTestCore(at ?? '', 40, database)
    const second = await startTestCore(at ?? '', 40, database)
    const desks: TestWorkstation[] = []
    for (const [index, core] of [first, second].entries()) {
      const desk = openTestWorkstation(folders[index] ?? '')
      desks.push(desk)
      desk.setCore({ address: core.address(), embedded: true, demoPassword: core.demoPassword })
      await desk.until(
        () => desk.ask('desk.startup', {}),
        ({ isReady }) => isReady,
      )
      await desk.signIn('store')
    }
    const [here, there] = desks
    if (!here || !there) throw new Error('there are two desks')
    const sent = (desk: TestWorkstation) =>
      desk.until(
        () => desk.ask('desk.status', {}),
        ({ isOnline, toSend }) => isOnline && toSend === 0,
      )
    await sent(here)
    await sent(there)

    const { caseId } = await here.ask('interaction.startCase', { channel: 'walkIn', customerId: null })
    await sent(here)
    await there.until(
      () => there.call('interaction.caseView', { caseId }),
      ({ ok }) => ok,
    )

    // both write at once, each at its own core
    const began = desks.flatMap((desk) =>
      Array.from({ length: 10 }, () => desk.ask('interaction.startCase', { channel: 'phone', customerId: null })),
    )
    const cases = await Promise.all(began)
    for (const desk of desks) await sent(desk)
    for (const desk of desks)
      for (const { caseId } of cases)
        await desk.until(
          () => desk.call('interaction.caseView', { caseId }),
          ({ ok }) => ok,
        )
    for (const desk of desks) expect(await desk.ask('desk.compareMirror', {})).toEqual({ tables: [] })
    for (const desk of desks) await desk.close()
    await first.kill()
    await second.kill()
    for (const place of places) place.remove()
  })
})
