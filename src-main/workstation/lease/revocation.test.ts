import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { sqliteStores } from '#core/db/test-store.ts'
import { importOutbox } from '#core/lease/import-outbox.ts'
import { revokeDevice, revokeUser } from '#core/lease/revoke.ts'
import { testPassword, testStart } from '#core/test-world.ts'
import { temporaryFolder } from '../test-desk.ts'
import type { ManualCore } from '../test-manual-core.ts'
import { handClock, openManualCore } from '../test-manual-core.ts'
import type { TestWorkstation } from '../test-workstation.ts'
import { openTestWorkstation } from '../test-workstation.ts'

vi.setConfig({ testTimeout: 120_000 })

const stores = sqliteStores()
let core: ManualCore
let place: ReturnType<typeof temporaryFolder>
let clock: ReturnType<typeof handClock>
const open: TestWorkstation[] = []
let dropped: string[]
/** Somebody on the line who says that this desk is revoked. */
let liar: string | undefined

beforeEach(async () => {
  core = await openManualCore(await stores.open())
  place = temporaryFolder()
  clock = handClock(testStart)
  dropped = []
  liar = undefined
})
afterEach(async () => {
  for (const desk of open.splice(0)) await desk.close()
  await core.close()
  place.remove()
})
afterAll(() => stores.stop())

const lyingFetch: typeof fetch = async (address, init) => {
  if (liar === undefined) return fetch(address, init)
  const details = { text: JSON.stringify({ deviceId: liar, revokedAt: 1 }), signature: 'AA' }
  return new Response(JSON.stringify({ code: 'DEVICE_REVOKED', message: 'x', details }), { status: 403 })
}

function start(): TestWorkstation {
  const desk = openTestWorkstation(place.folder, { clock, dropKeys: (file) => dropped.push(file), fetch: lyingFetch })
  open.push(desk)
  desk.setCore({ address: core.address, embedded: false })
  return desk
}
const nowhere = { address: 'http://127.0.0.1:9', embedded: false }
const signIn = (desk: TestWorkstation, name = 'luc') => desk.ask('staff.signIn', { name, password: testPassword })
const begin = (desk: TestWorkstation) => desk.ask('interaction.startCase', { channel: 'walkIn', customerId: null })
const status = (desk: TestWorkstation) => () => desk.ask('desk.status', {})
const ledger = () => core.store.db.selectFrom('ledger').select(['result', 'code']).execute()
const deviceId = async () => (await core.store.db.selectFrom('device').select('id').executeTakeFirstOrThrow()).id

async function withUnsent(count: number): Promise<TestWorkstation> {
  const desk = start()
  await signIn(desk)
  await desk.until(status(desk), (seen) => seen.isOnline)
  desk.setCore(nowhere)
  await desk.until(status(desk), (seen) => !seen.isOnline)
  for (let made = 0; made < count; made += 1) await begin(desk)
  return desk
}

describe('faults 26 and 27', () => {
  test('fault 26: sign-ins that ended hold nothing back: commands go out under the desk’s key, each in its actor’s name', async () => {
    const desk = await withUnsent(1)
    await desk.ask('staff.signOut', {})
    await core.store.db.deleteFrom('app_session').execute()
    desk.setCore({ address: core.address, embedded: false })
    await desk.until(status(desk), (seen) => seen.toSend === 0)
    // the case, and that the shift was left
    expect((await ledger()).map((row) => row.result)).toEqual(['applied', 'applied'])
    expect(await desk.ask('staff.session', {})).toMatchObject({ session: null })
  })

  test('fault 26: commands of a person revoked since wait for a supervisor; those of another go on', async () => {
    const desk = await withUnsent(2)
    await revokeUser({ store: core.store, clock: core.clock }, 'luc')
    await desk.ask('staff.signOut', {})
    desk.setCore({ address: core.address, embedded: false })
    await signIn(desk, 'anna')
    await begin(desk)
    await desk.until(status(desk), (seen) => seen.toSend === 0)
    // two cases and the end of a shift; Anna's own case
    const codes = (await ledger()).map((row) => row.code).sort()
    expect(codes).toEqual(['', 'USER_REVOKED', 'USER_REVOKED', 'USER_REVOKED'])
    const tasks = await core.store.db.selectFrom('decision_task').select(['queue', 'result']).execute()
    expect(tasks).toHaveLength(3)
    expect(tasks.every((task) => task.queue === 'supervisor' && task.result === 'needsApproval')).toBe(true)
    await desk.ask('staff.signOut', {})
    expect(await desk.call('staff.signIn', { name: 'luc', password: testPassword })).toMatchObject({
      error: { code: 'USER_REVOKED' },
    })
    desk.setCore(nowhere)
    expect(await desk.call('staff.signIn', { name: 'luc', password: testPassword })).toMatchObject({ ok: false })
  })

  test('fault 27: a desk revoked with 50 unsent seals them, drops its keys, and a supervisor gets each of them once', async () => {
    const desk = await withUnsent(50)
    await revokeDevice({ store: core.store, clock: core.clock }, await deviceId())
    desk.setCore({ address: core.address, embedded: false })
    await desk.until(
      () => desk.ask('desk.startup', {}),
      (seen) => seen.problem?.key === 'startup.problem.DEVICE_REVOKED',
    )
    expect(dropped).toHaveLength(1)
    const file = dropped[0] ?? ''
    expect(readdirSync(place.folder)).toContain(file.slice(place.folder.length + 1))
    expect(await desk.ask('staff.session', {})).toMatchObject({ session: null })
    expect(await desk.call('interaction.startCase', { channel: 'walkIn', customerId: null })).toMatchObject({
      error: { code: 'DEVICE_REVOKED' },
    })
    expect(await ledger()).toEqual([])

    const bytes = readFileSync(file)
    expect(bytes.includes('interaction.openCase')).toBe(false)
    expect(await importOutbox(core.core.runtime, bytes)).toMatchObject({
      ok: true,
      value: { held: 50, known: 0, wrong: 0 },
    })
    expect(await importOutbox(core.core.runtime, bytes)).toMatchObject({ ok: true, value: { held: 0, known: 50 } })
    const results = await ledger()
    expect(results).toHaveLength(50)
    expect(new Set(results.map((row) => `${row.result} ${row.code}`))).toEqual(
      new Set(['needsApproval DEVICE_REVOKED']),
    )
    expect(await core.store.db.selectFrom('service_case').select('id').execute()).toEqual([])
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
    expect(await importOutbox(core.core.runtime, bytes)).toMatchObject({ error: { code: 'SEALED_FOR_OTHER' } })
  })

  test('a word without the core’s signature revokes nobody', async () => {
    const desk = await withUnsent(1)
    const id = await deviceId()
    liar = id
    desk.setCore({ address: core.address, embedded: false })
    await new Promise((later) => setTimeout(later, 3_000))
    expect(dropped).toEqual([])
    expect((await status(desk)()).toSend).toBe(1)
    expect(readdirSync(join(place.folder)).some((name) => name.endsWith('.ldsealed'))).toBe(false)
  })
})
