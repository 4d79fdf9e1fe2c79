import { afterEach, beforeEach, expect, test } from 'vitest'
import type { EvidenceRow } from '#shared/domain/identity/rows.ts'
import { answerHash } from '#shared/domain/verification/expected-answers.ts'
import type { CallerQuestion } from '#shared/domain/catalogue/policies.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { aCustomer } from './test-market.ts'
import type { SaleWorld } from './test-world.ts'
import { openSaleWorld } from './test-world.ts'

let world: SaleWorld
let jana: Id
let caseId: Id

beforeEach(async () => {
  world = openSaleWorld()
  jana = world.desk.ids.next()
  world.put('customer', aCustomer({ id: jana, birth_date: '1986-03-14' }))
  world.put('identity_evidence', aPassport(jana))
  world.put('security_word', {
    ...{ id: jana, scope: 'fr', version: 1, set_at: 1, set_by: 'Luc' },
    answer_hash: answerHash(jana, 'securityWord', 'tramvaj', (text) => world.desk.hashOf(text) ?? ''),
  })
  caseId = (await world.do('interaction.startCase', { channel: 'walkIn', customerId: jana })).caseId
})
afterEach(() => world.close())

const say = (question: CallerQuestion, answer: string, level: 1 | 2 | 3 = 2) =>
  world.ask('verification.answer', { customerId: jana, caseId, level, question, answer })
const seen = () => world.do('verification.caller', { customerId: jana, caseId })

test('without the core the desk says match or not and gives level 2, and the answer is kept nowhere', async () => {
  expect(await seen()).toMatchObject({ level: 0, basis: 'none', failures: 0 })
  expect(await say('birthDate', '14.3.1986')).toEqual({ ok: true, value: { isMatch: true } })
  expect(await seen()).toMatchObject({ level: 1, basis: 'answers', isConfirmed: false })
  expect(await say('address', 'house 3, 54000')).toEqual({ ok: true, value: { isMatch: true } })
  expect(await seen()).toMatchObject({ level: 2, matched: ['birthDate', 'address'] })
  const bodies = JSON.stringify(world.desk.outbox.touching(`customer:${jana}`).map(({ body }) => body))
  expect(bodies).not.toMatch(/1986|54000/)
})

test('the screen never hears what is expected', async () => {
  expect(JSON.stringify(await seen())).not.toMatch(/1986|54000|0126|tramvaj|[0-9a-f]{64}/)
})

test('level 3 is refused without the core, and waits for the core with it', async () => {
  expect(await say('document', '0126', 3)).toMatchObject({ ok: false, error: { code: 'LEVEL_NEEDS_CORE' } })
  world.setOnline(true)
  expect(await say('document', '0126', 3)).toMatchObject({ ok: true })
  expect(await say('securityWord', 'Tramvaj', 3)).toMatchObject({ ok: true })
  expect(await seen()).toMatchObject({ level: 2, isConfirmed: false })
})

test('the third wrong answer locks at once, a slip of the keys is none, and a supervisor unlocks', async () => {
  expect(await say('birthDate', 'in spring')).toMatchObject({ error: { code: 'ANSWER_UNREADABLE' } })
  for (const day of ['1.1.1980', '2.1.1980', '3.1.1980'])
    expect(await say('birthDate', day)).toEqual({ ok: true, value: { isMatch: false } })
  expect(await seen()).toMatchObject({ failures: 3, mayUnlock: false })
  expect(await say('birthDate', '14.3.1986')).toMatchObject({ ok: false, error: { code: 'CALLER_LOCKED' } })
  world.signIn({ role: 'supervisor', name: 'Petr' })
  expect(await seen()).toMatchObject({ mayUnlock: true })
  await world.do('verification.unlock', { customerId: jana, reason: 'Called back' })
  expect(await seen()).toMatchObject({
    failures: 0,
    lockedUntil: null,
    unlockedBy: 'Petr',
    unlockReason: 'Called back',
  })
})

test('changing how a customer is reached asks for level 2', async () => {
  const change = { caseId, field: 'email', value: 'jana@example.org' } as const
  expect(await world.ask('customer.changeContact', change)).toMatchObject({
    error: { code: 'CALLER_NOT_VERIFIED', details: { level: 2 } },
  })
  await say('birthDate', '14.3.1986')
  await say('address', '54000 3')
  expect(await world.ask('customer.changeContact', change)).toMatchObject({ ok: true })
})

