import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { uuidV7 } from '#shared/kernel/ids.ts'
import { bodyHashOf, isCommandSigned } from '#shared/node/crypto.ts'
import { openDatabase } from '#shared/node/open-database.ts'
import type { CaptureInput } from '../desk.ts'
import { aSession, openTestStore, temporaryFolder, testKey } from '../test-desk.ts'

let place: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  place = temporaryFolder()
})
afterEach(() => place.remove())

const newId = () => uuidV7(1_800_000_000_000, randomBytes(10))

function openCase(
  overrides: Partial<CaptureInput<'interaction.openCase'>['body']> = {},
): CaptureInput<'interaction.openCase'> {
  const body = {
    caseId: newId(),
    contactId: newId(),
    reference: '26-20001',
    recipe: 'sale',
    channel: 'walkIn',
    customerId: null,
    ...overrides,
  } as const
  return { type: 'interaction.openCase', body }
}

function saveStep(caseId: string, id = newId()): CaptureInput<'interaction.saveCaseStep'> {
  return {
    id,
    type: 'interaction.saveCaseStep',
    body: { caseId, step: 'reason', fields: {}, note: '', customerId: null, state: 'finished' },
  }
}

describe('capture', () => {
  test('completes a command: numbered, hashed, signed by the desk', () => {
    const store = openTestStore(place.folder)
    const input = openCase()
    const result = store.capture(input)
    const kept = store.commands.kept(result.ok ? result.value : '')
    expect(kept?.command).toMatchObject({
      deviceSeq: 1,
      touches: [`case:${input.body.caseId}`],
      after: [],
      needs: [],
      resolves: null,
    })
    expect(kept?.command.bodyHash).toBe(bodyHashOf(input.body))
    expect(kept && isCommandSigned(kept.command, store.device.publicKey)).toBe(true)
    expect(kept?.scope).toBe('fr')
    store.close()
  })

  test('queues a command behind the last one on the same case, not behind others', () => {
    const store = openTestStore(place.folder)
    const input = openCase()
    const first = store.capture(input)
    store.capture(openCase())
    const second = store.capture(saveStep(input.body.caseId))
    const third = store.capture(saveStep(input.body.caseId))
    const after = (result: typeof first) => store.commands.kept(result.ok ? result.value : '')?.command.after
    expect(after(second)).toEqual([first.ok && first.value])
    expect(after(third)).toEqual([second.ok && second.value])
    store.close()
  })

  test('the same id twice is once', () => {
    const store = openTestStore(place.folder)
    const input = saveStep(newId())
    expect(store.capture(input)).toEqual(store.capture(input))
    expect(store.commands.unsent()).toHaveLength(1)
    expect(store.commands.highestSeq()).toBe(1)
    store.close()
  })

  test('refuses without a session and by role, and saves nothing', () => {
    const nobody = openTestStore(place.folder, { session: () => undefined })
    expect(nobody.capture(openCase())).toMatchObject({ ok: false, error: { code: 'NOT_SIGNED_IN' } })
    nobody.close()
    const backOffice = openTestStore(place.folder, { session: () => aSession({ role: 'backOffice' }) })
    expect(backOffice.capture(openCase())).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } })
    expect(backOffice.commands.countUnsent()).toBe(0)
    backOffice.close()
  })

  test('an outbox that cannot take it answers DISK_FULL, and nothing of it comes back at the next start', () => {
    const store = openTestStore(place.folder)
    store.capture(openCase())
    const pages = Number(store.database.pragma('page_count', { simple: true }))
    store.database.pragma(`max_page_count = ${pages}`)
    let refused = 0
    for (let count = 0; count < 40; count += 1) if (!store.capture(openCase()).ok) refused += 1
    const saved = store.commands.countUnsent()
    expect(refused).toBeGreaterThan(0)
    expect(saved + refused).toBe(41)
    store.close()
    const again = openTestStore(place.folder)
    expect(again.mended.commands).toBe(0)
    expect(again.commands.countUnsent()).toBe(saved)
    expect(again.commands.unsentSeqs()).toEqual(Array.from({ length: saved }, (_, index) => index + 1))
    again.close()
  })
})

