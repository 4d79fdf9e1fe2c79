import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Id } from '#shared/kernel/ids.ts'
import { openTestStore, temporaryFolder, testIds } from '../test-desk.ts'

let place: ReturnType<typeof temporaryFolder>
let store: ReturnType<typeof openTestStore>
const caseId: Id = testIds(() => 1_800_000_000_000).next()

beforeEach(() => {
  place = temporaryFolder()
  store = openTestStore(place.folder)
})
afterEach(() => {
  store.close()
  place.remove()
})

/** Captures under an id kept for a purpose, as a step does with each of its commands. */
function captureAs(purpose: string): void {
  const id = store.drafts.idFor(caseId, purpose)
  const body = { caseId, outcome: 'abandon' } as const
  expect(store.capture({ id, type: 'interaction.closeCase', body })).toMatchObject({ ok: true })
}

test('a step broken off after its first command: typing again gives new ids to its commands and to what they create', () => {
  const evidence = store.drafts.idFor(caseId, 'identity:evidence:1')
  captureAs('identity:identity.recordEvidence:1')
  store.drafts.save(caseId, 'identity', { town: 'Nancy' })
  expect(store.drafts.idFor(caseId, 'identity:evidence:1')).not.toBe(evidence)
  expect(store.commands.has(store.drafts.idFor(caseId, 'identity:identity.recordEvidence:1'))).toBe(false)
})

test('as long as nothing of a step is captured its ids stay, and so do those of other steps and of the case', () => {
  const kept = ['identity:evidence:1', 'credit:decision:1', 'payment']
  const ids = kept.map((purpose) => store.drafts.idFor(caseId, purpose))
  captureAs('offer:number.reserveNumber:1')
  store.drafts.save(caseId, 'identity', { town: 'Nancy' })
  expect(kept.map((purpose) => store.drafts.idFor(caseId, purpose))).toEqual(ids)
})

test('a case in which somebody else typed is not one’s own to send on; what nobody is known for is', () => {
  const sitsHere = (userId: string) => {
    store.database.exec(`update session set is_current = 0`)
    store.database
      .prepare(`insert or replace into session values (?, '', '', 'store', 'fr', '', 1, '', 0, 0, 0, 1, 0, 0)`)
      .run(userId)
  }
  store.drafts.save('old', 'reason', {})
  sitsHere('luc')
  store.drafts.save('ofLuc', 'reason', {})
  store.drafts.save('ofBoth', 'reason', {})
  sitsHere('anna')
  store.drafts.save('ofAnna', 'reason', {})
  store.drafts.save('ofBoth', 'note', {})
  expect(store.drafts.cases('luc')).toEqual(['ofLuc', 'old'])
  expect(store.drafts.cases('anna')).toEqual(['ofAnna', 'old'])
})