test('where somebody lives is changed as a whole, at level 2', async () => {
  const address = { caseId, street: '3 rue Serpenoise', postalCode: '57000', town: 'Metz' }
  expect(await world.ask('customer.changeAddress', { ...address, town: ' ' })).toMatchObject({
    error: { code: 'ADDRESS_WRONG', details: { field: 'town' } },
  })
  expect(await world.ask('customer.changeAddress', address)).toMatchObject({
    error: { code: 'CALLER_NOT_VERIFIED', details: { level: 2 } },
  })
  await say('birthDate', '14.3.1986')
  await say('address', '54000 3')
  expect(await world.ask('customer.changeAddress', address)).toMatchObject({ ok: true })
  expect(world.desk.view.get('customer', jana)?.row).toMatchObject({ town: 'Metz', postal_code: '57000' })
})

test('a document shown in the case is better than any answer, and of a prospect nothing is asked', async () => {
  const shown = { ...aPassport(jana), id: world.desk.ids.next(), case_id: caseId }
  const dayMs = 86_400_000
  world.put('identity_evidence', { ...shown, recorded_at: world.desk.now() - dayMs })
  // shown yesterday it says nothing of who calls today
  expect(await seen()).toMatchObject({ level: 0, basis: 'none' })
  world.put('identity_evidence', { ...shown, recorded_at: world.desk.now() })
  expect(await seen()).toMatchObject({ level: 3, basis: 'document' })
  const prospect = world.desk.ids.next()
  world.put('customer', aCustomer({ id: prospect, state: 'prospect' }))
  expect(await world.do('verification.caller', { customerId: prospect, caseId: null })).toMatchObject({
    ...{ level: 3, basis: 'prospect' },
  })
})

test('at the counter the document in hand is enough, by phone the same answer is one of two', async () => {
  expect(await seen()).toMatchObject({ isInPerson: true })
  expect(await say('document', '0126')).toEqual({ ok: true, value: { isMatch: true } })
  // the third level is the core's
  expect(await seen()).toMatchObject({ level: 2, basis: 'answers' })
  const phone = await world.do('interaction.startCase', { channel: 'phone', customerId: jana })
  const byPhone = { customerId: jana, caseId: phone.caseId }
  await world.do('verification.answer', { ...byPhone, level: 2, question: 'document', answer: '0126' })
  expect(await world.do('verification.caller', byPhone)).toMatchObject({ level: 1, isInPerson: false })
})

test('a level of a call counts in the case begun in it, and not once the call is wrapped up', async () => {
  await world.do('phone.ring', { number: '+33639984112', queue: '', waitedS: null, direction: 'inbound' })
  await world.do('phone.moveCall', { event: 'take', customerId: jana })
  const inCall = { customerId: jana, caseId: null }
  await world.do('verification.answer', { ...inCall, level: 1, question: 'birthDate', answer: '14.3.1986' })
  expect(await world.do('verification.caller', inCall)).toMatchObject({ level: 1 })
  const begun = await world.do('interaction.startCase', { channel: 'phone', customerId: jana })
  expect(await world.do('verification.caller', { ...inCall, caseId: begun.caseId })).toMatchObject({ level: 1 })
  expect(await seen()).toMatchObject({ level: 0 })
  await world.do('phone.moveCall', { event: 'hangUp', customerId: null })
  await world.do('phone.closeCall', { code: 'otherQuestion', outcome: 'done', callBackAt: null })
  expect(await world.do('verification.caller', { ...inCall, caseId: begun.caseId })).toMatchObject({ level: 0 })
})

function aPassport(customerId: Id): EvidenceRow {
  return {
    id: world.desk.ids.next(),
    scope: 'fr',
    version: 1,
    customer_id: customerId,
    case_id: null,
    kind: 'passport',
    issuing_state: 'CZE',
    document_masked: '••••••0126',
    surname: 'Nováková',
    given_names: 'Jana',
    birth_date: '1986-03-14',
    expiry_date: '2034-02-18',
    assurance: 'substantial',
    state: 'valid',
    address_kind: 'utilityBill',
    address_issued_on: '2026-09-03',
    recorded_at: 1,
    recorded_by: 'Luc',
  }
}
