import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCustomer } from '#main/workstation/sale/test-market.ts'
import type { SaleWorld } from '#main/workstation/sale/test-world.ts'
import { openSaleWorld } from '#main/workstation/sale/test-world.ts'
import { billOf } from '#shared/domain/bill/bill.fixture.ts'
import { billLine, usageLine } from '#shared/domain/bill/bill-lines.fixture.ts'
import { answerHash } from '#shared/domain/verification/expected-answers.ts'
import { fileLimitBytes } from '#shared/domain/dispute/evidence-file.ts'
import { pdfFile, pngFile } from '#shared/domain/dispute/evidence-file.fixture.ts'
import type { Id } from '#shared/kernel/ids.ts'

let world: SaleWorld
let jana: Id
const billId = 'october'

beforeEach(() => {
  world = openSaleWorld()
  jana = world.desk.ids.next()
  world.put('customer', aCustomer({ id: jana, language: 'cs' }))
  const lines = [
    billLine({ id: 'plan', bill_id: billId, user_id: jana }),
    usageLine('voice', 'roamingWorld', 3100, { id: 'calls', bill_id: billId, user_id: jana, position: 2 }),
  ]
  world.put('bill', billOf(lines, { id: billId, bill_date: '2026-10-13', customer_id: jana }))
  world.put('bill_line', ...lines)
})
afterEach(() => world.close())

const whole = { billId, caseId: null, aboutId: null, reason: 'notUsed', words: 'To jsem nebyla já', evidence: [] }
const file = (change: object = {}) =>
  world.ask('dispute.file', { ...whole, lines: [{ lineId: 'calls', amountMinor: 3100 }], ...change })
const give = (askedMinor: number, change: object = {}) =>
  world.do('adjustment.give', { billId, caseId: null, reason: 'goodwill', askedMinor, lines: [], note: '', ...change })

test('a disputed line is held out everywhere at once, and what is left stays due', async () => {
  const filed = await file({ lines: [{ lineId: 'calls', amountMinor: 1600 }] })
  expect(filed).toMatchObject({ ok: true, value: { claimedMinor: 1600 } })
  const of = await world.do('dispute.ofBill', { billId })
  expect([of.openMinor, of.heldMinor, of.collectableMinor, of.answerBy]).toEqual([5590, 1600, 3990, '2026-11-05'])
  expect(of.disputes.map(({ row, mark }) => [row.state, mark.state, row.words_language])).toEqual([
    ['submitted', 'desk', 'cs'],
  ])
  const { held, heldMinor, collectableMinor } = await world.do('bill.bills', { customerId: jana })
  expect({ held, heldMinor, collectableMinor }).toEqual({
    held: { [billId]: 1600 },
    heldMinor: 1600,
    collectableMinor: 3990,
  })
})

test('a line is disputed once: the second try is led to the first one; withdrawn, it may be disputed again', async () => {
  const first = await file()
  if (!first.ok) throw new Error('not filed')
  const { disputeId } = first.value
  expect(await file()).toMatchObject({ ok: false, error: { code: 'LINE_DISPUTED', details: { disputeId } } })
  await world.do('dispute.withdraw', { disputeId, note: '' })
  expect((await world.do('dispute.ofBill', { billId })).heldMinor).toBe(0)
  expect(await world.ask('dispute.addWords', { disputeId, words: 'And', evidence: [] })).toMatchObject({
    error: { code: 'REQUEST_WITHDRAWN' },
  })
  expect((await file()).ok).toBe(true)
})

test.each([
  ['more than is left of the line', { lines: [{ lineId: 'calls', amountMinor: 3101 }] }, 'CREDIT_TOO_MUCH'],
  ['a line of no bill', { lines: [{ lineId: 'other', amountMinor: 1 }] }, 'LINE_UNKNOWN'],
  ['a reason that is not on the list', { reason: 'mood' }, 'REASON_UNKNOWN'],
  ['an appeal of nothing', { aboutId: '01890a5d-ac96-774b-bcce-b302099a8057' }, 'APPEAL_UNKNOWN'],
  ['a bill that is not here', { billId: 'none' }, 'NOT_FOUND'],
])('%s is refused', async (_what, change, code) => {
  expect(await file(change)).toMatchObject({ ok: false, error: { code } })
})

test('after half a year a bill is disputed no more', async () => {
  world.put('bill', billOf([billLine({ bill_id: billId })], { id: billId, bill_date: '2026-03-13', customer_id: jana }))
  expect(await file()).toMatchObject({ error: { code: 'FILING_TOO_LATE', details: { last: '2026-09-09' } } })
})

