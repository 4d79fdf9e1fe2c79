import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { coreKeysSetting } from '#core/db/core-keys.ts'
import { migrate } from '#core/db/migrate.ts'
import { sqliteStores } from '#core/db/test-store.ts'
import { testPassword, testStart } from '#core/test-world.ts'
import type { ManualCore } from '../test-manual-core.ts'
import { handClock, openManualCore } from '../test-manual-core.ts'
import { openOutbox } from '../db/open-outbox.ts'
import { temporaryFolder, testKey } from '../test-desk.ts'
import type { TestWorkstation } from '../test-workstation.ts'
import { openTestWorkstation } from '../test-workstation.ts'

vi.setConfig({ testTimeout: 60_000 })

const hourMs = 3_600_000
const stores = sqliteStores()
let core: ManualCore
let place: ReturnType<typeof temporaryFolder>
let clock: ReturnType<typeof handClock>
const open: TestWorkstation[] = []

beforeEach(async () => {
  core = await openManualCore(await stores.open())
  place = temporaryFolder()
  clock = handClock(testStart)
})
afterEach(async () => {
  for (const desk of open.splice(0)) await desk.close()
  await core.close()
  place.remove()
})
afterAll(() => stores.stop())

/** A desk where people sign in by name: no demonstration password. */
function start(): TestWorkstation {
  const desk = openTestWorkstation(place.folder, { clock })
  open.push(desk)
  desk.setCore({ address: core.address, embedded: false })
  return desk
}
async function again(): Promise<TestWorkstation> {
  await open.pop()?.close()
  clock.restart()
  return start()
}
const signIn = (desk: TestWorkstation, name = 'luc', password = testPassword) =>
  desk.call('staff.signIn', { name, password })
const online = (desk: TestWorkstation) =>
  desk.until(
    () => desk.ask('desk.status', {}),
    (seen) => seen.isOnline,
  )
const unplug = async (desk: TestWorkstation) => {
  await online(desk)
  desk.setCore({ address: 'http://127.0.0.1:9', embedded: false })
  await desk.until(
    () => desk.ask('desk.status', {}),
    (seen) => !seen.isOnline,
  )
}
const plugIn = (desk: TestWorkstation) => desk.setCore({ address: core.address, embedded: false })
const begin = (desk: TestWorkstation) => desk.ask('interaction.startCase', { channel: 'walkIn', customerId: null })
const allSent = (desk: TestWorkstation) =>
  desk.until(
    () => desk.ask('desk.status', {}),
    (seen) => seen.isOnline && seen.toSend === 0,
  )

