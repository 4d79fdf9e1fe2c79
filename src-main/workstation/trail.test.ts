import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { sqliteStores } from '#core/db/test-store.ts'
import { testPassword } from '#core/test-world.ts'
import { temporaryFolder } from './test-desk.ts'
import type { ManualCore } from './test-manual-core.ts'
import { openManualCore } from './test-manual-core.ts'
import type { TestWorkstation } from './test-workstation.ts'
import { openTestWorkstation } from './test-workstation.ts'

const stores = sqliteStores()
let core: ManualCore
let place: ReturnType<typeof temporaryFolder>
let desk: TestWorkstation

beforeEach(async () => {
  core = await openManualCore(await stores.open())
  place = temporaryFolder()
  desk = openTestWorkstation(place.folder)
  desk.setCore({ address: core.address, embedded: false })
  await desk.ask('staff.signIn', { name: 'luc', password: testPassword })
})
afterEach(async () => {
  await desk.close()
  await core.close()
  place.remove()
})
afterAll(() => stores.stop())

test('a trail is whole from the core; without it the desk tells what it knows, what is only here last', async () => {
  const { caseId } = await desk.ask('interaction.startCase', { channel: 'walkIn', customerId: null })
  const trail = () => desk.ask('interaction.caseTrail', { caseId })
  const began = { sentence: 'trail.interaction.openCase', name: 'Luc', place: 'Shop Nancy, Counter 2', isHere: false }
  const online = await desk.until(trail, ({ isWhole }) => isWhole)
  expect(online.entries).toMatchObject([began])
  desk.setCore({ address: 'http://127.0.0.1:9', embedded: false })
  await desk.until(
    () => desk.ask('desk.status', {}),
    ({ isOnline }) => !isOnline,
  )
  await desk.ask('interaction.closeCase', { caseId })
  const alone = await trail()
  expect(alone.isWhole).toBe(false)
  expect(alone.entries).toMatchObject([began, { sentence: 'trail.interaction.closeCase.abandon', isHere: true }])
})