test('a decision is appealed once, within its days', async () => {
  const first = await file()
  if (!first.ok) throw new Error('not filed')
  const { row } = await world.do('dispute.dispute', { disputeId: first.value.disputeId })
  await world.do('dispute.withdraw', { disputeId: row.id, note: '' })
  const disputeId = world.desk.ids.next()
  world.put('dispute', {
    ...{
      ...row,
      id: disputeId,
      state: 'rejected',
      decided_at: world.desk.now(),
      decided_name: 'Petr',
      decision_note: 'Used',
    },
  })
  expect((await world.do('dispute.dispute', { disputeId })).lastAppealOn).toBe('2026-11-21')
  expect((await file({ aboutId: disputeId })).ok).toBe(true)
  const other = { aboutId: disputeId, lines: [{ lineId: 'plan', amountMinor: 100 }] }
  expect(await file(other)).toMatchObject({ error: { code: 'APPEAL_TWICE' } })
  expect((await world.do('dispute.ofCustomer', { customerId: jana })).disputes).toHaveLength(3)
})

test('without the core a credit is given out of the grant, and asked for once it is spent', async () => {
  world.setOnline(false)
  const room = () => world.do('adjustment.room', { billId, reason: 'goodwill' })
  expect(await room()).toMatchObject({ leftMinor: 2500, grantMinor: 5000, never: null })
  expect(await give(2000)).toMatchObject({ given: true, amountMinor: 2000 })
  expect(await room()).toMatchObject({ leftMinor: 500, grantMinor: 3000 })
  const above = await give(1000)
  expect(above.given).toBe(false)
  const of = await world.do('dispute.ofBill', { billId })
  expect(of.credits.map(({ row, decides }) => [row.state, row.grant_id !== null, decides])).toEqual([
    ['requested', false, 'lead'],
    ['approved', true, null],
  ])
  await world.do('adjustment.withdraw', { adjustmentId: above.adjustmentId })
  expect((await world.do('adjustment.credit', { adjustmentId: above.adjustmentId })).row.state).toBe('withdrawn')
})

test('who gave credits without the core is told what it covered, and of what it did not that it is asked for', async () => {
  world.setOnline(false)
  const userId = world.desk.session()?.userId ?? ''
  const [covered, beyond, asked] = [await give(1000), await give(500), await give(2500)]
  world.decideAll()
  for (const [given, state] of [
    [covered, 'applied'],
    [beyond, 'pendingApproval'],
    [asked, 'pendingApproval'],
  ] as const) {
    const { row } = await world.do('adjustment.credit', { adjustmentId: given.adjustmentId })
    const decided = state === 'applied' ? { decided_by: userId, decided_at: world.desk.now() } : { grant_id: null }
    world.put('adjustment', { ...row, state, ...decided })
  }
  const { told } = await world.do('desk.needsYou', {})
  expect(new Map(told.map(({ taskId, sentence }) => [taskId, sentence?.key]))).toEqual(
    new Map([
      [covered.adjustmentId, 'told.grantConfirmed'],
      [beyond.adjustmentId, 'told.grantAsked'],
    ]),
  )
})

test('who asked for a credit is told what was asked back and answers it', async () => {
  world.setOnline(true)
  const { adjustmentId } = await give(2600)
  const row = () => world.desk.view.get('adjustment', adjustmentId)?.row
  const before = row()
  for (const sent of world.desk.outbox.unsent()) world.decide(sent, { isSettled: true })
  if (!before) throw new Error('not asked for')
  const question = { question: 'Which call?', question_by: 'Irina', waiting_since: world.desk.now() }
  world.put('adjustment', { ...before, state: 'pendingApproval', ...question })
  const told = async () => (await world.do('desk.needsYou', {})).told.map(({ matter, sentence }) => [matter, sentence])
  const gaps = { by: 'Irina', question: 'Which call?' }
  expect(await told()).toMatchObject([[{ id: adjustmentId }, { key: 'told.creditAsked', params: gaps }]])
  const [shown] = (await world.do('dispute.ofCustomer', { customerId: jana })).credits
  expect(shown).toMatchObject({ isWaiting: true, mayAnswer: true })
  const answer = { adjustmentId, request: 1, note: ' The one of her daughter ' }
  await world.do('adjustment.answer', answer)
  expect(world.desk.outbox.unsent().at(-1)).toMatchObject({
    ...{ type: 'adjustment.answer', body: { customerId: jana, request: 1, note: 'The one of her daughter' } },
  })
  expect(row()).toMatchObject({ state: 'pendingApproval', answer: 'The one of her daughter', waiting_since: null })
  expect(await told()).toEqual([])
  expect(await world.ask('adjustment.answer', answer)).toMatchObject({ error: { code: 'ANSWERED_ALREADY' } })
})