describe('start', () => {
  test('puts back what stands in the journal but not in the outbox, and goes on numbering behind it', () => {
    const store = openTestStore(place.folder)
    store.capture(openCase())
    const before = store.meta.get('journal')
    const lost = store.capture(openCase())
    // the program ended between the journal's fsync and the outbox's commit
    store.database.exec('delete from command where device_seq = 2; delete from command_touch where device_seq = 2')
    if (before) store.meta.set('journal', before)
    store.close()
    const again = openTestStore(place.folder)
    expect(again.mended.commands).toBe(1)
    expect(again.commands.unsent().map((item) => item.id)).toContain(lost.ok && lost.value)
    again.capture(openCase())
    expect(again.commands.unsentSeqs()).toEqual([1, 2, 3])
    again.close()
  })

  test('closes a draft whose step was captured, and no other', () => {
    const store = openTestStore(place.folder)
    const caseId = newId()
    store.drafts.save(caseId, 'reason', { givenNames: 'A' })
    store.drafts.save(caseId, 'offer', { planId: 'x' })
    store.capture(saveStep(caseId, store.drafts.idFor(caseId, 'reason:saveCaseStep')))
    store.close()
    const again = openTestStore(place.folder)
    expect(again.drafts.of(caseId).map((draft) => draft.step)).toEqual(['offer'])
    again.close()
  })

  test('typing on after a step was captured makes the next finish a new command', () => {
    const store = openTestStore(place.folder)
    const caseId = newId()
    const first = store.drafts.idFor(caseId, 'reason:saveCaseStep')
    const agreement = store.drafts.idFor(caseId, 'agreement')
    store.drafts.save(caseId, 'reason', {})
    expect(store.drafts.idFor(caseId, 'reason:saveCaseStep')).toBe(first)
    store.capture(saveStep(caseId, first))
    store.drafts.save(caseId, 'reason', { givenNames: 'B' })
    expect(store.drafts.idFor(caseId, 'reason:saveCaseStep')).not.toBe(first)
    expect(store.drafts.idFor(caseId, 'agreement')).toBe(agreement)
    store.close()
  })

  test('sets a damaged outbox aside and makes it anew from the journal, keys included', () => {
    const store = openTestStore(place.folder)
    store.capture(openCase())
    store.capture(openCase())
    store.close()
    const file = join(place.folder, 'outbox.db')
    const bytes = readFileSync(file)
    bytes.fill(1, 16, 2000)
    writeFileSync(file, bytes)
    const again = openTestStore(place.folder)
    expect(again.mended).toMatchObject({ outbox: { file: expect.stringContaining('outbox.damaged-') }, commands: 2 })
    expect(again.device).toEqual(store.device)
    expect(readdirSync(place.folder).some((name) => name.startsWith('outbox.damaged-'))).toBe(true)
    again.close()
  })

  test('refuses a wrong key and touches nothing', () => {
    openTestStore(place.folder).close()
    const names = readdirSync(place.folder)
    expect(() => openTestStore(place.folder, { key: new Uint8Array(32).fill(8) })).toThrowError(
      expect.objectContaining({ code: 'KEY_WRONG' }),
    )
    expect(readdirSync(place.folder)).toEqual(names)
    openTestStore(place.folder).close()
  })

  test('commits with synchronous FULL, also after a write on a connection opened again', () => {
    openTestStore(place.folder).close()
    const database = openDatabase(join(place.folder, 'outbox.db'), { key: testKey })
    database.prepare("insert into meta (name, value) values ('x', '1')").run()
    expect(database.pragma('synchronous', { simple: true })).toBe(2)
    database.close()
  })
})
