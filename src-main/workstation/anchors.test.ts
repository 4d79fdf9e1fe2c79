import { sql } from 'kysely'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { auditHash, auditText } from '#core/db/audit-row.ts'
import { sqliteStores } from '#core/db/test-store.ts'
import { renewEpoch } from '#core/sync/epoch.ts'
import { testPassword } from '#core/test-world.ts'
import { problemWith } from './anchors.ts'
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

const begin = () => desk.ask('interaction.startCase', { channel: 'walkIn', customerId: null })
const notices = async () => (await desk.ask('desk.notices', {})).notices.map(({ id }) => id)
const receipts = async () =>
  (await desk.ask('desk.toSend', {})).lines.flatMap((line) => line.items.map((item) => item.receipt))
const alarms = () => core.store.db.selectFrom('alarm').select('kind').execute()

/** Somebody with the database's own password writes a row anew and counts the whole chain after it again. */
async function forgeFirstRow(): Promise<void> {
  const { db } = core.store
  await sql`drop trigger audit_no_update`.execute(db)
  let previous = ''
  for (const row of await db.selectFrom('audit').selectAll().orderBy('sequence').execute()) {
    const forged = row.sequence === 1 ? { ...row, user_id: 'somebody else' } : row
    const hash = auditHash(previous, row.sequence, auditText(forged))
    await db
      .updateTable('audit')
      .set({ user_id: forged.user_id, previous, hash })
      .where('sequence', '=', row.sequence)
      .execute()
    previous = hash
  }
  await db.updateTable('feed_counter').set({ audit_head: previous }).execute()
}

test('a desk says that a core’s record was written anew, until a restore is declared; the core has an alarm of it', async () => {
  await begin()
  await desk.until(receipts, (seen) => seen.length > 0 && seen.every((receipt) => receipt !== ''))
  expect(await notices()).toEqual([])
  await forgeFirstRow()
  await begin()
  await desk.until(notices, (seen) => seen.includes('audit-anchor'))
  await begin()
  await desk.until(receipts, (seen) => seen.length === 3 && seen.every((receipt) => receipt !== ''))
  expect(await notices()).toEqual(['audit-anchor'])
  expect(await alarms()).toEqual([{ kind: 'anchorUnknown' }])
  await renewEpoch({ store: core.store, clock: core.clock, ids: core.ids }, 'declared')
  await begin()
  await desk.until(notices, (seen) => seen.length === 0)
})

test('a link held on to is missed in a shorter chain, in another one, and after a restore that nobody declared', () => {
  const held = { epoch: 'a', sequence: 5, hash: 'five' }
  const heard = { epoch: 'a', why: '', sequence: 9, hash: 'nine', before: { sequence: 5, hash: 'five' } } as const
  expect(problemWith(undefined, heard)).toBeUndefined()
  expect(problemWith(held, heard)).toBeUndefined()
  expect(problemWith(held, { ...heard, sequence: 4 })).toBe('shorter')
  expect(problemWith(held, { ...heard, sequence: 5, before: null })).toBe('other')
  expect(problemWith(held, { ...heard, before: { sequence: 5, hash: '' } })).toBe('other')
  const elsewhere = { ...heard, epoch: 'b', sequence: 2, before: { sequence: 5, hash: '' } }
  expect(problemWith(held, { ...elsewhere, why: 'unsaid' })).toBe('shorter')
  expect(problemWith(held, { ...elsewhere, why: 'declared' })).toBeUndefined()
})