test('a credit sent again after a lost answer is the same one', async () => {
  world.setOnline(true)
  const adjustmentId = world.desk.ids.next()
  const first = await give(1000, { adjustmentId })
  expect(await give(1000, { adjustmentId })).toMatchObject({ adjustmentId, reference: first.reference })
  expect((await world.do('dispute.ofBill', { billId })).credits).toHaveLength(1)
})

test('online within the authority, and never to one’s own household', async () => {
  world.setOnline(true)
  expect(await give(1000, { lines: [{ lineId: 'plan', amountMinor: 1000 }] })).toMatchObject({ given: true })
  expect((await give(2600)).given).toBe(false)
  const userId = world.desk.session()?.userId ?? ''
  world.put('staff_kin', { id: 'kin', scope: 'fr', version: 1, user_id: userId, customer_id: jana })
  expect(await world.do('adjustment.room', { billId, reason: 'goodwill' })).toMatchObject({
    leftMinor: 0,
    never: 'OWN_HOUSEHOLD',
  })
  expect((await give(100)).given).toBe(false)
})

test('in a contact money asks for a verified caller: credit and dispute are refused until they are, and sent with the case', async () => {
  const { caseId } = await world.do('interaction.startCase', {
    ...{ channel: 'phone', customerId: jana, recipe: 'goodwillCredit' },
  })
  const asked = { billId, caseId, reason: 'goodwill', askedMinor: 500, lines: [], note: '' }
  const refused = { error: { code: 'CALLER_NOT_VERIFIED', details: { level: 2 } } }
  expect(await world.ask('adjustment.give', asked)).toMatchObject(refused)
  expect(await file({ caseId })).toMatchObject(refused)
  world.put('security_word', {
    ...{ id: jana, scope: 'fr', version: 1, set_at: 1, set_by: 'Luc' },
    answer_hash: answerHash(jana, 'securityWord', 'tramvaj', (text) => world.desk.hashOf(text) ?? ''),
  })
  const of = { customerId: jana, caseId, level: 2 } as const
  for (const [question, answer] of [
    ['address', '54000 3'],
    ['securityWord', 'Tramvaj'],
  ] as const)
    expect(await world.do('verification.answer', { ...of, question, answer })).toEqual({ isMatch: true })
  expect((await world.ask('adjustment.give', asked)).ok).toBe(true)
  expect((await file({ caseId })).ok).toBe(true)
})

test('files go with a dispute sealed, are looked at again, and only those of this dispute', async () => {
  const base64Of = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
  const { sha256 } = await world.do('dispute.keepFile', { base64: base64Of(pngFile()) })
  const other = await world.do('dispute.keepFile', { base64: base64Of(pdfFile()) })
  const named = { kind: 'file', reference: sha256, text: 'SMS: 12/8.jpeg' }
  const filed = await file({ evidence: [named, { kind: 'recording', reference: 'REC-1', text: '' }] })
  if (!filed.ok) throw new Error('not filed')
  const { disputeId } = filed.value
  const shown = await world.do('dispute.evidenceFile', { disputeId, sha256 })
  expect(shown).toEqual({ fileName: 'SMS- 12-8.png', mime: 'image/png', base64: base64Of(pngFile()) })
  expect(world.desk.outbox.unsent().at(-1)?.body).toEqual({ kind: 'evidence', aboutId: `${disputeId}/${sha256}` })
  expect(await world.ask('dispute.evidenceFile', { disputeId, sha256: other.sha256 })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  })
  const far = { kind: 'file' as const, reference: 'ab'.repeat(32), text: 'far.pdf' }
  expect(await world.ask('dispute.addWords', { disputeId, words: '', evidence: [far] })).toMatchObject({
    error: { code: 'FILE_GONE', details: { name: 'far.pdf' } },
  })
  const row = (await world.do('dispute.dispute', { disputeId })).row
  const elsewhere = world.desk.ids.next()
  world.put('dispute', { ...row, id: elsewhere, evidence: JSON.stringify([far]) })
  expect(await world.ask('dispute.evidenceFile', { disputeId: elsewhere, sha256: far.reference })).toMatchObject({
    error: { code: 'FILE_ELSEWHERE' },
  })
})

test.each([
  ['too large', new Uint8Array(fileLimitBytes + 1), 'FILE_TOO_LARGE'],
  ['a page of the web', Buffer.from('<html><script>'), 'FILE_TYPE'],
  ['a picture cut short', pngFile().subarray(0, 90), 'FILE_DAMAGED'],
])('a file that is %s is refused at the door', async (_what, bytes, code) => {
  const base64 = Buffer.from(bytes).toString('base64')
  expect(await world.ask('dispute.keepFile', { base64 })).toMatchObject({ ok: false, error: { code } })
})