describe('signing in without the core', () => {
  test('a person who signed in here before signs in again, works, and is signed in there when the core is back', async () => {
    const desk = start()
    expect(await signIn(desk)).toMatchObject({ ok: true })
    await unplug(desk)
    await desk.ask('staff.signOut', {})
    expect(await signIn(desk, 'Luc')).toMatchObject({ ok: true, value: { name: 'Luc', role: 'store', scope: 'nancy' } })
    await begin(desk)
    plugIn(desk)
    await allSent(desk)
    expect(await desk.ask('staff.session', {})).toMatchObject({ session: { name: 'Luc' } })
    const ledger = await core.store.db.selectFrom('ledger').select('result').execute()
    expect(ledger).toEqual([{ result: 'applied' }])
  })

  test('nobody else: not who never signed in here, not by a wrong password, and five tries lock until the core is back', async () => {
    const desk = start()
    await signIn(desk)
    await unplug(desk)
    await desk.ask('staff.signOut', {})
    expect(await signIn(desk, 'anna')).toMatchObject({ error: { code: 'CORE_UNREACHABLE' } })
    const codes = await Promise.all(Array.from({ length: 8 }, () => signIn(desk, 'luc', 'wrong')))
    expect(codes.map((reply) => !reply.ok && reply.error.code)).toEqual([
      ...Array.from({ length: 8 }, () => 'SIGN_IN_LOCKED_HERE'),
    ])
    expect(await signIn(desk)).toMatchObject({ error: { code: 'SIGN_IN_LOCKED_HERE' } })
    const restarted = await again()
    restarted.setCore({ address: 'http://127.0.0.1:9', embedded: false })
    expect(await signIn(restarted)).toMatchObject({ error: { code: 'SIGN_IN_LOCKED_HERE' } })
    plugIn(restarted)
    expect(await signIn(restarted)).toMatchObject({ ok: true })
    await unplug(restarted)
    expect(await signIn(restarted, 'luc', 'wrong')).toMatchObject({ error: { code: 'SIGN_IN_WRONG' } })
    expect(await signIn(restarted)).toMatchObject({ ok: true })
  })

  test('not with a lease changed by hand', async () => {
    const desk = start()
    await signIn(desk)
    await unplug(desk)
    await open.pop()?.close()
    const outbox = openOutbox(`${place.folder}/outbox.db`, testKey)
    outbox.prepare(`update lease set text = replace(text, '"role":"store"', '"role":"supervisor"')`).run()
    outbox.close()
    const restarted = start()
    restarted.setCore({ address: 'http://127.0.0.1:9', embedded: false })
    expect(await signIn(restarted)).toMatchObject({ error: { code: 'CORE_UNREACHABLE' } })
  })

  test('another core than the one this desk was set up with is refused, and nothing is sent there', async () => {
    const desk = start()
    await signIn(desk)
    await unplug(desk)
    await begin(desk)
    const store = await stores.open()
    await store.db.deleteFrom('setting').where('name', '=', coreKeysSetting).execute()
    await migrate(store) // stores are copied from one: this makes keys of its own
    const other = await openManualCore(store)
    desk.setCore({ address: other.address, embedded: false })
    expect(await signIn(desk)).toMatchObject({ error: { code: 'CORE_DIFFERS' } })
    expect(await other.store.db.selectFrom('ledger').select('id').execute()).toEqual([])
    plugIn(desk)
    await signIn(desk)
    await allSent(desk)
    await other.close()
  })
})

describe('the end of a lease', () => {
  test('is judged by time passed: a clock set back wins nothing, and a start with it neither', async () => {
    const desk = start()
    await signIn(desk)
    await unplug(desk)
    clock.pass(71 * hourMs)
    await desk.ask('staff.signOut', {})
    expect(await signIn(desk)).toMatchObject({ ok: true })
    clock.jump(-70 * hourMs)
    clock.pass(2 * hourMs)
    await desk.ask('staff.signOut', {})
    expect(await signIn(desk)).toMatchObject({ error: { code: 'LEASE_ENDED' } })
  })

  test('fault 14: the desk’s clock set back while it was off: the highest moment seen counts', async () => {
    const desk = start()
    await signIn(desk)
    await unplug(desk)
    clock.pass(71 * hourMs)
    await begin(desk) // what is captured keeps how far time has come
    clock.jump(-60 * hourMs)
    const restarted = await again()
    restarted.setCore({ address: 'http://127.0.0.1:9', embedded: false })
    clock.pass(2 * hourMs)
    await restarted.ask('staff.signOut', {})
    expect(await signIn(restarted)).toMatchObject({ error: { code: 'LEASE_ENDED' } })
  })

  test('fault 14: a clock set forward ends it early; the core’s word puts that right, and nothing captured is lost', async () => {
    const desk = start()
    await signIn(desk)
    await unplug(desk)
    clock.jump(400 * 24 * hourMs)
    await begin(desk)
    clock.jump(-400 * 24 * hourMs)
    await desk.ask('staff.signOut', {})
    expect(await signIn(desk)).toMatchObject({ error: { code: 'LEASE_ENDED' } })
    plugIn(desk)
    expect(await signIn(desk)).toMatchObject({ ok: true })
    await allSent(desk)
    await unplug(desk)
    await desk.ask('staff.signOut', {})
    expect(await signIn(desk)).toMatchObject({ ok: true })
  })

  test('fault 15: the core’s clock jumps forward and back: the desk goes by the latest it was told', async () => {
    const desk = start()
    await signIn(desk)
    await unplug(desk)
    await begin(desk)
    await core.advance(30 * 24 * hourMs) // every sign-in has ended by the core's clock
    plugIn(desk)
    await allSent(desk)
    expect(await signIn(desk)).toMatchObject({ ok: true })
    await unplug(desk)
    clock.pass(71 * hourMs)
    await desk.ask('staff.signOut', {})
    expect(await signIn(desk)).toMatchObject({ ok: true })
  })
})
