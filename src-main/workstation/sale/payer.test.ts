import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Json } from '#shared/kernel/canonical.ts'
import type { Id } from '#shared/kernel/ids.ts'
import { aCustomer } from './test-market.ts'
import { finish } from './test-typing.ts'
import type { SaleWorld } from './test-world.ts'
import { openSaleWorld } from './test-world.ts'

let world: SaleWorld
let pavel: Id

beforeEach(() => {
  world = openSaleWorld()
  pavel = world.desk.ids.next()
  world.put('customer', aCustomer({ id: pavel, given_names: 'Pavel', family_name: 'Dvořák' }))
})
afterEach(() => world.close())

async function reason(fields: Readonly<Record<string, Json>>) {
  const { caseId } = await world.do('interaction.startCase', { channel: 'walkIn', customerId: null })
  return { caseId, reply: await finish(world, caseId, 'reason', { paidBy: 'other', ...fields }) }
}

test.each([
  ['nobody found', () => ({}), 'payerFind', 'PAYER_MISSING'],
  ['somebody unknown here', () => ({ payerId: world.desk.ids.next() }), 'payerFind', 'PAYER_MISSING'],
  ['who did not agree', () => ({ payerId: pavel }), 'payerAgreed', 'PAYER_NOT_AGREED'],
] as const)('a payer, %s, keeps Reason open at its field', async (_who, fields, field, why) => {
  const { reply } = await reason(fields())
  expect(reply).toMatchObject({ ok: false, error: { code: 'STEP_INCOMPLETE', details: { field, reason: why } } })
})

test('a prospect pays for nobody', async () => {
  const prospect = world.desk.ids.next()
  world.put('customer', aCustomer({ id: prospect, state: 'prospect' }))
  const { reply } = await reason({ payerId: prospect, payerAgreed: true })
  expect(reply).toMatchObject({ error: { details: { reason: 'PAYER_MISSING' } } })
})

test('who agreed to pay stands in the order', async () => {
  const { caseId, reply } = await reason({ payerId: pavel, payerAgreed: true })
  expect(reply).toMatchObject({ ok: true })
  for (const step of ['offer', 'identity', 'credit', 'sign', 'payNow'] as const)
    expect([step, await finish(world, caseId, step)]).toMatchObject([step, { ok: true }])
  const order = world.desk.outbox.touching(`case:${caseId}`).find(({ type }) => type === 'order.submitOrder')
  expect(order?.body).toMatchObject({ line: { payerId: pavel } })
})

test('a case begun for a customer on record is about them from the first moment', async () => {
  const { caseId } = await world.do('interaction.startCase', { channel: 'walkIn', customerId: pavel })
  expect((await world.do('interaction.caseView', { caseId })).fields.reason.customerId).toBe(pavel)
})
